using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Publication;

/// <summary>Knows who was announced for a cycle's meetings, so that they are named nowhere.</summary>
public sealed class MeetingGuests(CyclesTable cycles, RoundAnswers answers)
{
    public async Task<IReadOnlyList<string>> NamesAsync(string cycle, CancellationToken cancellation)
    {
        List<string> names = [];
        foreach (Round round in await cycles.Rounds.ListAsync(cycle, cancellation))
        {
            if (RoundKinds.Find(round.Id) is { } kind && kind.Form.Pages.Any(p => p.Questions.Any(q => q.Id == NamesGiven.Question)))
                names.AddRange(NamesGiven.In(await answers.NewestAsync(new(cycle, round.Id), cancellation)));
        }

        return names;
    }
}
