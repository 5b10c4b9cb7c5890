using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.Plans;

/// <summary>What organisations reply that somebody else named as committing, or as signing too.</summary>
public static class CoSigning
{
    /// <summary>
    /// Confirmed or declined where the organisation has replied; who could not be reached was not asked; silence leaves it open. Settling twice
    /// changes nothing.
    /// </summary>
    /// <param name="replies">Answers to the form <c>co-signing</c>.</param>
    /// <param name="unreachable">Organisations to which no mail went.</param>
    public static IReadOnlyList<PlanItem> Settle(
        IReadOnlyList<PlanItem> items, IReadOnlyList<SubmittedAnswer> replies, IReadOnlyList<string> unreachable)
    {
        IReadOnlyList<SubmittedAnswer> counted = replies.Counted();
        return [.. items.Select(item => item with { Commitments = [.. item.Commitments.Select(Settled)] })];

        Commitment Settled(Commitment commitment) => commitment with
        {
            Own = commitment.Own is { } own ? Signed(commitment, own) : null,
            CoSigners = [.. commitment.CoSigners.Select(s => Signed(commitment, s))],
        };

        Signature Signed(Commitment commitment, Signature asked)
        {
            if (asked.State != SignatureState.Open)
                return asked;
            SubmittedAnswer? reply = counted.FirstOrDefault(a =>
                a.Sheet.Answer("reply", commitment.Key) is not null && Organisations.Same(a.Organisation, asked.Organisation));
            return reply?.Sheet.Answer("reply", commitment.Key) switch
            {
                "confirm" => asked with { State = SignatureState.Confirmed, Reply = reply.Source(commitment.Key) },
                "decline" => asked with { State = SignatureState.Declined, Reply = reply.Source(commitment.Key) },
                _ when unreachable.Any(name => Organisations.Same(name, asked.Organisation)) => asked with { State = SignatureState.NotAsked },
                _ => asked,
            };
        }
    }
}
