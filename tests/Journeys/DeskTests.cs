using System.Net;
using System.Text.Json.Nodes;
using Journeys.Cycles;
using Journeys.Host;
using Journeys.People;

namespace Journeys;

public sealed class DeskTests(JourneyHost host)
{
    private const string Round = "workshop-invitation";
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_coordinator_signs_in_by_mail_sees_what_waits_decides_and_signs_out()
    {
        await using Journey journey = await Journey.BeginAsync(host);
        await journey.Secretariat.OpenAsync(Round);
        DeskVisitor cora = new(new(host.Anybody), host.Mail, journey.CoordinatorEmail);
        string desk = $"desk/cycles/{journey.Cycle}";
        using HttpResponseMessage refused = await cora.Browser.SendAsync(new(HttpMethod.Get, new Uri(host.Address, desk)));
        Assert.Equal(HttpStatusCode.SeeOther, refused.StatusCode);

        Uri link = await cora.AskAsync();
        await ScannedAsync(link);
        WebPage entered = await cora.EnterAsync(link);
        Assert.Equal(HttpStatusCode.OK, entered.Status);
        Assert.StartsWith("__Host-desk=", cora.Browser.Cookie, StringComparison.Ordinal);
        DeskVisitor second = new(new(host.Anybody), host.Mail, journey.CoordinatorEmail);
        Assert.Equal(HttpStatusCode.NotFound, (await second.Browser.GetAsync(link)).Status);

        WebPage waiting = await cora.Browser.GetAsync(desk);
        Assert.Contains("Answered: 0 of 5", waiting.Text, StringComparison.Ordinal);
        WebPage decision = await cora.Browser.GetAsync($"{desk}/decide/close-round?round={Round}");
        WebPage foreign = await second.Browser.SubmitAsync(decision, Form, ("note", "Not by me"));
        WebPage forged = await cora.Browser.SubmitAsync(decision, Form, ("_key", "forged"));
        Assert.Equal("open", (string)(await journey.Secretariat.RoundAsync(Round))!["state"]!);
        WebPage decided = await cora.Browser.SubmitAsync(decision, Form, ("note", "Everybody was telephoned"));

        JsonNode closed = await journey.Secretariat.ClosedAsync(Round);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.OK), (foreign.Status, forged.Status, decided.Status));
        Assert.Equal("Decision", (string)closed["closedBy"]!);
        await SignOutAsync(cora, desk);
    }

    // What a mail program does with links before anybody reads the mail.
    private async Task ScannedAsync(Uri link)
    {
        Browser scanner = new(host.Anybody);
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post })
        {
            using HttpResponseMessage answer = await scanner.SendAsync(new(method, link));
            Assert.Equal((HttpStatusCode.OK, null), (answer.StatusCode, scanner.Cookie));
        }
    }

    private static async Task SignOutAsync(DeskVisitor cora, string desk)
    {
        string session = cora.Browser.Cookie!;
        WebPage signedOut = await cora.Browser.SubmitAsync(await cora.Browser.GetAsync("desk/account"), "form[action$='/desk/sign-out']");
        Assert.EndsWith("/desk/sign-in", signedOut.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Null(cora.Browser.Cookie);

        cora.Browser.Cookie = session;
        Assert.EndsWith("/desk/sign-in", (await FollowAsync(cora.Browser, desk)).AbsolutePath, StringComparison.Ordinal);
    }

    private static async Task<Uri> FollowAsync(Browser browser, string address)
    {
        Uri asked = new(browser.Home, address);
        using HttpResponseMessage answer = await browser.SendAsync(new(HttpMethod.Get, asked));
        return new(asked, answer.Headers.Location!);
    }
}
