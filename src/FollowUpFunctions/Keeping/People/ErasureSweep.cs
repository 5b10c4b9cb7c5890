using FollowUpFunctions.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Keeping.People;

/// <summary>Every five minutes goes on with erasures that broke off, and looks again where one was carried out; one request where there is none.</summary>
public sealed partial class ErasureSweep(ErasuresTable erasures, Erasing erasing, ILogger<ErasureSweep> logger)
{
    [Function(nameof(SweepErasures))]
    public async Task SweepErasures([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (Erasure erasure in (await erasures.PendingAsync(cancellation)).Where(erasing.IsDue))
        {
            try
            {
                await erasing.PassAsync(erasure, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.BrokeOff(logger, erasure.Id, erasure.Cycle, e);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The erasure {Erasure} of cycle {Cycle} broke off; it goes on within five minutes.")]
        public static partial void BrokeOff(ILogger logger, string erasure, string cycle, Exception exception);
    }
}
