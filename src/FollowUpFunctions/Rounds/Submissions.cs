using FollowUp.Domain.Forms;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Rounds;

/// <summary>Takes what people answer. A submission of any size counts whole or not at all.</summary>
public sealed class Submissions(InvitationsTable invitations, AnswersTable answers, TimeProvider clock)
{
    /// <summary>
    /// Changes what is saved of a form, each time from what is there: two windows on two pages keep both. The first draft notes when the person began.
    /// </summary>
    /// <param name="change">Given what is saved, what is to be; null to leave all as it is. May be asked again.</param>
    /// <returns>Whether it was saved, and the sheet as it is then.</returns>
    public async Task<(bool Saved, AnswerSheet Sheet)> SaveAsync(FormVisit visit, Func<AnswerSheet, AnswerSheet?> change, CancellationToken cancellation)
    {
        for (Draft? there = visit.Draft; ; there = await answers.DraftAsync(visit.Invitation.Ref, cancellation))
        {
            AnswerSheet before = visit.Filled(there?.Sheet);
            if (change(before) is not { } after)
                return (false, before);
            if (!await answers.TryWriteDraftAsync(visit.Invitation.Ref, after, there?.ETag, cancellation))
                continue;
            if (visit.Invitation.Started is null)
                await invitations.SetAsync(visit.Invitation.Ref, nameof(Invitation.Started), clock.GetUtcNow(), cancellation);
            return (true, after);
        }
    }

    /// <summary>
    /// Writes the document of the next revision, then makes it count by one write of the invitation under its ETag. Where the round was frozen or
    /// another submission came between, it starts again from what is there now. The same answers sent twice are one revision.
    /// </summary>
    /// <param name="mayReplace">Asked before another revision than none is replaced; one that may not leaves the invitation as it is.</param>
    /// <returns>The invitation as it is then, or null when there is none.</returns>
    public async Task<Invitation?> SubmitAsync(
        Invitation invitation, AnswerSheet sheet, CancellationToken cancellation, Func<Invitation, bool>? mayReplace = null)
    {
        string fingerprint = Fingerprint.Of(sheet);
        int written = 0;
        for (Invitation? now = invitation; now is not null; now = await invitations.FindAsync(invitation.Ref, cancellation))
        {
            if (now.Revision > 0 && (now.Fingerprint == fingerprint || mayReplace?.Invoke(now) == false))
                return now;
            if (written <= now.Revision)
                written = await answers.AddRevisionAsync(now.Ref, now.Revision + 1, sheet, cancellation);
            DateTimeOffset submitted = clock.GetUtcNow();
            string how = sheet.Recorded?.How ?? "";
            if (await invitations.TrySetAsync(
                now,
                cancellation,
                (nameof(Invitation.Revision), written),
                (nameof(Invitation.Submitted), submitted),
                (nameof(Invitation.Fingerprint), fingerprint),
                (nameof(Invitation.Recorded), how)))
            {
                return now with { Revision = written, Submitted = submitted, Fingerprint = fingerprint, Recorded = sheet.Recorded?.How };
            }
        }

        return null;
    }
}
