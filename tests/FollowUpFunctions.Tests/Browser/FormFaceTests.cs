using FollowUp.Pages.Forms;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>The first face: somebody is asked, answers, errs, checks and sends.</summary>
public sealed class FormFaceTests(FormFace face, Chromium chromium) : IClassFixture<FormFace>
{
    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task Somebody_answers_a_consultation(string language, bool scripts, int width)
    {
        Way way = new(language, scripts, width);
        string link = await face.LinkAsync(way);
        await using Tab tab = await way.OpenAsync(chromium);

        await tab.GoToAsync(link);
        await way.MustBeRightAsync(tab, "choosing");
        await tab.Page.Locator("input[name='recommendations'][value='11']").CheckAsync();
        await tab.PressAsync(FormInput.Continue);
        await way.MustBeRightAsync(tab, "proposing");
        await tab.Page.Locator("textarea[name='action']").FillAsync("បណ្តុះបណ្តាលគ្រូ Train teachers");
        await tab.Page.Locator("input[name='indicator']").FillAsync(new string('x', 301));
        await tab.PressAsync(FormInput.Continue);
        await way.MustBeRightAsync(tab, "proposing with an error", wrong: true);
        Assert.Equal("បណ្តុះបណ្តាលគ្រូ Train teachers", await tab.Page.Locator("textarea[name='action']").InputValueAsync());
        await tab.Page.Locator("input[name='indicator']").FillAsync("Teachers trained");
        await tab.PressAsync(FormInput.Continue);
        await way.MustBeRightAsync(tab, "remarks");
        await tab.PressAsync(FormInput.Continue);
        await way.MustBeRightAsync(tab, "check");
        await tab.PressAsync(FormInput.Send);
        await way.MustBeRightAsync(tab, "receipt");
        Assert.Contains("/receipt", tab.Page.Url, StringComparison.Ordinal);

        await tab.GoToAsync($"{link[..^3]}?lang={language}");
        await way.MustBeRightAsync(tab, "dead link");
        await Way.MustHaveStayedHomeAsync(tab, face.Story.App.Address);
    }
}
