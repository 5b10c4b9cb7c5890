using FollowUp.Domain.Children;
using FollowUp.Pages.Children;
using FollowUpFunctions.Links;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>Takes a child's voice, and takes it back.</summary>
public sealed class ChildsVoice(VoicesTable voices, ChildrensCodes codes, ChildrensNumbers numbers, DecisionsTable decisions)
{
    public async Task<(VoiceOutcome Outcome, string Withdrawal)> SendAsync(
        ChildVisit visit, ChildAnswers answers, string language, CancellationToken cancellation)
    {
        string withdrawal = numbers.Withdrawal(visit.Key, visit.Group, answers.Ticket);
        VoiceOutcome outcome = visit.IsOpen
            ? await voices.AddAsync(
                visit.Group,
                numbers.Hash(visit.Key, "voice", answers.Ticket),
                numbers.Hash(visit.Key, "withdrawal", withdrawal),
                attested => new(language, attested.AgeBand, attested.Region, answers.Topics, answers.Words, answers is { Words: not null, MayQuote: true }),
                cancellation)
            : VoiceOutcome.Over;
        return (outcome, withdrawal);
    }

    /// <summary>Deletes a voice, and its words where a coordinator has edited them: what is published from now on is made without it.</summary>
    /// <returns>Whether there was a voice with this number.</returns>
    public async Task<bool> TakeBackAsync(string withdrawal, CancellationToken cancellation)
    {
        if (withdrawal.Length != ChildrensNumbers.WithdrawalDigits)
            return false;
        foreach (GroupRef group in await codes.WithdrawalAsync(ChildrensNumbers.PrefixOf(withdrawal), cancellation))
        {
            foreach (string hash in numbers.Keys.Select(key => numbers.Hash(key, "withdrawal", withdrawal)))
            {
                if (await voices.WithdrawAsync(group, hash, voice => decisions.ForgetWordsAsync(group.Cycle, voice, cancellation), cancellation))
                    return true;
            }
        }

        return false;
    }
}
