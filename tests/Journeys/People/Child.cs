namespace Journeys.People;

/// <summary>A child at the pages of the children's consultation; knows the number that its group's adult has, and nothing else.</summary>
public sealed class Child(Browser browser, string number)
{
    private const string Number = "number";

    /// <summary>The page after the number was typed.</summary>
    public async Task<WebPage> ComeAsync() => await ContinueAsync(await browser.GetAsync("c"), (Number, number));

    /// <summary>Answers and sends; gives the last page.</summary>
    public async Task<WebPage> AnswerAsync(string words)
    {
        WebPage page = await ContinueAsync(await ComeAsync());
        page = await ContinueAsync(page, ("topics", "2"));
        page = await ContinueAsync(page, ("words", words));
        page = await ContinueAsync(page, ("quote", "yes"));
        return await browser.PressAsync(await ContinueAsync(page), "send");
    }

    /// <summary>The child's own number, from the last page.</summary>
    public static string Own(WebPage done) => Digits(done.Document.QuerySelector(".panel strong")!.TextContent);

    public async Task<WebPage> TakeBackAsync(string own) => await browser.PressAsync(await browser.GetAsync("c/withdraw"), "send", (Number, own));

    public static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private Task<WebPage> ContinueAsync(WebPage page, params (string Field, string Value)[] typed) => browser.PressAsync(page, "continue", typed);
}
