using Journeys.Host;

namespace Journeys.People;

/// <summary>Somebody who waits for a mail, opens its link and fills in the form; knows nothing but what stands there.</summary>
public sealed class Person(Mailbox mails, Browser browser, string email)
{
    private const int MostPages = 100;

    public Browser Browser => browser;

    public string Email => email;

    public Task<Letter> InvitationAsync(string round) => mails.ArrivedAsync(email, round, "invitation");

    /// <summary>Opens the link of a round's invitation, at its first page or at another.</summary>
    public async Task<WebPage> OpenAsync(string round, string page = "") => await browser.GetAsync((await InvitationAsync(round)).Form! + page);

    public Task<WebPage> ContinueAsync(WebPage page, params (string Field, string Value)[] typed) => browser.PressAsync(page, "continue", typed);

    /// <summary>Goes through a round's form from its first page and sends it: on each page types what is asked there. Gives the receipt.</summary>
    /// <param name="answers">By field, or by <c>field@recommendation</c> where only one recommendation is meant.</param>
    public async Task<WebPage> AnswerAsync(string round, params (string Field, string Value)[] answers)
    {
        WebPage receipt = await browser.PressAsync(await FillInAsync(await OpenAsync(round), answers), "send");
        Assert.True(receipt.IsReceipt, $"{email} could not send the form of {round}: {string.Join(' ', receipt.Errors)}");
        return receipt;
    }

    /// <summary>The check page, after all others were filled in.</summary>
    public async Task<WebPage> FillInAsync(WebPage page, params (string Field, string Value)[] answers)
    {
        for (int n = 0; !page.IsCheck && n < MostPages; n++)
        {
            WebPage next = await ContinueAsync(page, [.. Typed(page, answers)]);
            Assert.True(next.Errors.Count == 0, $"{email} met errors at {next.Address.AbsolutePath}: {string.Join(' ', next.Errors)}");
            Assert.True(page.Address.AbsolutePath != next.Address.AbsolutePath, $"{email} does not get on from {page.Address.AbsolutePath}: {page.Heading}");
            page = next;
        }

        return page;
    }

    private static IEnumerable<(string Field, string Value)> Typed(WebPage page, (string Field, string Value)[] answers)
    {
        string path = page.Action().AbsolutePath;
        foreach ((string field, string value) in answers)
        {
            string[] parts = field.Split('@');
            if (page.Asks(parts[0]) && (parts.Length == 1 || path.EndsWith($"/{parts[1]}", StringComparison.Ordinal)))
                yield return (parts[0], value);
        }
    }
}
