using System.Net;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;

namespace FollowUpFunctions.Tests.Api;

[Collection(nameof(RunningApp))]
public sealed class PersonalPageTests(RunningApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_of_personal_pages_is_guarded_and_sets_no_cookie()
    {
        Letter letter = await app.Story.Person(Party.Province).NewestMailAsync();
        string[] addresses =
        [
            letter.Form, $"{letter.Form}/attendance", $"{letter.Form}/check", $"{letter.Form}/no-such-page", letter.Form[..^1], letter.Unsubscribe!, letter.Unsubscribe![..^1],
        ];
        string[] buttons = ["", FormInput.Continue, FormInput.Later, FormInput.Send, FormInput.FreshLink];

        foreach (string address in addresses)
        {
            Check(await app.Anybody.GetAsync(address, Cancellation));
            Check(await app.Anybody.SendAsync(new(HttpMethod.Head, address), Cancellation));
            foreach (string button in buttons)
                Check(await app.Anybody.PostAsync(address, new FormUrlEncodedContent([new(FormInput.ButtonField, button)]), Cancellation));
        }

        using FormUrlEncodedContent yes = new([new("attending", "no"), new(FormInput.ButtonField, FormInput.Continue)]);
        HttpResponseMessage redirect = await app.Anybody.PostAsync($"{letter.Form}/attendance", yes, Cancellation);
        Assert.Equal(HttpStatusCode.SeeOther, redirect.StatusCode);
        Check(redirect);
    }

    [Fact]
    public async Task A_form_that_is_too_large_gets_a_page()
    {
        Letter letter = await app.Story.Person(Party.Province).NewestMailAsync();
        using FormUrlEncodedContent form = new([new("needs", new string('x', 5_000_000)), new(FormInput.ButtonField, FormInput.Continue)]);

        HttpResponseMessage response = await app.Anybody.PostAsync($"{letter.Form}/attendance", form, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Check(response);
    }

    [Fact]
    public async Task The_host_header_reaches_neither_page_nor_mail()
    {
        const string Elsewhere = "evil.example.com";
        Person ingo = app.Story.Person(Party.International);
        Letter letter = await ingo.NewestMailAsync();
        string dead = string.Join('/', [.. letter.Form.Split('/')[..^1], "1.AAAAAAAAAAAAAAAAAAAAAAAA"]);

        foreach (string address in new[] { letter.Form, $"{letter.Form}/check", letter.Unsubscribe!, dead })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, address) { Headers = { Host = Elsewhere } };
            using HttpResponseMessage response = await app.Anybody.SendAsync(request, Cancellation);
            Assert.DoesNotContain(Elsewhere, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        using HttpRequestMessage fresh = new(HttpMethod.Post, dead)
        {
            Headers = { Host = Elsewhere },
            Content = new FormUrlEncodedContent([new(FormInput.ButtonField, FormInput.FreshLink)]),
        };
        using HttpResponseMessage asked = await app.Anybody.SendAsync(fresh, Cancellation);
        Letter mailed = (await ingo.MailAsync()).Single(l => l.Kind == "fresh-link");
        Assert.DoesNotContain(Elsewhere, mailed.Message.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(app.Story.App.Address.ToString(), mailed.Form, StringComparison.Ordinal);
    }

    private static void Check(HttpResponseMessage response)
    {
        string at = response.RequestMessage!.ToString();
        Assert.True((int)response.StatusCode < 500, at);
        Assert.StartsWith("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(("no-store", "no-referrer", "nosniff", "noindex"), (Header("Cache-Control"), Header("Referrer-Policy"), Header("X-Content-Type-Options"), Header("X-Robots-Tag")));
        Assert.False(response.Headers.Contains("Set-Cookie"), at);
        response.Dispose();

        string Header(string name) => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : $"no {name}: {at}";
    }
}
