using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Progress.Evidence;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Progress;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class EvidenceTests(AzuriteFixture azurite)
{
    private const string Field = "evidence-file";
    private const string Own = "Photos of Chanthou.pdf";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_goes_with_the_answers_to_the_coordinators_alone_until_they_release_it()
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);
        Person ministry = story.Person(Party.Ministry);

        WebPage next = await ministry.UploadAsync(await ministry.OpenAsync(), Field, Own, SampleFiles.Pdf(), ("status", "done"));
        WebPage check = await ministry.FillInAsync(next);
        Assert.Contains($"{Own} (PDF document, 1 KB)", check.Text, StringComparison.Ordinal);
        WebPage receipt = await ministry.PressAsync(check, FormInput.Send);
        Assert.Contains($"{Own} (PDF document, 1 KB)", receipt.Text, StringComparison.Ordinal);
        await story.GoToDayAsync(ProgressStory.Due + 14);

        EvidenceReport file = Assert.Single(await ListAsync(story));
        Assert.Equal((Own, "application/pdf"), (file.Name, file.ContentType));
        EvidenceAbout about = Assert.Single(file.About);
        Assert.Equal(("11", Party.Ministry.Organisation, null), (about.Recommendation, about.Organisation, about.Released));
        using HttpResponseMessage bytes = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/evidence/{file.Sha256}");
        Assert.Equal(SampleFiles.Pdf().Length, (await bytes.Content.ReadAsByteArrayAsync(Cancellation)).Length);
        Assert.Equal("attachment", bytes.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", bytes.Headers.GetValues("X-Content-Type-Options").Single());
        using HttpResponseMessage nobody = await story.App.Anybody.GetAsync($"cycles/{story.Cycle}/evidence/{file.Sha256}", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        using HttpResponseMessage container = await story.App.Anybody.GetAsync(story.App.Service<AppStorage>().Evidence.Uri + "?restype=container&comp=list", Cancellation);
        Assert.False(container.IsSuccessStatusCode);
        Assert.DoesNotContain(await story.Plans.FilesAsync(), f => f.Contains("evidence", StringComparison.Ordinal));

        await story.Coordinator.DecideAsync(Release(file.Sha256));
        string path = $"evidence/{file.Sha256}.pdf";
        using HttpResponseMessage released = await story.Plans.GetAsync(path);
        Assert.Equal("application/pdf", released.Content.Headers.ContentType!.MediaType);
        await story.GoToDayAsync(Schedule.FirstProgress.Closes + 1);
        string folder = $"v{(await story.Coordinator.ReportAsync()).Plan!.Version}";
        foreach (string published in new[] { "plan.json", "whole.html", "plan.csv" })
        {
            string text = await story.Plans.TextAsync($"{folder}/{published}");
            Assert.Contains($"../{path}", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Chanthou", text, StringComparison.Ordinal);
        }

        await story.Coordinator.DecideAsync(new() { ["decision"] = "withdraw-evidence", ["file"] = file.Sha256, ["note"] = "A child can be recognised" });
        using HttpResponseMessage gone = await story.Plans.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_changes_nothing_and_the_rest_of_the_page_is_kept()
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);
        Person ministry = story.Person(Party.Ministry);
        WebPage page = await ministry.OpenAsync();

        WebPage refused = await ministry.UploadAsync(page, Field, "report.pdf", "<html><script>alert(1)</script>"u8.ToArray(), ("status", "under-way"), ("hindrance", "Too little money"));
        Assert.Contains("none of the kinds", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Too little money", refused.Html, StringComparison.Ordinal);
        WebPage tooLarge = await ministry.UploadAsync(refused, Field, "report.txt", new byte[11_000_000]);
        Assert.Contains("larger than 10 MB", Assert.Single(tooLarge.Errors), StringComparison.Ordinal);
        Assert.Contains("Too little money", tooLarge.Html, StringComparison.Ordinal);
        WebPage empty = await ministry.UploadAsync(tooLarge, Field, "report.txt", []);
        Assert.Contains("empty", Assert.Single(empty.Errors), StringComparison.Ordinal);

        Assert.Empty(await ListAsync(story));
    }

    [Fact]
    public async Task A_file_stays_is_replaced_and_taken_away_as_the_person_likes()
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);
        Person ministry = story.Person(Party.Ministry);
        string address = (await ministry.OpenAsync()).Action!;

        await ministry.UploadAsync(await ministry.OpenAsync(), Field, "first.txt", "One"u8.ToArray(), ("status", "under-way"));
        await ministry.PressAsync(await ministry.GetAsync(address), FormInput.Continue, ("hindrance", "Time"));
        Assert.Contains("first.txt", (await ministry.GetAsync(address)).Text, StringComparison.Ordinal);
        await ministry.UploadAsync(await ministry.GetAsync(address), Field, "second.txt", "MZ\u0090\0"u8.ToArray());
        Assert.Contains("first.txt", (await ministry.GetAsync(address)).Text, StringComparison.Ordinal);
        await ministry.UploadAsync(await ministry.GetAsync(address), Field, "second.txt", "Two"u8.ToArray());
        Assert.Contains("second.txt", (await ministry.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("first.txt", (await ministry.GetAsync(address)).Text, StringComparison.Ordinal);
        await ministry.PressAsync(await ministry.GetAsync(address), FormInput.Continue, (Field + FormInput.Remove, "yes"));
        Assert.DoesNotContain("second.txt", (await ministry.GetAsync(address)).Text, StringComparison.Ordinal);

        // What a page claims about a file is no file.
        await ministry.PressAsync(await ministry.GetAsync(address), FormInput.Continue, (Field, $"{new string('0', 64)}.pdf 12 forged.pdf"));
        Assert.DoesNotContain("forged.pdf", (await ministry.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_the_name_of_somebody_of_the_cycle_is_not_released()
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);
        Person ministry = story.Person(Party.Ministry);
        string address = (await ministry.OpenAsync()).Action!;
        foreach ((string name, byte[] file) in new[] { ("a.docx", SampleFiles.Docx($"Trained by {Party.Ngo.Contact}")), ("b.pdf", SampleFiles.Pdf(author: Party.Ngo.Contact)), ("c.txt", "write to nobody@example.org"u8.ToArray()) })
        {
            await ministry.UploadAsync(await ministry.GetAsync(address), Field, name, file, ("status", "done"));
            await ministry.PressAsync(await ministry.FillInAsync(await ministry.GetAsync(address)), FormInput.Send);
        }

        await story.GoToDayAsync(ProgressStory.Due + 14);
        EvidenceReport last = (await ListAsync(story)).Single(f => f.About.Count > 0);
        using HttpResponseMessage refused = await story.Coordinator.TryDecideAsync(Release(last.Sha256));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("name of somebody", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using HttpResponseMessage withoutReason = await story.Coordinator.TryDecideAsync(new() { ["decision"] = "release-evidence", ["file"] = last.Sha256 });
        Assert.Equal(HttpStatusCode.BadRequest, withoutReason.StatusCode);
        EvidenceNames names = story.App.Service<EvidenceNames>();
        FollowUp.Domain.Cycles.CycleContents cycle = await story.App.Cycles.ContentsAsync(story.Cycle, Cancellation);
        foreach (EvidenceReport file in await ListAsync(story))
        {
            (EvidenceKept kept, byte[] bytes) = (await story.App.Service<EvidenceStore>().FindAsync(story.Cycle, file.Sha256, Cancellation))!.Value;
            Assert.True(await names.AreInAsync(cycle, kept.Extension, bytes, Cancellation), file.Name);
        }

        Assert.False(await names.AreInAsync(cycle, "pdf", SampleFiles.Pdf(), Cancellation));
        Assert.False(await names.AreInAsync(cycle, "docx", SampleFiles.Docx(), Cancellation));
    }

    private static JsonObject Release(string sha256) => new() { ["decision"] = "release-evidence", ["file"] = sha256, ["note"] = "Looked through: no child and nobody's name in it" };

    private static async Task<IReadOnlyList<EvidenceReport>> ListAsync(Story story)
    {
        using HttpResponseMessage response = await story.Coordinator.GetAsync($"cycles/{story.Cycle}/evidence");
        return JsonSerializer.Deserialize<List<EvidenceReport>>(await response.Content.ReadAsStringAsync(Cancellation), RowDocument.Json)!;
    }
}
