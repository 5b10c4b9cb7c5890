using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

public sealed class FormInBrowserTests(AzuriteFixture azurite, Chromium chromium) : IClassFixture<Chromium>
{
    private const int Phone = 320;

    [Fact]
    public async Task A_form_is_filled_in_and_sent_on_a_small_phone_without_scripts()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        await using Tab tab = await chromium.OpenAsync(Phone, scripts: false);

        await tab.GoToAsync((await story.Person(Party.Ministry).NewestMailAsync()).Form);
        await tab.Page.Locator("input[name='recommendations'][value='11']").CheckAsync();
        await tab.MustFitAsync("choosing");
        await tab.PressAsync(FormInput.Continue);
        await tab.PressAsync(FormInput.Continue);
        Assert.Equal(1, await tab.Page.Locator(".errors li").CountAsync());
        await tab.MustFitAsync("errors");
        await tab.Page.Locator(".errors a").ClickAsync();
        await tab.Page.Keyboard.TypeAsync("Train teachers");
        await tab.PressAsync(FormInput.Continue);
        await tab.PressAsync(FormInput.Continue);
        await tab.MustFitAsync("check");
        await tab.PressAsync(FormInput.Send);

        Assert.Contains("/receipt", tab.Page.Url, StringComparison.Ordinal);
        await tab.MustFitAsync("receipt");
        Assert.Equal(1, (await story.Coordinator.RoundAsync("consultation")).Answered);
        MustStayHome(tab, story);
    }

    [Fact]
    public async Task Every_state_of_a_form_is_accessible()
    {
        await using Story story = await Story.BeginAsync(azurite);
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        Letter letter = await story.Person(Party.Ministry).NewestMailAsync();
        await using Tab tab = await chromium.OpenAsync(Phone);

        await tab.GoToAsync(letter.Form);
        await tab.MustBeUsableAsync("choosing");
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("choosing with errors");
        await tab.Page.Locator("input[name='recommendations'][value='11']").CheckAsync();
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("proposing");
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("proposing with errors");
        await tab.Page.Locator("textarea[name='action']").FillAsync(new string('x', 400));
        await tab.PressAsync(FormInput.Later);
        await tab.MustBeUsableAsync("saved");
        await tab.GoToAsync($"{letter.Form}/check");
        await tab.MustBeUsableAsync("check");
        await tab.PressAsync(FormInput.Send);
        await tab.MustBeUsableAsync("receipt");
        await tab.GoToAsync(letter.Form[..^3]);
        await tab.MustBeUsableAsync("dead link");
        await tab.GoToAsync(letter.Unsubscribe!);
        await tab.MustBeUsableAsync("unsubscribing");
        await tab.GoToAsync((await story.Person(Party.Ngo).NewestMailAsync()).Form);
        await tab.MustBeUsableAsync("Khmer");
        MustStayHome(tab, story);
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(1280)]
    public async Task The_page_of_a_translator_is_accessible_and_has_both_texts_side_by_side_where_there_is_room(int width)
    {
        await using Story story = await Story.BeginAsync(azurite, new CycleBuilder { Translators = [("Dara", "km")] });
        await story.GoToDayAsync(Schedule.Translation.Opens);
        await using Tab tab = await chromium.OpenAsync(width);

        await tab.GoToAsync((await story.Person(CycleBuilder.EmailOf("Dara")).NewestMailAsync()).Form);
        await tab.MustBeUsableAsync("translating");
        LocatorBoundingBoxResult document = (await tab.Page.Locator("blockquote").BoundingBoxAsync())!;
        LocatorBoundingBoxResult translation = (await tab.Page.Locator("textarea[name='text']").BoundingBoxAsync())!;
        await tab.Page.Locator("textarea[name='text']").FillAsync("ចូរធ្វើ។");
        await tab.PressAsync(FormInput.Continue);
        await tab.MustBeUsableAsync("translating with errors");

        Assert.Equal(width > Phone, translation.X > document.X + document.Width);
    }

    private static void MustStayHome(Tab tab, Story story) =>
        Assert.All(tab.Asked, address => Assert.StartsWith(story.App.Address.ToString(), address, StringComparison.Ordinal));
}
