using System.Text.Json;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class ReportTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_published_before_the_consultation_in_every_form_and_language_and_the_index_leads_to_it()
    {
        await using Story story = await ReportedAsync();

        Assert.Equal(
            ["index.html", "index.km.html", "report.en.docx", "report.json", "report.km.docx", "report.schema.json"],
            (await story.Plans.FilesAsync()).Where(f => f.StartsWith("commitments/", StringComparison.Ordinal)).Select(f => f["commitments/".Length..]).Order(StringComparer.Ordinal));
        string index = await story.Plans.TextAsync("index.html");
        Assert.Contains("href=\"commitments/index.html\"", index, StringComparison.Ordinal);
        Assert.Contains("No plan has been published yet", index, StringComparison.Ordinal);
        Assert.DoesNotContain((await story.Coordinator.ReportAsync()).Rounds, r => r.Id == "consultation");
    }

    [Fact]
    public async Task It_says_what_was_promised_and_confirmed()
    {
        await using Story story = await ReportedAsync();
        CommitmentsReport report = await ReadAsync(story);

        Assert.Equal((6, 1, 5, 1, 1), (report.Figures.Recommendations, report.Figures.TakenUp, report.Figures.NotTakenUp, report.Figures.Commitments, report.Figures.Confirmed));
        Assert.Equal([(StakeholderCategory.Ministry, 1, 1, 1), (StakeholderCategory.ProvincialDepartment, 1, 0, 0)], report.Reach.Take(2).Select(r => (r.Category, r.Invited, r.Answered, r.Attended)));
        Assert.Contains("Print the observations", await story.Plans.TextAsync("commitments/index.km.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_who_was_invited_gets_its_address_once_in_their_language_but_those_who_want_no_mail()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.Ministry);
        Person youth = story.Person(Party.Youth);
        WebPage stop = await youth.GetAsync((await youth.NewestMailAsync()).Unsubscribe!);
        await youth.PressAsync(stop, "unsubscribe");
        await story.GoToDayAsync(Schedule.CoSigning.Closes);

        IReadOnlyList<Letter> letters = await story.Mails.ReadAsync("workshop-invitation", "report-published");
        Assert.Equal(
            Party.All.Except([Party.Youth]).Select(p => p.Email).Order(StringComparer.Ordinal),
            letters.Select(l => l.To).Order(StringComparer.Ordinal));
        Assert.All(letters, l => Assert.Contains(l.To == Party.Ngo.Email ? "/commitments/index.km.html" : "/commitments/index.html", l.Text, StringComparison.Ordinal));
        Assert.All(letters, l => Assert.NotNull(l.Unsubscribe));
    }

    [Fact]
    public async Task Where_nobody_comes_the_report_still_tells_whom_the_workshop_reached()
    {
        await using Story story = await Workshop.InvitedAsync(azurite);
        await story.GoToDayAsync(Schedule.CoSigning.Closes);
        CommitmentsReport report = await ReadAsync(story);

        Assert.Equal((0, 0, 6), (report.Groups.Count, report.Figures.Commitments, report.Figures.NotTakenUp));
        Assert.Equal((5, 0), (report.Reach.Sum(r => r.Invited), report.Reach.Sum(r => r.Attended)));
        Assert.Contains("Nobody took part", await story.Plans.TextAsync("commitments/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_commits_the_report_says_that_nothing_was_taken_up()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.Ministry, Party.Ngo);
        await story.GoToDayAsync(Schedule.Consultation.Opens - 0.05);

        Assert.Equal((1, 6), ((await ReadAsync(story)).Groups.Count, (await ReadAsync(story)).NotTakenUp.Count));
    }

    [Fact]
    public async Task Neither_a_name_nor_an_address_is_in_any_of_its_files()
    {
        await using Story story = await Workshop.InvitedAsync(azurite, Party.Ministry);
        await story.CommitAsync(("action", "Minna Istry asks provi@example.org and Cora Dinator"), ("organisation", "Ministry of Children"));
        await story.GoToDayAsync(Schedule.CoSigning.Closes);

        foreach (string file in (await story.Plans.FilesAsync()).Where(f => f.StartsWith("commitments/", StringComparison.Ordinal)))
        {
            string text = file.EndsWith(".docx", StringComparison.Ordinal) ? await WordAsync(story, file) : await story.Plans.TextAsync(file);
            Assert.All(
                Party.All.SelectMany(p => new[] { p.Contact, p.Email }).Append("Cora Dinator").Append(Schedule.CoordinatorEmail),
                secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_report_that_is_written_again_stays_as_it_was()
    {
        await using Story story = await ReportedAsync();
        string before = await story.Plans.TextAsync("commitments/report.json");

        await story.Coordinator.DecideAsync(new() { ["decision"] = "record-attendance", ["came"] = new System.Text.Json.Nodes.JsonArray("youth") });
        await story.App.Service<ReportFiles>().WriteAsync(
            (await story.App.Cycles.FindAsync(story.Cycle, Cancellation))!.Settings, (await ReadAsync(story)) with { Title = "Another" }, Cancellation);

        Assert.Equal(before, await story.Plans.TextAsync("commitments/report.json"));
    }

    private async Task<Story> ReportedAsync()
    {
        Story story = await Workshop.InvitedAsync(azurite, Party.Ministry);
        await story.CommitAsync(("action@11", "Print the observations"), ("organisation@11", "Ministry of Children"));
        await story.GoToDayAsync(Schedule.CoSigning.Closes);
        return story;
    }

    private static async Task<CommitmentsReport> ReadAsync(Story story) =>
        JsonSerializer.Deserialize<CommitmentsReport>(await story.Plans.TextAsync("commitments/report.json"), PublicationJson.Options)!;

    private static async Task<string> WordAsync(Story story, string file)
    {
        using HttpResponseMessage response = await story.Plans.GetAsync(file);
        await using Stream bytes = await response.Content.ReadAsStreamAsync(Cancellation);
        using System.IO.Compression.ZipArchive zip = new(bytes);
        System.Text.StringBuilder all = new();
        foreach (System.IO.Compression.ZipArchiveEntry entry in zip.Entries)
        {
            using StreamReader reader = new(await entry.OpenAsync(Cancellation));
            all.Append(await reader.ReadToEndAsync(Cancellation));
        }

        return all.ToString();
    }
}
