using System.Text.Json;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using LocalHost.Demo.Coordinators;
using LocalHost.Demo.People;
using LocalHost.Demo.Sample;

namespace LocalHost.Demo.Summary;

/// <summary>Looks at the two years after the workshops, and at what comes after them.</summary>
internal static class ProgressChecks
{
    public static IEnumerable<Check> Of(
        SampleCycle sample, CycleReport report, PublicShelf shelf, IReadOnlyCollection<Mail> mails, IReadOnlyList<JournalEntry> journal, Successor? next)
    {
        yield return Asked(sample, report);
        yield return Overdue(mails, journal);
        yield return Contested(shelf);
        yield return Closed(sample, shelf, mails);
        yield return GoesOn(sample, shelf, next);
    }

    private static Check Asked(SampleCycle sample, CycleReport report) =>
        new("Progress was asked for in every quarter, to the end",
        [
            .. sample.Contents.Settings.ProgressRounds.Where(id => report.Rounds.All(r => r.Id != id || r.ClosedAt is null)).Select(id => $"{id} was not held."),
        ]);

    private static Check Overdue(IReadOnlyCollection<Mail> mails, IReadOnlyList<JournalEntry> journal) =>
        new("What is overdue reached the coordinators, each deadline once",
        [
            .. mails.Any(m => m.Kind == "overdue") ? Array.Empty<string>() : ["Nobody was late: the demo shows less than it should."],
            .. journal.Where(e => e.Event == JournalEvents.OverdueEscalated).GroupBy(e => (e.Subject, e.Detail)).Where(g => g.Count() > 1).Select(g => $"{g.Key.Subject} was told {g.Count()} times ({g.Key.Detail})."),
        ]);

    private static Check Contested(PublicShelf shelf)
    {
        const string Name = "Views that differ stand side by side on the page of progress";
        if (shelf.Newest is not { } plan || !shelf.Json.TryGetValue($"{plan.Cycle}/v{plan.Version}/progress.json", out string? json))
            return new(Name, ["No page of progress is published."]);
        PublishedProgress progress = JsonSerializer.Deserialize<PublishedProgress>(json, PublicationJson.Options)!;
        return new(Name, progress.Contested.Count > 0 ? [] : ["No status is contested: the demo shows less than it should."]);
    }

    private static Check Closed(SampleCycle sample, PublicShelf shelf, IReadOnlyCollection<Mail> mails) =>
        new("The closing report is published in every language, and the coordinators were told",
        [
            .. sample.Contents.Settings.Languages.Select(l => $"{sample.Id}/closing-report/closing-report.{l}.docx").Where(f => !shelf.Files.ContainsKey(f)).Select(f => $"{f} was not published."),
            .. sample.Contents.Settings.Coordinators.Where(c => !mails.Any(m => m.Kind == "closing-report" && m.To == c.Email)).Select(c => $"{c.Email} was not told."),
        ]);

    private static Check GoesOn(SampleCycle sample, PublicShelf shelf, Successor? next)
    {
        const string Name = "The next cycle has begun with the same people, and carries what this one left open";
        if (next is null)
            return new(Name, ["It was not begun."]);
        string id = next.Status.Id;
        return new(Name,
        [
            .. next.Status.Phase is null ? ["It has no phase."] : Array.Empty<string>(),
            .. next.Reiterations.Items.Count == 0 ? ["Nothing was left open: the demo shows less than it should."] : Array.Empty<string>(),
            .. next.Reiterations.Confirmed == 0 ? ["Nothing of it is asked for again."] : Array.Empty<string>(),
            .. next.Reiterations.Proposed > 0 ? [$"{next.Reiterations.Proposed} proposals wait for somebody to decide."] : Array.Empty<string>(),
            .. shelf.Files.GetValueOrDefault($"{sample.Id}/index.html", "").Contains($"{id}/", StringComparison.Ordinal) ? Array.Empty<string>() : [$"The public page of {sample.Id} does not lead to {id}."],
        ]);
    }
}
