using System.Text.Json;
using FollowUp.Domain.Forms;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Rounds;

/// <summary>Takes what people answer. A submission of any size counts whole or not at all.</summary>
public sealed class Submissions(InvitationsTable invitations, AnswersTable answers, TimeProvider clock)
{
    /// <summary>Keeps a draft; the first one notes when the person began.</summary>
    public async Task SaveAsync(Invitation invitation, AnswerSheet sheet, CancellationToken cancellation)
    {
        await answers.WriteDraftAsync(invitation.Ref, sheet, cancellation);
        if (invitation.Started is null)
            await invitations.SetAsync(invitation.Ref, nameof(Invitation.Started), clock.GetUtcNow(), cancellation);
    }

    /// <summary>
    /// Writes the document of the next revision, then makes it count by one write of the invitation under its ETag. Where the round was frozen or
    /// another submission came between, it starts again from what is there now. The same answers sent twice are one revision.
    /// </summary>
    public async Task SubmitAsync(Invitation invitation, AnswerSheet sheet, CancellationToken cancellation)
    {
        int written = 0;
        for (Invitation? now = invitation; now is not null; now = await invitations.FindAsync(invitation.Ref, cancellation))
        {
            if (now.Revision > 0 && Same(await answers.RevisionAsync(now.Ref, now.Revision, cancellation), sheet))
                return;
            if (written <= now.Revision)
                written = await answers.AddRevisionAsync(now.Ref, now.Revision + 1, sheet, cancellation);
            if (await invitations.TrySetAsync(
                now, cancellation, (nameof(Invitation.Revision), written), (nameof(Invitation.Submitted), clock.GetUtcNow())))
            {
                return;
            }
        }
    }

    private static bool Same(AnswerSheet? a, AnswerSheet b) =>
        a is not null && a.Version == b.Version
        && JsonSerializer.Serialize(a.Answers.OrderBy(x => x.Key, StringComparer.Ordinal)) == JsonSerializer.Serialize(b.Answers.OrderBy(x => x.Key, StringComparer.Ordinal));
}
