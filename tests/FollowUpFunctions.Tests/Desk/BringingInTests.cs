using System.Net;
using System.Text;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

public sealed class BringingInTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_of_contacts_is_told_row_by_row_first_and_taken_when_it_is_confirmed()
    {
        (TestApp app, string cycle) = await RunningAsync();
        await using TestApp running = app;
        using HttpClient client = await app.AtDeskAsync();
        DeskForms desk = new(client);
        string address = $"/desk/cycles/{cycle}/import/stakeholders";
        int before = (await app.Cycles.CurrentFactsAsync(cycle, Cancellation)).Stakeholders.Count;

        WebPage refused = await GiveAsync(desk, address, "Organisation,Category,Contact,Email,Language\nRadio,nothing,Ann,ann@example.net,en\n");
        Assert.Contains("Refused: 1.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{address}/confirm", refused.Html, StringComparison.Ordinal);
        WebPage report = await GiveAsync(desk, address, "Organisation,Category,Contact,Email,Language\n<i>Radio</i>,national-ngo,Ann,ann@example.net,en\n");
        Assert.Contains("New: 1.", report.Text, StringComparison.Ordinal);
        Assert.Empty(report.Document.QuerySelectorAll("main i"));
        Assert.Equal(before, (await app.Cycles.CurrentFactsAsync(cycle, Cancellation)).Stakeholders.Count);

        HttpResponseMessage done = await desk.PostAsync(report, $"{address}/confirm");

        Assert.Equal($"/desk/cycles/{cycle}/people?done=imported", done.Headers.Location!.OriginalString);
        Assert.Equal(before + 1, (await app.Cycles.CurrentFactsAsync(cycle, Cancellation)).Stakeholders.Count);
    }

    [Fact]
    public async Task A_file_that_is_no_official_translation_is_refused_at_its_languages_field()
    {
        (TestApp app, string cycle) = await RunningAsync();
        await using TestApp running = app;
        using HttpClient client = await app.AtDeskAsync();
        DeskForms desk = new(client);
        string address = $"/desk/cycles/{cycle}/import/translations";
        WebPage page = await desk.OpenAsync(address);

        WebPage wrong = await desk.SendAsync(page, $"{address}/fr", files: new Dictionary<string, (string, byte[])> { ["document"] = ("x.jpg", [0xFF, 0xD8, 0xFF, 1]) });

        Assert.Contains("This is a picture.", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.Equal("#document-fr", wrong.Document.QuerySelector(".errors a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Somebody_is_erased_when_their_id_was_typed_and_not_before()
    {
        (TestApp app, string cycle) = await RunningAsync();
        await using TestApp running = app;
        using HttpClient client = await app.AtDeskAsync();
        DeskForms desk = new(client);
        Stakeholder somebody = (await app.Cycles.CurrentFactsAsync(cycle, Cancellation)).Stakeholders[0];
        string address = $"/desk/cycles/{cycle}/people/{somebody.Id}/erase";

        WebPage page = await desk.OpenAsync(address);
        string held = await client.GetStringAsync(page.Document.QuerySelector("main a[download]")!.GetAttribute("href"), Cancellation);
        Assert.Contains(somebody.Email, held, StringComparison.Ordinal);

        WebPage wrong = await desk.SendAsync(page, address, new Dictionary<string, string[]> { ["confirm"] = ["yes"] });
        Assert.Single(wrong.Errors);
        Assert.NotEmpty((await app.Cycles.CurrentFactsAsync(cycle, Cancellation)).Stakeholders[0].Email);
        HttpResponseMessage done = await desk.PostAsync(wrong, address, new Dictionary<string, string[]> { ["confirm"] = [somebody.Id] });

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Empty((await app.Cycles.CurrentFactsAsync(cycle, Cancellation)).Stakeholders[0].Email);
    }

    [Fact]
    public async Task What_is_no_archive_is_refused_in_a_sentence_and_a_form_without_the_sessions_key_is_not_read()
    {
        (TestApp app, _) = await RunningAsync();
        await using TestApp running = app;
        using HttpClient client = await app.AtDeskAsync();
        DeskForms desk = new(client);
        WebPage page = await desk.OpenAsync("/desk/restore");
        Dictionary<string, (string, byte[])> file = new() { ["archive"] = ("a.zip", "no zip"u8.ToArray()) };

        WebPage wrong = await desk.SendAsync(page, "/desk/restore", files: file);
        HttpResponseMessage forged = await desk.PostAsync(page, "/desk/restore", new Dictionary<string, string[]> { ["_key"] = ["forged"] }, file);

        Assert.Contains("no ZIP file", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    private static Task<WebPage> GiveAsync(DeskForms desk, string address, string csv) => SendAsync(desk, address, Encoding.UTF8.GetBytes(csv));

    private static async Task<WebPage> SendAsync(DeskForms desk, string address, byte[] sheet) =>
        await desk.SendAsync(await desk.OpenAsync(address), address, files: new Dictionary<string, (string, byte[])> { ["sheet"] = ("sheet.csv", sheet) });

    private async Task<(TestApp App, string Cycle)> RunningAsync()
    {
        TestApp app = await TestApp.StartAsync(azurite);
        CycleContents cycle = new SampleCycle().Build();
        await app.StartCycleAsync(cycle with { Settings = cycle.Settings with { Languages = [.. cycle.Settings.Languages.Union(["fr"])] } });
        await app.RunToAsync(SampleCycle.Starts.AddHours(1));
        return (app, cycle.Settings.Id);
    }
}
