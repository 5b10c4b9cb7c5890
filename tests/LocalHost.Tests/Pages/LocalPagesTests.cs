using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using LocalHost.Hosting;
using LocalHost.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace LocalHost.Tests.Pages;

public sealed class LocalPagesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder folder = new();
    private readonly string container = "mail" + Guid.NewGuid().ToString("N");
    private RunningHost? host;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        host = await FunctionsHostApp.StartAsync(
            SampleHost.Options(azurite, folder.Path, typeof(WaitingApp)).Skipping() with
            {
                ConfigureServices = (services, _) => services.AddSingleton<Diary>(),
                Settings = new Dictionary<string, string?> { ["Mail:PickupContainer"] = container, ["WarmSchedule"] = "0 0 3 * * *" },
            },
            Cancellation);
        http = host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Before_the_first_message_the_mailbox_is_empty() =>
        Assert.Contains("0 messages", await GetAsync("_local/mailbox"), StringComparison.Ordinal);

    [Fact]
    public async Task Messages_are_listed_newest_first_and_encoded()
    {
        await WriteAsync("a.eml", "dara@ngo.example", "<b>Old</b>", SampleHost.Start);
        await WriteAsync("b.eml", "sokha@ngo.example", "ជំរាបសួរ", SampleHost.Start.AddDays(1));

        string page = await GetAsync("_local/mailbox");

        Assert.InRange(page.IndexOf("ជំរាបសួរ", StringComparison.Ordinal), 1, page.IndexOf("&lt;b&gt;Old&lt;/b&gt;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recipient_sees_only_what_was_sent_to_them()
    {
        await WriteAsync("a.eml", "dara@ngo.example", "For Dara", SampleHost.Start);
        await WriteAsync("b.eml", "sokha@ngo.example", "For Sokha", SampleHost.Start);

        string page = await GetAsync("_local/mailbox?to=DARA%40");

        Assert.Contains("For Dara", page, StringComparison.Ordinal);
        Assert.DoesNotContain("For Sokha", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hundred_and_first_message_is_on_the_second_page()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 101), Cancellation, async (i, _) =>
            await WriteAsync($"{i:000}.eml", "dara@ngo.example", $"No. {i:000}", SampleHost.Start.AddMinutes(i)));

        Assert.DoesNotContain("No. 000", await GetAsync("_local/mailbox"), StringComparison.Ordinal);
        Assert.Contains("No. 000", await GetAsync("_local/mailbox?to=&page=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_shows_its_text_its_headers_and_a_frame_for_its_html()
    {
        await WriteAsync("a/b ü.eml", "dara@ngo.example", "Hello", SampleHost.Start);

        string page = await GetAsync("_local/mailbox/message?id=a%2Fb%20%C3%BC.eml");

        Assert.Contains("""See <a href="https://plan.example/r/1?t=x&amp;y=2">https://plan.example/r/1?t=x&amp;y=2</a>.""", page, StringComparison.Ordinal);
        Assert.Contains("<dt>List-Unsubscribe</dt>", page, StringComparison.Ordinal);
        Assert.Contains("""src="/_local/mailbox/html?id=a%2Fb%20%C3%BC.eml" """.TrimEnd(), page, StringComparison.Ordinal);
        Assert.Contains("sandbox=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_of_a_message_can_run_nothing_and_its_links_lead_out_of_the_frame()
    {
        await WriteAsync("a.eml", "dara@ngo.example", "Hello", SampleHost.Start);

        using HttpResponseMessage answer = await http.GetAsync(new Uri("_local/mailbox/html?id=a.eml", UriKind.Relative), Cancellation);
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
        Assert.Contains("""<head><base target="_top">""", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_local/mailbox/message?id=none.eml")]
    [InlineData("_local/mailbox/html?id=none.eml")]
    [InlineData("_local/mailbox/raw?id=none.eml")]
    [InlineData("_local/instances/instance?id=none")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using HttpResponseMessage answer = await http.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Mail_can_be_read_by_programs_from_a_date_on()
    {
        await WriteAsync("a.eml", "dara@ngo.example", "Old", SampleHost.Start);
        await WriteAsync("b.eml", "dara@ngo.example", "New", SampleHost.Start.AddDays(1));

        JsonElement mail = Assert.Single((await http.GetFromJsonAsync<JsonElement[]>("_local/api/mail?since=2031-01-02T08:00:00Z", Cancellation))!);

        Assert.Equal("b.eml", mail.GetProperty("id").GetString());
        Assert.Equal("dara@ngo.example", mail.GetProperty("to")[0].GetString());
        Assert.Equal(SampleHost.Start.AddDays(1), mail.GetProperty("date").GetDateTimeOffset());
        Assert.Contains(mail.GetProperty("headers").EnumerateArray(), h => h.GetProperty("key").GetString() == "List-Unsubscribe");
    }

    [Fact]
    public async Task Instances_are_listed_by_status_and_prefix_and_show_their_history()
    {
        foreach (string name in (string[])["cycle-1", "other-1"])
        {
            using HttpResponseMessage started = await http.PostAsync(new Uri($"waits/{name}/30", UriKind.Relative), null, Cancellation);
            await host!.Durable.WaitForInstanceCompletionAsync(name, false, Cancellation);
        }

        string list = await GetAsync("_local/instances?prefix=cycle-&status=Completed");
        string page = await GetAsync("_local/instances/instance?id=cycle-1");

        Assert.Contains("cycle-1", list, StringComparison.Ordinal);
        Assert.DoesNotContain("other-1", list, StringComparison.Ordinal);
        Assert.Contains("None.", await GetAsync("_local/instances?status=Failed"), StringComparison.Ordinal);
        Assert.Contains("cycle-1 after 30 days", page, StringComparison.Ordinal);
        Assert.Contains("TimerFired", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_is_shown_to_people_and_programs()
    {
        JsonElement clock = await http.GetFromJsonAsync<JsonElement>("_local/api/clock", Cancellation);

        Assert.Equal("skipping", clock.GetProperty("mode").GetString());
        Assert.Equal(SampleHost.Start, clock.GetProperty("now").GetDateTimeOffset());
        Assert.Contains("2031-01-01 08:00:00 UTC", await GetAsync("_local/"), StringComparison.Ordinal);
    }

    private Task<string> GetAsync(string address) => http.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);

    private async Task WriteAsync(string name, string to, string subject, DateTimeOffset date)
    {
        using MimeMessage mail = new();
        mail.From.Add(new MailboxAddress("Secretariat", "secretariat@ngo.example"));
        mail.To.Add(new MailboxAddress("Somebody", to));
        mail.Subject = subject;
        mail.Date = date;
        mail.Headers.Add(HeaderId.ListUnsubscribe, "<https://plan.example/u/1>");
        mail.Body = new BodyBuilder
        {
            TextBody = "See https://plan.example/r/1?t=x&y=2.",
            HtmlBody = "<!doctype html><html><head><title>x</title></head><body><script>alert(1)</script><a href=\"https://plan.example/r/1\">See</a></body></html>",
        }.ToMessageBody();
        using MemoryStream content = new();
        await mail.WriteToAsync(content, Cancellation);
        BlobContainerClient blobs = new(azurite.ConnectionString, container);
        await blobs.CreateIfNotExistsAsync(cancellationToken: Cancellation);
        await blobs.UploadBlobAsync(name, BinaryData.FromBytes(content.ToArray()), Cancellation);
    }
}
