using FollowUp.Pages.Children;
using FollowUp.Pages.Forms;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>A child at the pages of the children's consultation; knows the number that its group's adult has, and nothing else.</summary>
public sealed class Child(Story story, string number)
{
    private readonly Person hands = story.Person("nobody@example.org");

    /// <summary>The page after the number was typed.</summary>
    public async Task<WebPage> ComeAsync() => await hands.ContinueAsync(await OpenAsync(), (ChildInput.Number, number));

    public Task<WebPage> OpenAsync(string page = "c") => hands.GetAsync(new Uri(story.App.Address, page).ToString());

    public Task<WebPage> PressAsync(WebPage page, string button, params (string Field, string Value)[] typed) => hands.PressAsync(page, button, typed);

    public Task<WebPage> ContinueAsync(WebPage page, params (string Field, string Value)[] typed) => PressAsync(page, FormInput.Continue, typed);

    /// <summary>The page on which the answers are looked at before they are sent.</summary>
    public async Task<WebPage> FillInAsync(string? words, bool quote = true, string? tell = null, params string[] topics)
    {
        WebPage page = await ContinueAsync(await ComeAsync());
        page = await ContinueAsync(page, [.. topics.Select(t => (ChildInput.Topics, t))]);
        page = words is null ? await PressAsync(page, ChildInput.Skip) : await ContinueAsync(page, (ChildInput.Words, words));
        if (words is not null)
            page = await ContinueAsync(page, (ChildInput.Quote, quote ? "yes" : "no"));
        if (tell is not null)
            page = await PressAsync(page, ChildInput.Disclose, (ChildInput.Disclosure, tell));
        return await ContinueAsync(page);
    }

    /// <summary>Answers and sends; gives the last page.</summary>
    public async Task<WebPage> AnswerAsync(string? words, bool quote = true, string? tell = null, params string[] topics) =>
        await PressAsync(await FillInAsync(words, quote, tell, topics.Length > 0 ? topics : ["2"]), FormInput.Send);

    public static string Own(WebPage done) => ChildInput.Digits(done.Document.QuerySelector(".panel strong")!.TextContent);

    public async Task<WebPage> TakeBackAsync(string own) => await PressAsync(await OpenAsync("c/withdraw"), FormInput.Send, (ChildInput.Number, own));
}
