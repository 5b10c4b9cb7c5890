using FollowUp.Domain.Cycles;
using FollowUpFunctions.Storage;
using Kept = FollowUp.Domain.Cycles.Retention;

namespace FollowUpFunctions.Keeping.Retention;

/// <summary>Notes when what of a cycle that has ended is to be forgotten, and has it forgotten then.</summary>
public sealed class RetentionDates(CyclesTable cycles, RetentionTable table, Forgetting forgetting, JournalTable journal, TimeProvider clock)
{
    // What can't be forgotten yet is tried again every day.
    private static readonly TimeSpan _again = TimeSpan.FromHours(20);

    public Task PlanAsync(CycleSettings settings, DateTimeOffset endedAt, CancellationToken cancellation) =>
        table.WriteAsync(new(settings.Id, endedAt, []), endedAt + Of(settings).All().Min(k => k.After), cancellation);

    /// <summary>Forgets what is due in all cycles; one request where nothing is.</summary>
    public async Task CarryOutAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        foreach (RetentionOnRecord waiting in await table.DueAsync(now, cancellation))
        {
            if (await cycles.FindAsync(waiting.Cycle, cancellation) is { EndedAt: { } ended } cycle)
                await CarryOutAsync(cycle.Settings, ended, waiting, now, cancellation);
        }
    }

    private async Task CarryOutAsync(CycleSettings settings, DateTimeOffset ended, RetentionOnRecord waiting, DateTimeOffset now, CancellationToken cancellation)
    {
        (string Kind, DateTimeOffset Due)[] left = [.. Of(settings).All().Select(k => (k.Kind, ended + k.After)).Where(k => !waiting.Done.Contains(k.Kind))];
        foreach ((string kind, DateTimeOffset due) in left.Where(k => k.Due <= now))
        {
            (int forgotten, bool isDone) = await forgetting.ForgetAsync(settings, kind, cancellation);
            if (!isDone)
                continue;
            await journal.WriteAsync(settings.Id, new(JournalEvents.RetentionCarriedOut, due, kind, forgotten == 0 ? "nothing was left" : null), cancellation);
            waiting = waiting with { Done = [.. waiting.Done, kind] };
        }

        DateTimeOffset[] ahead = [.. left.Where(k => !waiting.Done.Contains(k.Kind)).Select(k => k.Due > now ? k.Due : now + _again)];
        if (ahead.Length == 0)
            await table.DeleteAsync(settings.Id, cancellation);
        else
            await table.WriteAsync(waiting, ahead.Min(), cancellation);
    }

    private static Kept Of(CycleSettings settings) => settings.Retention ?? Kept.Usual;
}
