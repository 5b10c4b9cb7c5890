using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace FollowUpFunctions.Consultation.Children;

/// <summary>Every five minutes mails what a child disclosed and the safeguarding contact has not been told of, in every cycle, whatever became of it.</summary>
public sealed class DisclosureWatch(CyclesTable cycles, Disclosures disclosures)
{
    [Function(nameof(WatchDisclosures))]
    public async Task WatchDisclosures([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (string cycle in await cycles.ListAsync(cancellation))
            await disclosures.NotifyAsync(cycle, cancellation);
    }
}
