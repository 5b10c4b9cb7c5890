using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>What a round promises, whatever comes and whenever it comes.</summary>
public sealed class RoundPromises(TestApp app, RoundRun run)
{
    // A failed step is tried again after some seconds; nothing else may take time.
    private static readonly TimeSpan retries = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<string>> BrokenAsync(OrchestrationMetadata end)
    {
        if (end.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
            return [$"the orchestration ended as {end.RuntimeStatus}: {end.FailureDetails?.ErrorMessage}"];
        if (run.Placement.Arrival == Arrival.Cancellation)
            return await new CancellationPromises(app, run).BrokenAsync(end);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Round round = (await app.Cycles.Rounds.FindAsync(run.Round, cancellation))!;
        List<string> broken = [.. await ClosingAsync(round)];
        broken.AddRange(Journal(await app.Service<JournalTable>().ReadAsync(run.Cycle.Id, 1_000, cancellation)));
        broken.AddRange(await AnswerAsync(cancellation));

        int invitations = 0;
        for (int page = 0; page < round.Pages; page++)
        {
            PageRef reference = new(run.Round.Cycle, run.Round.Round, page);
            List<Invitation> there = await app.Invitations.PageAsync(reference, cancellation);
            invitations += there.Count;
            broken.AddRange(await MailsAsync(reference, there, round, cancellation));
        }

        if (invitations != RoundRun.People)
            broken.Add($"{invitations} invitations for {RoundRun.People} people");
        return broken;
    }

    private async Task<IEnumerable<string>> ClosingAsync(Round round)
    {
        List<Decided> taken = [];
        foreach (Decided decided in run.Decided)
        {
            using HttpResponseMessage response = await decided.Response;
            if (response.IsSuccessStatusCode)
                taken.Add(decided);
        }

        if (taken.Count == 0)
            return Near(round.ClosedAt, round.Window.Closes!.Value) ? [] : [$"closed at {round.ClosedAt:s} and not at its end"];
        return Near(round.ClosedAt, taken[0].At)
            ? []
            : [$"lost event: the decision of {taken[0].At:s} took effect only at {round.ClosedAt:s}"];
    }

    private static IEnumerable<string> Journal(List<JournalEntry> journal)
    {
        foreach (string once in (string[])[JournalEvents.RoundOpened, JournalEvents.RoundClosed])
        {
            if (journal.Count(e => e.Event == once) is not 1 and int times)
                yield return $"{once} stands {times} times in the journal";
        }

        if (journal.Exists(e => e.Event == JournalEvents.MailSentAgain))
            yield return "a mail was sent again, which this provider never needs";
    }

    private async Task<IEnumerable<string>> AnswerAsync(CancellationToken cancellation)
    {
        if (run.Answered is not { } answered)
            return [];
        RoundAnswers answers = app.Service<RoundAnswers>();
        string who = SampleCycle.Who(run.Placement.Person);
        SubmittedAnswer? newest = (await answers.CountedAsync(run.Round, cancellation))
            .Concat(await answers.LateAsync(run.Round, cancellation))
            .Where(a => a.Who == who).MaxBy(a => a.Revision);
        return newest?.Sheet.Answer("people") == $"{answered.People}" ? [] : [$"lost answer: of {answered.People} people there is {newest?.Sheet.Answer("people") ?? "nothing"}"];
    }

    private async Task<IEnumerable<string>> MailsAsync(PageRef page, List<Invitation> there, Round round, CancellationToken cancellation)
    {
        List<string> broken = [];
        OutboxTable outbox = app.Service<OutboxTable>();
        Dictionary<string, OutboxMail> invited = await outbox.ReadAsync(new(page, MailKind.Invitation, 1), cancellation);
        broken.AddRange(there.Where(i => i.Sent is null || invited.GetValueOrDefault(i.Ref.Id)?.Accepted is null).Select(i => $"{i.Who} was not invited"));
        for (int ordinal = 1; ordinal <= round.Window.Reminders.Count; ordinal++)
        {
            Dictionary<string, OutboxMail> mails = await outbox.ReadAsync(new MailBatch(page, MailKind.Reminder, ordinal), cancellation);
            foreach (Invitation invitation in there)
                broken.AddRange(Reminder(invitation, mails.GetValueOrDefault(invitation.Ref.Id), ordinal, round));
        }

        return broken;
    }

    private IEnumerable<string> Reminder(Invitation invitation, OutboxMail? mail, int ordinal, Round round)
    {
        bool answered = invitation.Submitted is not null;
        if (answered && ordinal > run.Answered!.Reminded && (mail is not null || invitation.Reminded >= ordinal))
            yield return $"{invitation.Who} was reminded ({ordinal}) after the answer";
        if (!answered && ordinal <= round.Reminded && mail?.Accepted is null)
            yield return $"{invitation.Who} was not reminded ({ordinal})";
        if (ordinal > round.Reminded && mail is not null)
            yield return $"{invitation.Who} got a reminder ({ordinal}) that was not due";
        if (mail is not null && !Near(mail.Sending, round.Window.Reminders[ordinal - 1]))
            yield return $"{invitation.Who} got reminder {ordinal} at {mail.Sending:s}, not on its date";
    }

    private static bool Near(DateTimeOffset? at, DateTimeOffset expected) => at >= expected && at - expected < retries;
}
