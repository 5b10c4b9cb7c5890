using AngleSharp.Html.Dom;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests.Desk;

public sealed class DeskReadingPageTests
{
    private const int Light = 30 * 1024;

    public static MatrixTheoryData<string, string> PagesAndLanguages => new(DeskPages.All.Keys, Wording.Languages);

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task Every_page_is_whole_labelled_and_light_with_all_that_it_can_show(string page, string language)
    {
        string html = await Rendering.Pages.RenderAsync(DeskPages.All[page](language));
        if (Environment.GetEnvironmentVariable("DESK_PAGES") is { } folder)
            await File.WriteAllTextAsync(Path.Combine(folder, $"{page}.{language}.html"), html, TestContext.Current.CancellationToken);
        using IHtmlDocument document = Html.Parse(html);

        Html.HoldsForEveryPage(document, language);
        Html.EveryControlHasALabel(document);
        Assert.All(document.QuerySelectorAll("progress:not([aria-hidden])"), bar => Assert.Contains(document.QuerySelectorAll("label"), l => l.GetAttribute("for") == bar.Id));
        Assert.All(document.QuerySelectorAll("main th"), th => Assert.True(th.HasAttribute("scope")));
        Assert.Empty(document.QuerySelectorAll("main b, main i"));
        Assert.InRange(Html.CompressedSize(html), 1, Light);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("x", 1)]
    [InlineData("-4", 1)]
    [InlineData("3", 3)]
    [InlineData("99999999999999999999", 1)]
    [InlineData("900", 10)]
    public void A_page_of_a_long_list_is_always_one_that_there_is(string? asked, int shown) =>
        Assert.Equal(shown, FollowUp.Pages.Desk.Reading.PageOfMany.Of(asked, 999, "/people").Number);
}
