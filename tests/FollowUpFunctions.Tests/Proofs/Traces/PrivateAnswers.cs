using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Proofs.Traces;

/// <summary>What people wrote where a form promises that it stays with the coalition, and the names among it.</summary>
public static class PrivateAnswers
{
    /// <summary>Shorter texts say what many say.</summary>
    private const int Shortest = 15;

    public static async Task<IReadOnlyList<string>> OfAsync(IServiceProvider services, string cycle)
    {
        List<string> all = [];
        foreach (Round round in await services.GetRequiredService<CyclesTable>().Rounds.ListAsync(cycle, TestContext.Current.CancellationToken))
        {
            if (RoundKinds.Find(round.Id) is not { } kind)
                continue;
            IReadOnlyList<SubmittedAnswer> answers = await services.GetRequiredService<RoundAnswers>()
                .NewestAsync(new(cycle, round.Id), TestContext.Current.CancellationToken);
            HashSet<string> confided =
            [
                .. RoundForms.Find(kind.Form.Id, round.FormVersion).Pages.SelectMany(p => p.Questions)
                    .Where(q => q.Private && q.Kind is QuestionKind.ShortText or QuestionKind.LongText).Select(q => q.Id),
            ];
            all.AddRange(answers.SelectMany(a => a.Sheet.Answers).Where(a => confided.Contains(a.Key.Split('@')[0])).SelectMany(a => a.Value).Where(t => t.Length >= Shortest));
            all.AddRange(NamesGiven.In(answers));
        }

        return all;
    }
}
