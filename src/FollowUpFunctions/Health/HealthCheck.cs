using FollowUpFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Health;

/// <summary>Looks whether what the app stands on is there. What was seen is told again for a while, so that nobody makes the app look as often as they like.</summary>
public sealed partial class HealthCheck(IServiceProvider services, TimeProvider clock, ILogger<HealthCheck> logger) : IDisposable
{
    /// <summary>How long what was seen is told again.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    /// <summary>What has not answered by then fails; in real time.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private (DateTimeOffset At, HealthReport Report)? _seen;

    public async Task<HealthReport> LookAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_seen is { } seen && clock.GetUtcNow() - seen.At < Remembered)
                return seen.Report;
            string?[] parts = await Task.WhenAll(
                LookAsync("The records", "", async (storage, limit) =>
                {
                    await storage.Cycles.FindAsync("~health", "~health", limit);
                    return true;
                }),
                LookAsync("The files", "The container of files is gone.", async (storage, limit) => await storage.Drafts.ExistsAsync(limit)),
                LookAsync("The published plans", "The container of published plans is gone.", async (storage, limit) => await storage.Plans.ExistsAsync(limit)),
                LookAsync("The marks of the signing keys", KeyMarks.Wrong, (_, limit) => services.GetRequiredService<KeyMarks>().AreOursAsync(limit)));
            HealthReport report = HealthReport.Of([.. parts.OfType<string>()]);
            _seen = (clock.GetUtcNow(), report);
            return report;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <param name="wrong">What is told where the part answers and is not as it should be.</param>
    /// <returns>Null where the part is well.</returns>
    private async Task<string?> LookAsync(string part, string wrong, Func<AppStorage, CancellationToken, Task<bool>> look)
    {
        using CancellationTokenSource limit = new(_patience);
        try
        {
            // Where an account could not be reached when the app started, its tables are made now, and that waits without a limit of its own.
            return await Task.Run(() => look(services.GetRequiredService<AppStorage>(), limit.Token), limit.Token).WaitAsync(limit.Token) ? null : wrong;
        }
#pragma warning disable CA1031 // Whatever it is, the part does not work.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Failing(logger, part, e);
            return e is OperationCanceledException ? $"{part} did not answer in time." : $"{part} can't be reached.";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Part} failed the health check.")]
        public static partial void Failing(ILogger logger, string part, Exception exception);
    }
}
