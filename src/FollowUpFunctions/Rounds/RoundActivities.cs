using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Configuration;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Publication;
using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Rounds;

/// <summary>The steps of a round. Each may run twice and then finds its work done.</summary>
public sealed class RoundActivities(
    CyclesTable cycles,
    InvitationsTable invitations,
    Outbox outbox,
    MeetingPage meetings,
    PlanComposer plans,
    JournalTable journal,
    FollowUpOptions options,
    TimeProvider clock)
{
    /// <summary>Opens a round whose time has come; else says when it will.</summary>
    [Function(nameof(OpenRound))]
    public async Task<RoundOpening> OpenRound([ActivityTrigger] RoundRef round, CancellationToken cancellation)
    {
        Round? opened = await cycles.Rounds.FindAsync(round, cancellation);
        if (opened is null)
        {
            CycleSettings settings = (await cycles.FindAsync(round.Cycle, cancellation))!.Settings;
            if (settings.Cancelled is not null)
                return new(0, Closed: false, Cancelled: true);
            RoundKind kind = Kind(round);
            RoundWindow? window = kind.Planned(settings, round.Round);
            if (window?.Opens > clock.GetUtcNow())
                return new(0, Closed: false, window.Opens.UtcDateTime);
            // Of those that come again and again one whose time is over is not made up for: the next one comes.
            if (kind.ComesAgain && !(window?.Closes > clock.GetUtcNow()))
                return new(0, Closed: true);
            opened = await AddAsync(round, cancellation);
        }

        if (opened is null)
            return new(0, Closed: true);
        await journal.WriteAsync(
            round.Cycle, new(JournalEvents.RoundOpened, opened.OpenedAt!.Value, round.Round, $"{opened.Invited} invited"), cancellation);

        // Who cancels closes the rounds that are there; one that was added at the same moment is closed here.
        if (opened.IsOpen && (await cycles.FindAsync(round.Cycle, cancellation))!.Settings.Cancelled is { } cancelled)
            opened = (await cycles.Rounds.ChangeAsync(round, r => r.CancelledAt(cancelled.At), cancellation))!;
        return new(opened.Pages, opened.ClosedAt is not null, Cancelled: opened.ClosedBy is ClosedBy.Cancellation);
    }

    /// <summary>How many pages a round that has opened has.</summary>
    [Function(nameof(CountPages))]
    public async Task<int> CountPages([ActivityTrigger] RoundRef round, CancellationToken cancellation) =>
        (await cycles.Rounds.FindAsync(round, cancellation))!.Pages;

    [Function(nameof(InvitePage))]
    public async Task InvitePage([ActivityTrigger] PageRef page, CancellationToken cancellation)
    {
        CycleContents cycle = await ContentsAsync(page.OfRound, cancellation);
        CycleFacts facts = (await cycles.FactsAsync(page.Cycle, cancellation))!;
        Meeting? meeting = Meetings.Of(page.Round, cycle.Settings);
        IReadOnlySet<string> optedOut = await cycles.OptedOutAsync(page.Cycle, cancellation);
        Round round = (await cycles.Rounds.FindAsync(page.OfRound, cancellation))!;
        int size = round.PageSize ?? options.PageSize;
        IEnumerable<Addressee> people = Kind(page.OfRound).Asked(Newcomers.AskedAt(cycle, round.OpenedAt!.Value), page.Round)
            .Take(round.Invited).Skip(page.Page * size).Take(size);
        await invitations.AddMissingAsync(
            page,
            people.Select(a => (a, facts.ContactOf(a.Who)!.Category, optedOut.Contains(a.Who))),
            clock.GetUtcNow(),
            cancellation,
            meeting is { Sequence: > 0 } changed ? changed.Sequence : null);

        List<Invitation> there = await invitations.PageAsync(page, cancellation);
        await outbox.SendAsync(
            new(page, MailKind.Invitation, 1),
            [.. there.Where(i => i.Sent is null && i.Bounced is null && i.Unsubscribed is null)],
            cancellation);

        // Who changes a meeting tells those who were invited by then; one who was invited at the same moment is told here.
        if (meeting is not null)
            await meetings.TellAsync(page, cancellation);
    }

    [Function(nameof(ReadRound))]
    public async Task<RoundView> ReadRound([ActivityTrigger] RoundRef round, CancellationToken cancellation)
    {
        Round onRecord = (await cycles.Rounds.FindAsync(round, cancellation))!;
        List<Invitation> all = await invitations.CountedAsync(round, onRecord.Pages, cancellation);
        RoundDue due = ReminderSchedule.Next(onRecord, Invitation.Awaited(onRecord, all), clock.GetUtcNow());
        return new(due.Over, due.By, due.Reminder, due.Next?.UtcDateTime);
    }

    [Function(nameof(RemindPage))]
    public async Task RemindPage([ActivityTrigger] ReminderOfPage reminder, CancellationToken cancellation)
    {
        // The mark decides: an answer that comes first takes the row's ETag along, and the person is not reminded.
        await invitations.SetWhereAsync(
            reminder.Page,
            i => i.IsOutstanding && i.Sent is not null && i.Reminded < reminder.Ordinal,
            _ => [(nameof(Invitation.Reminded), reminder.Ordinal)],
            cancellation);
        List<Invitation> there = await invitations.PageAsync(reminder.Page, cancellation);
        await outbox.SendAsync(
            new(reminder.Page, MailKind.Reminder, reminder.Ordinal),
            [.. there.Where(i => i.Reminded == reminder.Ordinal && i.IsOutstanding)],
            cancellation);
    }

    [Function(nameof(NoteReminder))]
    public async Task NoteReminder([ActivityTrigger] ReminderOfRound reminder, CancellationToken cancellation)
    {
        Round? round = await cycles.Rounds.ChangeAsync(
            reminder.Round, r => r with { Reminded = Math.Max(r.Reminded, reminder.Ordinal) }, cancellation);
        await journal.WriteAsync(
            reminder.Round.Cycle,
            new(JournalEvents.RoundReminded, round!.Window.Reminders[reminder.Ordinal - 1], reminder.Round.Round, $"reminder {reminder.Ordinal}"),
            cancellation);
    }

    [Function(nameof(FreezePage))]
    public Task FreezePage([ActivityTrigger] PageRef page, CancellationToken cancellation) =>
        invitations.SetWhereAsync(page, i => i.Frozen is null, i => [(nameof(Invitation.Frozen), i.Revision)], cancellation);

    /// <returns>Whether it was the cycle's cancellation that closed it.</returns>
    [Function(nameof(CloseRound))]
    public async Task<bool> CloseRound([ActivityTrigger] RoundClosing closing, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Round closed = (await cycles.Rounds.ChangeAsync(
            closing.Round, r => r.ClosedAt is null ? r with { ClosedAt = now, ClosedBy = closing.By } : r, cancellation))!;
        await journal.WriteAsync(
            closing.Round.Cycle, new(JournalEvents.RoundClosed, closed.ClosedAt!.Value, closed.Id, $"by {closed.ClosedBy}"), cancellation);
        return closed.ClosedBy is ClosedBy.Cancellation;
    }

    /// <returns>Null where there is nobody to ask and the calendar need not have the round: then there is no such round.</returns>
    private async Task<Round?> AddAsync(RoundRef round, CancellationToken cancellation)
    {
        CycleContents cycle = await ContentsAsync(round, cancellation);
        RoundKind kind = Kind(round);
        DateTimeOffset now = clock.GetUtcNow();
        RoundWindow window = kind.Planned(cycle.Settings, round.Round) is { } planned
            ? ReminderSchedule.OpeningAt(planned, now)
            : kind.Lasts is { } time ? ReminderSchedule.Lasting(now, time)
            : ReminderSchedule.WithoutEnd(now, cycle.Settings.CoordinatorReminderEvery);
        int invited = kind.Asked(Newcomers.AskedAt(cycle, now), round.Round).Count;
        if (invited == 0 && !kind.Calendar)
            return null;
        int pages = (invited + options.PageSize - 1) / options.PageSize;
        Round opened = new(round.Round, window, kind.Form.Version, pages, invited, OpenedAt: now)
        {
            PageSize = options.PageSize,
            MeetingTold = Meetings.Of(round.Round, cycle.Settings) is { Sequence: > 0 and var sequence } ? sequence : null,
        };
        return await cycles.Rounds.AddAsync(round.Cycle, opened, cancellation);
    }

    // Only with what was decided is it known what is due.
    private Task<CycleContents> ContentsAsync(RoundRef round, CancellationToken cancellation) => Kind(round).AudienceOf is null
        ? cycles.ContentsAsync(round.Cycle, cancellation)
        : plans.CurrentAsync(round.Cycle, cancellation);

    private static RoundKind Kind(RoundRef round) =>
        RoundKinds.Find(round.Round) ?? throw new InvalidOperationException($"There is no kind of round for {round.Round}.");
}
