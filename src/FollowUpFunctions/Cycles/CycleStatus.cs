using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Reiterations;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Mail;
using FollowUpFunctions.NextCycle;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Cycles;

public sealed record CycleReport(
    string Id,
    string Title,
    string? Phase,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<RoundReport> Rounds,
    IReadOnlyList<PlannedRound> Planned,
    IReadOnlyList<Waiting> Waiting,
    PlanReport? Plan,
    IReadOnlyList<NotAsked> NotAsked)
{
    /// <summary>When a cycle was cancelled, and why; null while it goes on.</summary>
    public Cancellation? Cancelled { get; init; }

    /// <summary>When it was restored from an archive; null where it was carried through here.</summary>
    public DateTimeOffset? RestoredAt { get; init; }

    /// <summary>The meetings as they are now.</summary>
    public IReadOnlyList<MeetingReport> Meetings { get; init; } = [];
}

/// <param name="Changes">How often it was changed since the cycle began.</param>
public sealed record MeetingReport(string Id, DateTimeOffset Starts, DateTimeOffset Ends, string Place, string? Programme, int Changes, bool Cancelled);

/// <summary>A round of the calendar, or about deadlines, that has not opened yet; one of the calendar whose turn comes late is moved as a whole.</summary>
public sealed record PlannedRound(string Id, DateTimeOffset Opens, DateTimeOffset? Closes);

/// <param name="State"><c>open</c> or <c>closed</c>.</param>
/// <param name="Late">Answers that came after the end: kept, not counted.</param>
public sealed record RoundReport(
    string Id,
    string State,
    DateTimeOffset Opens,
    DateTimeOffset? Closes,
    DateTimeOffset? ClosedAt,
    ClosedBy? ClosedBy,
    int Invited,
    int Answered,
    int Late,
    int Outstanding,
    int Bounced,
    int Unsubscribed,
    int Reminders,
    IReadOnlyDictionary<string, CategoryCount> Categories)
{
    /// <summary>Invitations that are still to be mailed; nobody counts whom no mail reaches.</summary>
    public int Unsent { get; init; }
}

public sealed record CategoryCount(int Invited, int Answered);

/// <summary>Something that waits, and for whom.</summary>
/// <param name="What">A round's id, a kind of decision, or <c>overdue</c>.</param>
/// <param name="For"><c>coordinator</c>, <c>translator</c>, or a category of stakeholders; an organisation's name for what is overdue of it.</param>
public sealed record Waiting(string What, string For, int Count, DateTimeOffset Since);

/// <summary>An organisation that is named in a commitment and could not be asked: a coordinator may write to it.</summary>
/// <param name="Commitment">Such as <c>66-a.2</c>.</param>
public sealed record NotAsked(string Commitment, string Organisation);

public sealed record PlanReport(int Version, string Address, DateTimeOffset PublishedAt);

/// <summary>Where a cycle stands, and what it was read from.</summary>
public sealed record CycleStanding(CycleReport Report, IReadOnlyList<Round> Rounds, CycleContents Contents);

/// <summary>Tells where a cycle stands, from the tables alone.</summary>
public sealed class CycleStatus(
    CyclesTable cycles, InvitationsTable invitations, BounceList bounces, OpenItemsTable openItems, DecisionsTable decisions, PublicAddresses addresses, PlanComposer plans,
    TimeProvider clock)
{
    public async Task<CycleReport> ReadAsync(CycleState state, CancellationToken cancellation) =>
        (await LookAsync(state, _ => true, cancellation)).Report;

    /// <param name="counted">The rounds whose invitations are counted; others are not in the report.</param>
    public async Task<CycleStanding> LookAsync(CycleState state, Func<Round, bool> counted, CancellationToken cancellation)
    {
        string id = state.Settings.Id;
        List<Round> rounds = [.. (await cycles.Rounds.ListAsync(id, cancellation)).OrderBy(r => r.OpenedAt)];
        List<(Round Round, List<Invitation> Invitations)> read = [];
        foreach (Round round in rounds.Where(counted))
            read.Add((round, await invitations.CountedAsync(new(id, round.Id), round.Pages, cancellation)));
        CycleContents contents = state is { Phase: Phase.Progress, EndedAt: null } ? await plans.CurrentAsync(id, cancellation) : await cycles.ContentsAsync(id, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<NotAsked> notAsked = NotAskedIn(contents);
        PlanVersion? newest = (await cycles.VersionsAsync(id, cancellation)).MaxBy(v => v.Number);
        CycleReport report = new(
            id,
            state.Settings.Title,
            state.Phase?.ToString(),
            state.CreatedAt,
            state.EndedAt,
            [.. read.Select(x => Report(x.Round, x.Invitations))],
            Planned(state, rounds, contents, now),
            [.. read.Where(x => x.Round.IsOpen).SelectMany(x => Waits(x.Round, x.Invitations)), .. Disputed(state, rounds, contents), .. Unasked(state, rounds, notAsked), .. OverdueIn(state, contents, now), .. await UnreachedAsync(state, cancellation), .. await LeftOpenAsync(state, cancellation)],
            newest is null ? null : new(newest.Number, addresses.Plan(id), newest.At),
            notAsked)
        {
            Cancelled = state.Settings.Cancelled,
            RestoredAt = state.RestoredAt,
            Meetings = [.. Meetings.All.Select(m => Report(m, Meetings.Find(state.Settings, m)!))],
        };
        return new(report, rounds, contents);
    }

    /// <summary>The rounds that are to open, in the order of their dates.</summary>
    /// <param name="contents">While progress is asked for, with the plan as it stands.</param>
    internal static IReadOnlyList<PlannedRound> Planned(CycleState state, List<Round> rounds, CycleContents contents, DateTimeOffset now) =>
        state is not { EndedAt: null, Settings.Cancelled: null } ? [] :
        [
            .. state.Settings.Calendar.Rounds
                .Where(r => !rounds.Exists(opened => opened.Id == r.Key))
                .Select(r => new PlannedRound(r.Key, r.Value.Opens, r.Value.Closes))
                .Concat(state.Phase is Phase.Progress ? ProgressDates.Due(contents, rounds, now).Select(d => new PlannedRound(d.Round, d.Window.Opens, d.Window.Closes)) : [])
                .OrderBy(r => r.Opens),
        ];

    private static IEnumerable<Waiting> OverdueIn(CycleState state, CycleContents contents, DateTimeOffset now) =>
        state is not { Phase: Phase.Progress, EndedAt: null, Settings.Cancelled: null } ? [] :
        Overdue.Of(contents.Items, ProgressAudiences.Day(state.Settings, now))
            .GroupBy(o => o.Deadline.Organisation is { } organisation ? Organisations.Normalise(organisation) : "coordinator", StringComparer.OrdinalIgnoreCase)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Waiting("overdue", g.Key, g.Count(), LocalTimes.ToInstant(
                g.Min(o => o.Deadline.Due).AddDays(1).ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(state.Settings.TimeZone))));

    private static MeetingReport Report(string id, Meeting meeting) =>
        new(id, meeting.Starts, meeting.Ends, meeting.Place, meeting.Programme, meeting.Sequence, meeting.Cancelled);

    internal static RoundReport Report(Round round, List<Invitation> all) => new(
        round.Id,
        round.IsOpen ? "open" : "closed",
        round.Window.Opens,
        round.Window.Closes,
        round.ClosedAt,
        round.ClosedBy,
        all.Count,
        all.Count(i => i.Submitted is not null),
        all.Count(i => i.IsLate),
        all.Count(i => i.IsOutstanding),
        all.Count(i => i.Bounced is not null),
        all.Count(i => i.Unsubscribed is not null),
        round.Reminded,
        all.GroupBy(Who).ToDictionary(g => g.Key, g => new CategoryCount(g.Count(), g.Count(i => i.Submitted is not null))))
    {
        Unsent = all.Count(i => i is { Sent: null, Bounced: null, Unsubscribed: null, Submitted: null }),
    };

    private static IEnumerable<Waiting> Waits(Round round, List<Invitation> all) =>
        all.Where(i => i.IsOutstanding)
            .GroupBy(Who)
            .Select(g => new Waiting(round.Id, g.Key, g.Count(), round.OpenedAt!.Value));

    private static IEnumerable<Waiting> Disputed(CycleState state, List<Round> rounds, CycleContents contents)
    {
        if (state.EndedAt is not null || state.Settings.Cancelled is not null || rounds.Find(r => r.Id == RoundKinds.Responsibility.Id)?.ClosedAt is not { } since)
            return [];
        int disputed = contents.Items.Count(i => i.Responsibility.IsUnsettled);
        return disputed == 0 ? [] : [new("assign", "coordinator", disputed, since)];
    }

    // Until the plan takes their place: then it is the plan's responsibilities that wait.
    private static IEnumerable<Waiting> Unasked(CycleState state, List<Round> rounds, IReadOnlyList<NotAsked> notAsked) =>
        notAsked.Count > 0 && state.EndedAt is null && !rounds.Exists(r => r.Id == RoundKinds.Responsibility.Id)
            && rounds.Find(r => r.Id == RoundKinds.Commitments.Id)?.ClosedAt is { } since
            ? [new("not-asked", "coordinator", notAsked.Count, since)]
            : [];

    private async Task<IReadOnlyList<Waiting>> UnreachedAsync(CycleState state, CancellationToken cancellation) =>
        state is { EndedAt: null, Settings.Cancelled: null } && await bounces.CountAsync(state.Settings.Id, cancellation) is { } unreached
            ? [new(CorrectAddress.Kind, "coordinator", unreached.Count, unreached.Since)]
            : [];

    // What the cycle before left open: what may be said again waits for a decision, and what is said nowhere is not forgotten.
    private async Task<IReadOnlyList<Waiting>> LeftOpenAsync(CycleState state, CancellationToken cancellation)
    {
        if (state is not { EndedAt: null, Settings: { Cancelled: null, PreviousCycle: not null } })
            return [];
        IReadOnlyList<ReiterationOf> items = ReiterationStates.Of(
            await openItems.ListAsync(state.Settings.Id, cancellation), (await decisions.ListAsync(state.Settings.Id, cancellation)).Reiterations());
        return
        [
            .. new[] { ReiterationStates.Proposed, ReiterationStates.WithoutCounterpart }
                .Select(left => new Waiting(
                    left == ReiterationStates.Proposed ? ConfirmReiteration.Kind : left, "coordinator", items.Count(i => i.State == left), state.CreatedAt))
                .Where(w => w.Count > 0),
        ];
    }

    private static IReadOnlyList<NotAsked> NotAskedIn(CycleContents contents) =>
    [
        .. contents.Items.SelectMany(i => i.Commitments)
            .SelectMany(c => c.Signatures.Where(s => s.State == SignatureState.NotAsked).Select(s => new NotAsked(c.Key, s.Organisation))),
    ];

    private static string Who(Invitation invitation) =>
        invitation.Category?.Slug() ?? (invitation.Who.StartsWith(Contact.TranslatorPrefix, StringComparison.Ordinal) ? "translator" : "coordinator");
}
