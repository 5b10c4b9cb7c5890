using System.Net;
using System.Text;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Documents;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Sheets;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>Beginning at the desk with other files than the usual ones, and what comes into a cycle and out of it later.</summary>
public sealed class BeginWithMoreTests(AzuriteFixture azurite)
{
    private static readonly Dictionary<string, string[]> _safety = new()
    {
        ["/children/safeguarding/name"] = ["Sabina Fegarder"],
        ["/children/safeguarding/email"] = ["sabina@example.org"],
        ["/children/complaints"] = ["complaints@example.org"],
        ["/children/helpline/name"] = ["Child Helpline"],
        ["/children/helpline/number"] = ["1280"],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_begins_with_an_export_of_the_index_asks_children_is_added_to_followed_and_restored_elsewhere()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(BeginFiles.Now);
        using HttpClient client = await app.AtDeskAsync();
        DeskForms desk = new(client);

        string first = await BegunFromIndexAsync(app, desk);
        await ChangedAsync(app, desk, first);
        await FollowedAsync(app, desk, first);
        byte[] archive = await ArchivedAsync(app, client, first);
        await RestoredAsync(archive, first);
    }

    [Fact]
    public async Task What_can_not_be_read_says_what_to_do_many_contacts_are_taken_and_a_draft_is_forgotten_after_thirty_days()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(BeginFiles.Now);
        using HttpClient client = await app.AtDeskAsync();
        DeskForms desk = new(client);

        WebPage scanned = await BeginFiles.GiveAsync(desk, document: ("scan.pdf", BadPdfs.OfPictures()));
        Assert.Contains("pictures of pages and no text", Assert.Single(scanned.Errors), StringComparison.Ordinal);
        WebPage locked = await BeginFiles.GiveAsync(desk, document: ("locked.pdf", BadPdfs.WithPassword()));
        Assert.Contains("protected with a password", Assert.Single(locked.Errors), StringComparison.Ordinal);

        string rows = string.Concat(Enumerable.Range(1, 1_200).Select(n => $"Office {n};{(n % 2 == 0 ? "national-ngo" : "ministry")};Person {n};p{n}@example.org;en\n"));
        WebPage read = await BeginFiles.GiveAsync(desk, contacts: ("many.csv", Encoding.UTF8.GetBytes($"Organisation;Category;Contact;Email;Language\n{rows}")));
        Assert.Equal("What was read", read.Heading);
        Assert.Contains("ministries: 600", read.Text, StringComparison.Ordinal);
        WebPage preview = await desk.SendAsync(await desk.OpenAsync("desk/begin/settings"), "/desk/begin/settings");
        Assert.Contains("Asked: 1200.", preview.Text, StringComparison.Ordinal);

        await app.RunToAsync(BeginFiles.Now.AddDays(29));
        using HttpClient later = await app.AtDeskAsync();
        Assert.Equal("What was read", (await new DeskForms(later).OpenAsync("desk/begin/read")).Heading);
        await app.RunToAsync(BeginFiles.Now.AddDays(31.5));
        await app.RunToAsync(BeginFiles.Now.AddDays(31.5).AddMinutes(1));
        using HttpClient latest = await app.AtDeskAsync();
        Assert.Equal("/desk/begin", (await latest.GetAsync("desk/begin/read", Cancellation)).Headers.Location?.OriginalString);
        Assert.Empty(await app.Service<AppStorage>().Drafts.GetBlobsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    private static async Task<string> BegunFromIndexAsync(TestApp app, DeskForms desk)
    {
        byte[] export = SheetDesk.Csv([UhriSheet.Header, UhriSheet.Row("Legislation 9.The Committee recommends a law."), UhriSheet.Row("Birth registration (art. 7) 24.The Committee recommends that every birth be registered.")]);
        WebPage read = await BeginFiles.GiveAsync(desk, document: ("export.csv", export));
        Assert.Contains("2 recommendations were read", read.Text, StringComparison.Ordinal);

        // Half of what must stand before children are asked is not enough, and says which half is missing.
        WebPage half = await desk.SendAsync(await desk.OpenAsync("desk/begin/settings"), "/desk/begin/settings", new Dictionary<string, string[]> { ["/children/safeguarding/name"] = ["Sabina Fegarder"] });
        Assert.Contains("#f-children-helpline-number", half.Document.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        WebPage preview = await desk.SendAsync(half, "/desk/begin/settings", _safety);
        Assert.Equal("Before anything is sent", preview.Heading);

        string cycle = await StartedAsync(desk, preview);
        CycleSettings settings = (await app.Cycles.CurrentFactsAsync(cycle, Cancellation)).Settings;
        Assert.Equal((UhriSheet.Symbol, "sabina@example.org", "1280"), (settings.Symbol, settings.Children!.Contact.Email, settings.Children.Helpline.Number));
        WebPage children = await desk.OpenAsync($"desk/cycles/{cycle}/children");
        Assert.Contains("Children may be asked in this cycle", children.Text, StringComparison.Ordinal);
        return cycle;
    }

    // Recommendations come back as a sheet, and the official translation as a document: both are shown before they are taken.
    private static async Task ChangedAsync(TestApp app, DeskForms desk, string cycle)
    {
        string import = $"/desk/cycles/{cycle}/import";
        SheetDesk sheet = new(app.Coordinator, cycle, "recommendations");
        string edited = Encoding.UTF8.GetString(await sheet.ExportAsync()).Replace("recommends a law", "recommends a good law", StringComparison.Ordinal);
        WebPage report = await desk.SendAsync(await desk.OpenAsync($"{import}/recommendations"), $"{import}/recommendations", files: File("sheet", "register.csv", edited));
        Assert.Contains("Changed: 1.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("good law", (await TextAsync(app, cycle, "en")).Text, StringComparison.Ordinal);
        WebPage done = await desk.SendAsync(report, $"{import}/recommendations/confirm");
        Assert.Equal("The list was brought in.", done.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains("good law", (await TextAsync(app, cycle, "en")).Text, StringComparison.Ordinal);

        WebPage found = await desk.SendAsync(
            await desk.OpenAsync($"{import}/translations"), $"{import}/translations/fr", files: File("document", "officiel.txt", "9. Le Comité recommande une bonne loi.\n10. Le Comité note ceci.\n"));
        Assert.Contains("Texts found: 1 of 2.", found.Text, StringComparison.Ordinal);
        WebPage taken = await desk.SendAsync(found, $"{import}/translations/fr/confirm");
        Assert.Contains("Official: 1.", taken.Text, StringComparison.Ordinal);
        Assert.Equal(new("Le Comité recommande une bonne loi.", TextStatus.Official), await TextAsync(app, cycle, "fr"));
    }

    private static async Task FollowedAsync(TestApp app, DeskForms desk, string previous)
    {
        WebPage read = await BeginFiles.GiveAsync(desk, title: "The second follow-up", previous: previous);
        Assert.Contains("Follow-up in Testland", read.Text, StringComparison.Ordinal);
        WebPage settings = await desk.OpenAsync("desk/begin/settings");
        WebPage taken = await desk.SendAsync(settings, "/desk/begin/settings", new Dictionary<string, string[]> { ["/id"] = [previous] });
        Assert.Contains("#f-id", taken.Document.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        WebPage preview = await desk.SendAsync(settings, "/desk/begin/settings");

        string cycle = await StartedAsync(desk, preview);
        CycleFacts facts = await app.Cycles.CurrentFactsAsync(cycle, Cancellation);
        Assert.Equal(($"{previous}-2", previous, 15), (cycle, facts.Settings.PreviousCycle, facts.Stakeholders.Count));
        // Who keeps children safe is asked anew: a helpline may be gone by then.
        Assert.Null(facts.Settings.Children);
        Assert.Contains("they will not be asked", preview.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.OpenAsync($"desk/cycles/{cycle}/plan/reiterations")).Document.QuerySelectorAll("section.card").Length);
    }

    private static async Task<byte[]> ArchivedAsync(TestApp app, HttpClient client, string cycle)
    {
        await new DecisionDesk(client, cycle).FollowAsync("calendar", "cancel-cycle", "back=calendar", ("note", "Tried out"));
        await app.EndOfCycleAsync(cycle);
        return await client.GetByteArrayAsync($"desk/cycles/{cycle}/files/archive", Cancellation);
    }

    private async Task RestoredAsync(byte[] archive, string cycle)
    {
        await using TestApp elsewhere = await TestApp.StartAsync(azurite);
        using HttpClient client = await elsewhere.AtDeskAsync();
        DeskForms desk = new(client);

        WebPage restored = await desk.SendAsync(await desk.OpenAsync("desk/restore"), "/desk/restore", files: new Dictionary<string, (string, byte[])> { ["archive"] = ("cycle.zip", archive) });

        Assert.Equal("The cycle was restored.", restored.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal($"/desk/cycles/{cycle}?done=restored", restored.Address);
        Assert.Contains("Follow-up in Testland", (await desk.OpenAsync("desk")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> StartedAsync(DeskForms desk, WebPage preview)
    {
        HttpResponseMessage begun = await desk.PostAsync(preview, "/desk/begin/start");
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        return begun.Headers.Location!.OriginalString.Split('?')[0].Split('/')[^1];
    }

    private static Dictionary<string, (string, byte[])> File(string field, string name, string content) => new() { [field] = (name, Encoding.UTF8.GetBytes(content)) };

    private static async Task<RecommendationText> TextAsync(TestApp app, string cycle, string language) =>
        (await app.Cycles.CurrentFactsAsync(cycle, Cancellation)).Recommendations.Single(r => r.Paragraph == 9).Texts[language];
}
