using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using LocalHost.Demo.Coordinators;
using LocalHost.Demo.People;
using LocalHost.Demo.Sample;

namespace LocalHost.Demo.Summary;

/// <summary>Gathers what came out of a cycle and checks it.</summary>
internal sealed class SummaryMaker(SampleCycle sample, DemoFolder folder, SimulatedPeople people, CycleApi api, Azure.Storage.Blobs.BlobContainerClient plans)
{
    /// <param name="trouble">Why the cycle did not end, or null.</param>
    /// <param name="next">The cycle that follows, or null where it did not begin.</param>
    public async Task<DemoSummary> MakeAsync(string? trouble, Successor? next, TimeSpan took, CancellationToken cancellation)
    {
        CycleReport report = await api.StatusAsync(cancellation)
            ?? throw new HostException("The cycle is unknown to the app, though it was started.");
        IReadOnlyList<JournalEntry> journal = await api.JournalAsync(cancellation);
        IReadOnlyList<PlanItem> items = await api.ItemsAsync(cancellation);
        IReadOnlyList<PlanLine> lines = PlanLines.Of(items);
        IReadOnlyList<Memory> memories = people.Memories.All;
        IReadOnlyList<GivenAnswer> given = GivenAnswers.Of(memories, people.Cast);
        PublicShelf shelf = await PublicShelf.ReadAsync(plans, sample.Id, cancellation);
        Assigned[] assigned = [.. memories.Where(m => m.Step is null && m.Typed is not null).SelectMany(m => m.Typed!).DistinctBy(a => a.Key).Select(a => Given(a.Key, a.Value[0], items, given))];
        Check[] checks =
        [
            new("The cycle ended", report.EndedAt is null ? [trouble ?? "The cycle has not ended."] : []),
            RoundChecks.NothingWentWrong(memories),
            PlanChecks.ComesFromAnswers(shelf.Newest, lines, given, assigned),
            PlanChecks.HoldsEverything(lines, given),
            RoundChecks.DeclinedIsSettled(lines, given, folder.Identity.Seconds),
            PrivacyCheck.Of(shelf, sample.Contents, memories),
            RoundChecks.AnswersCount(report, memories),
            RoundChecks.BouncesAreSeen(report, people.Mails, people.Cast.Unreachable),
            RoundChecks.RemindersAreDue(people.Mails, memories),
            RoundChecks.DuplicatesAreRecorded(people.Mails, journal),
            ReportCheck.Of(sample.Contents, shelf, given, people.Mails),
            .. await ChildrensChecks.OfAsync(shelf, memories, people.Mails, journal, api, cancellation),
            .. ProgressChecks.Of(sample, report, shelf, people.Mails, journal, next),
            await LinkCheck.OfAsync(people.Mails, memories, people.Browser, cancellation),
        ];
        return new(
            report.EndedAt is not null,
            folder.Identity.Seconds ? "seconds" : "skipping",
            folder.Identity.Seed,
            Math.Round(took.TotalSeconds, 1),
            people.Browser.Requests + api.Requests,
            people.Mails.Count,
            report.Plan?.Address,
            shelf.Files.ContainsKey($"{sample.Id}/{ReportCheck.Page}") ? $"{plans.Uri}/{sample.Id}/{ReportCheck.Page}" : null,
            shelf.Newest is { } newest && shelf.Files.ContainsKey($"{sample.Id}/v{newest.Version}/progress.html") ? $"{plans.Uri}/{sample.Id}/v{newest.Version}/progress.html" : null,
            shelf.Files.ContainsKey($"{sample.Id}/closing-report/index.html") ? $"{plans.Uri}/{sample.Id}/closing-report/index.html" : null,
            report.Plan?.Version ?? 0,
            Figures(shelf.Newest),
            [.. report.Rounds.Select(r => new RoundSummary(r.Id, r.Invited, r.Answered, r.Late, r.Bounced, r.Reminders, r.ClosedBy?.ToString()))],
            given,
            lines,
            assigned,
            checks);
    }

    private static Assigned Given(string recommendation, string organisation, IReadOnlyList<PlanItem> items, IReadOnlyList<GivenAnswer> given)
    {
        GivenAnswer? decline = given.FirstOrDefault(g => g.Kind == "reply" && g.Text == "decline" && g.Recommendation == recommendation);
        return new(recommendation, organisation, decline?.Organisation, items.FirstOrDefault(i => i.Recommendation == recommendation)?.Responsibility.ProposedInstead);
    }

    private static Dictionary<string, int> Figures(PublishedPlan? plan) => plan is null ? [] : new()
    {
        ["recommendations"] = plan.Figures.Recommendations,
        ["withAction"] = plan.Figures.WithAction,
        ["withResponsible"] = plan.Figures.WithResponsible,
        ["disputed"] = plan.Figures.Disputed,
        ["commitments"] = plan.Figures.Commitments,
        ["actions"] = plan.Figures.Actions,
        ["monitoringTasks"] = plan.Figures.MonitoringTasks,
    };
}
