using FollowUpFunctions.Consultation.Children;
using LocalHost.Demo.People;

namespace LocalHost.Demo.Coordinators;

/// <summary>What the first coordinator does about children's words, over the API.</summary>
internal sealed class ChildrensDesk(CycleApi api)
{
    /// <summary>Reads each, cuts out what points at somebody, and withholds nothing.</summary>
    /// <returns>The words that may be shown.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReviewAsync(CancellationToken cancellation)
    {
        Dictionary<string, IReadOnlyList<string>> free = [];
        foreach (VoiceToReview voice in (await api.VoicesAsync(cancellation)).Voices)
        {
            string cut = voice.Hints.OrderByDescending(h => h.Start).Aggregate(voice.Words, (words, hint) => $"{words[..hint.Start]}…{words[(hint.Start + hint.Length)..]}");
            bool redacted = cut != voice.Words;
            if (voice.Review is null)
                await api.DecideAsync(new { id = $"voice-{voice.Id}", decision = "review-voice", voice = voice.Id, verdict = redacted ? "redacted" : "free", words = redacted ? cut : null, note = "Read by two people." }, cancellation);
            free[voice.Id] = [cut];
        }

        return free;
    }

    public Task TellAsync(CancellationToken cancellation) => api.DecideAsync(
        new
        {
            id = "tell-children",
            decision = "tell-children",
            texts = new Dictionary<string, IReadOnlyList<string>> { ["en"] = Phrases.About("child.told", "en"), ["fr"] = Phrases.About("child.told", "fr"), ["km"] = Phrases.About("child.told", "km") }
                .ToDictionary(t => t.Key, t => string.Join("\n\n", t.Value)),
        },
        cancellation);
}
