using System.Net;
using Azure.Storage.Blobs;

namespace Journeys.People;

/// <summary>A coordinator at the desk, whom a cycle names by this address.</summary>
public sealed class DeskVisitor(Browser browser, BlobContainerClient container, string email)
{
    private readonly Mailbox mails = new(container, Mailbox.Desk);

    public Browser Browser => browser;

    /// <summary>Asks for a link and gives the one that was mailed.</summary>
    public async Task<Uri> AskAsync()
    {
        WebPage asked = await browser.PressAsync(await browser.GetAsync("desk/sign-in"), "send", ("email", email));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Letter letter = await mails.ArrivedAsync(email, "sign-in", "link");
        return new(letter.Text.Split('\n').Single(l => l.StartsWith("http", StringComparison.Ordinal)).Trim());
    }

    /// <summary>Opens the link and presses its button.</summary>
    public async Task<WebPage> EnterAsync(Uri link) => await browser.PressAsync(await browser.GetAsync(link), "continue");
}
