using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>
/// What the draft and each version of the plan take from children's voices. Read anew each time: what was taken back, or is not reviewed, is in none
/// that is made afterwards.
/// </summary>
public sealed class VoicesForThePlan(VoicesTable voices)
{
    public async Task<ChildrenSaid?> SaidAsync(CycleContents cycle, CancellationToken cancellation) =>
        ChildrensVoices.Of(
            await ReadAsync(cycle, cancellation),
            Minimum(cycle),
            new Discretion(cycle).Of);

    /// <summary>How much each topic matters to children (see <see cref="ChildrensVoices.Weights"/>), for the draft; nothing of too few.</summary>
    public async Task<IReadOnlyDictionary<string, decimal>> WeightsAsync(CycleContents cycle, CancellationToken cancellation)
    {
        GroupVoice[] all = [.. await ReadAsync(cycle, cancellation)];
        return all.Count(v => v.Voice.IsReviewed) < Minimum(cycle) ? new Dictionary<string, decimal>() : ChildrensVoices.Weights(all);
    }

    private static int Minimum(CycleContents cycle) => cycle.Settings.Children?.MinimumGroup ?? ChildrensSafety.UsualMinimum;

    private async Task<IEnumerable<GroupVoice>> ReadAsync(CycleContents cycle, CancellationToken cancellation) =>
        (await voices.SealedAsync(cycle.Settings.Id, cancellation)).Select(v => new GroupVoice(v.Group, v.Voice));
}
