using System.Threading.Channels;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace LocalHost.Durable.Storage;

/// <summary>Called before (true) and after (false) each transaction with its number from 1; tests stop the engine here.</summary>
internal delegate void CommitProbe(int transaction, bool before);

/// <summary>
/// Writes commits of all instances to the table, as many in one transaction as fit (100 rows, 4 MB): while one transaction is under way the
/// next one fills. A commit is in storage whole or not at all.
/// </summary>
internal sealed partial class CommitWriter : IAsyncDisposable
{
    private const int Writers = 2;

    private readonly TableClient table;
    private readonly ILogger logger;
    private readonly CancellationTokenSource dead = new();
    private readonly Channel<CommitUnit> units = Channel.CreateUnbounded<CommitUnit>();
    private readonly Task[] writers;
    private int transactions;

    public CommitWriter(TableClient table, ILogger logger)
    {
        this.table = table;
        this.logger = logger;
        writers = [.. Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAsync))];
    }

    public CommitProbe? Probe { get; set; }

    /// <param name="first">Rows that count for nothing until the others are there; written together with them where they fit.</param>
    /// <param name="last">Rows that make the commit count, all at once.</param>
    public async Task CommitAsync(IReadOnlyList<TableTransactionAction> first, IReadOnlyList<TableTransactionAction> last)
    {
        if (first.Count + last.Count == 0)
            return;
        CommitUnit whole = new([.. first, .. last]);
        if (whole.Fits)
        {
            await EnqueueAsync(whole);
            return;
        }

        await Task.WhenAll(CommitUnit.Split(first).Select(EnqueueAsync));
        foreach (CommitUnit unit in CommitUnit.Split(last))
            await EnqueueAsync(unit);
    }

    /// <summary>Sends nothing more; what waits to be written fails.</summary>
    public void Kill() => dead.Cancel();

    public async ValueTask DisposeAsync()
    {
        units.Writer.TryComplete();
        await Task.WhenAll(writers);
        while (units.Reader.TryRead(out CommitUnit? unit))
            unit.Written.TrySetCanceled();
    }

    private async Task EnqueueAsync(CommitUnit unit)
    {
        if (dead.IsCancellationRequested || !units.Writer.TryWrite(unit))
            throw new OperationCanceledException("The engine has stopped.");
        await unit.Written.Task;
    }

    private async Task WriteAsync()
    {
        CommitUnit? waiting = null;
        while (waiting is not null || await units.Reader.WaitToReadAsync())
        {
            List<CommitUnit> batch = [];
            CommitSize size = default;
            while ((waiting is not null || units.Reader.TryRead(out waiting)) && size.Holds(waiting))
            {
                size = size.Plus(waiting);
                batch.Add(waiting);
                waiting = null;
            }

            await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<CommitUnit> batch)
    {
        if (batch.Count == 0)
            return;
        try
        {
            await SubmitAsync([.. batch.SelectMany(unit => unit.Rows)]);
        }
        catch (OperationCanceledException)
        {
            batch.ForEach(unit => unit.Written.TrySetCanceled());
            return;
        }
        catch (RequestFailedException) when (batch.Count > 1)
        {
            foreach (CommitUnit unit in batch)
                await WriteAsync([unit]);
            return;
        }
        catch (RequestFailedException refused)
        {
            batch[0].Written.TrySetException(refused);
            return;
        }

        batch.ForEach(unit => unit.Written.TrySetResult());
    }

    private async Task SubmitAsync(List<TableTransactionAction> rows)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(100);
        while (rows.Count > 0)
        {
            int number = Interlocked.Increment(ref transactions);
            Probe?.Invoke(number, true);
            dead.Token.ThrowIfCancellationRequested();
            try
            {
                await table.SubmitTransactionAsync(rows, CancellationToken.None);
                Probe?.Invoke(number, false);
                dead.Token.ThrowIfCancellationRequested();
                return;
            }
            catch (TableTransactionFailedException gone) when (gone.Status == 404 && gone.FailedTransactionActionIndex is { } index
                && rows[index].ActionType == TableTransactionActionType.Delete)
            {
                // A try that failed on the way back had deleted it already.
                rows.RemoveAt(index);
            }
            catch (Exception failure) when (IsPassing(failure))
            {
                StorageFailed(logger, failure, pause);
                await Task.Delay(pause, TimeProvider.System, dead.Token); // storage keeps real time, whatever the host's clock does
                pause = TimeSpan.FromSeconds(Math.Min(5, pause.TotalSeconds * 2));
            }
        }
    }

    // Upserts and deletes may be repeated, so everything is tried again but what storage will never take.
    private static bool IsPassing(Exception failure) => failure switch
    {
        OperationCanceledException => false,
        RequestFailedException refused => refused.Status is not (400 or 413),
        _ => true,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The task hub could not be written; trying again in {Pause}")]
    private static partial void StorageFailed(ILogger logger, Exception failure, TimeSpan pause);
}
