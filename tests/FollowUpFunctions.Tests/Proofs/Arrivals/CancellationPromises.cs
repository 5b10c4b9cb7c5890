using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Mail;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.DurableTask.Client;

namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>What cancelling a cycle promises, whenever it comes.</summary>
public sealed class CancellationPromises(TestApp app, RoundRun run)
{
    private static readonly TimeSpan promptly = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<IReadOnlyList<string>> BrokenAsync(OrchestrationMetadata end)
    {
        if (!run.Decided.TryPeek(out Decided? decided))
            return [];
        using HttpResponseMessage response = await decided.Response;
        if (!response.IsSuccessStatusCode)
            return [$"the cancellation was refused: {(int)response.StatusCode}"];

        List<string> broken = [];
        CycleState state = (await app.Cycles.FindAsync(run.Cycle.Id, Cancellation))!;
        Round? round = await app.Cycles.Rounds.FindAsync(run.Round, Cancellation);
        if (state.Settings.Cancelled is not { } cancelled)
            return ["the cycle does not know that it was cancelled"];
        bool wasOver = round?.ClosedAt < cancelled.At || (round is { ClosedBy: not ClosedBy.Cancellation } && Near(round.Window.Closes, cancelled.At));
        if (!wasOver && end.LastUpdatedAt - cancelled.At > promptly)
            broken.Add($"lost event: cancelled at {cancelled.At:s}, ended only at {end.LastUpdatedAt:s}");
        if (round is { ClosedAt: null })
            broken.Add("the round is still open");
        if (!wasOver && round is { ClosedBy: not ClosedBy.Cancellation })
            broken.Add($"the round closed by {round.ClosedBy}");
        broken.AddRange(await ToldAsync(state.Settings, round, cancelled.At));
        return broken;
    }

    private async Task<IReadOnlyList<string>> ToldAsync(CycleSettings settings, Round? round, DateTimeOffset cancelledAt)
    {
        Meeting meeting = Meetings.Of(run.Round.Round, settings)!;
        MeetingNotice notice = new(run.Round, meeting.Sequence);
        if (await app.Host.Durable.GetInstanceAsync(notice.InstanceId, cancellation: Cancellation) is not null)
            await app.Host.Durable.WaitForInstanceCompletionAsync(notice.InstanceId, false, Cancellation);
        List<string> broken = [];
        OutboxTable outbox = app.Service<OutboxTable>();
        for (int n = 0; n < (round?.Pages ?? 0); n++)
        {
            PageRef page = new(run.Round.Cycle, run.Round.Round, n);
            Dictionary<string, OutboxMail> off = await outbox.ReadAsync(new(page, MailKind.MeetingCancelled, meeting.Sequence), Cancellation);
            foreach (Invitation invitation in await app.Invitations.PageAsync(page, Cancellation))
            {
                bool told = off.GetValueOrDefault(invitation.Ref.Id)?.Accepted is not null;
                if (meeting.Cancelled && invitation.Sent is not null && !told)
                    broken.Add($"{invitation.Who} was invited and does not know that the meeting is off");
                if (told && invitation.Sent is null)
                    broken.Add($"{invitation.Who} was never invited and is told that the meeting is off");
                // At its own end a round may be freezing when the cancellation comes; then the round's row says that nothing comes of it.
                if (round!.ClosedBy is ClosedBy.Cancellation && invitation.Frozen is not null && !Near(round.Window.Closes, cancelledAt))
                    broken.Add($"an answer of {invitation.Who} was frozen");
            }

            for (int ordinal = 1; ordinal <= round!.Window.Reminders.Count; ordinal++)
            {
                Dictionary<string, OutboxMail> mails = await outbox.ReadAsync(new(page, MailKind.Reminder, ordinal), Cancellation);
                broken.AddRange(mails.Where(m => m.Value.Sending - cancelledAt > promptly).Select(m => $"{m.Key} was reminded after the cancellation"));
            }
        }

        return broken;
    }

    private static bool Near(DateTimeOffset? a, DateTimeOffset b) => a is { } at && (at - b).Duration() < promptly;
}
