using FollowUp.Domain.Children;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Consultation.Children;

/// <param name="Waiting">How many have words that nobody has reviewed.</param>
/// <param name="Voices">Only those with words; in an order of chance, without group, age or region.</param>
public sealed record VoicesToReview(int Waiting, IReadOnlyList<VoiceToReview> Voices)
{
    public static VoicesToReview Of(IReadOnlyList<VoiceOnRecord> voices)
    {
        VoiceToReview[] all =
        [
            .. voices
                .Where(v => v.Voice.Words is not null)
                .OrderBy(v => v.Voice.IsReviewed)
                .ThenBy(v => v.Id, StringComparer.Ordinal)
                .Select(v => new VoiceToReview(
                    v.Id, v.Voice.Language, v.Voice.Words!, v.Voice.MayQuote, IdentifyingHints.In(v.Voice.Words!), v.Voice.Review)),
        ];
        return new(all.Count(v => v.Review is null), all);
    }
}

/// <param name="MayBeQuoted">What the child said about its words: else it only counts.</param>
/// <param name="Hints">Where to look twice; a text without hints still wants reading.</param>
/// <param name="Review">What was decided, or null.</param>
public sealed record VoiceToReview(
    string Id, string Language, string Words, bool MayBeQuoted, IReadOnlyList<IdentifyingHint> Hints, VoiceReview? Review);

public sealed class VoiceEndpoints(CyclesTable cycles, VoicesTable voices)
{
    /// <summary>Children's words, for the coordinator who looks for what identifies somebody; none before the asking is over.</summary>
    [Function(nameof(ReadVoices))]
    public async Task<IResult> ReadVoices(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "cycles/{cycle}/voices")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        if (await cycles.FindAsync(cycle, cancellation) is null)
            return CycleEndpoints.Unknown(cycle);
        return Results.Json(VoicesToReview.Of(await voices.SealedAsync(cycle, cancellation)), RowDocument.Json);
    }
}
