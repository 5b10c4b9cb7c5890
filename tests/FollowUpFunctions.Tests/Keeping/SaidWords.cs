using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace FollowUpFunctions.Tests.Keeping;

/// <summary>Where words stand: in logs of every level with their scopes and failures, in tables and histories, in files and mails.</summary>
public sealed class SaidWords(IReadOnlyList<string> words) : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, bool> logged = new();
    private long looks;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public long Looks => Volatile.Read(ref looks);

    public IReadOnlyCollection<string> Logged => [.. logged.Keys];

    public async Task<IReadOnlyList<string>> StoredAsync(Stores stores)
    {
        List<string> found = [];
        foreach (TableClient table in await stores.TablesAsync())
        {
            StringBuilder all = new();
            await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            {
                all.Clear();
                foreach ((string column, object value) in row.OrderBy(p => p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal))
                    all.Append(value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)).Append(column.StartsWith('D') ? "" : "\n");
                found.AddRange(FileTexts.Of("", BinaryData.FromString(all.ToString())).SelectMany(t => In(t.Text)).Select(w => $"“{w}” in {table.Name} {row.PartitionKey} {row.RowKey}"));
            }
        }

        foreach (BlobContainerClient container in await stores.ContainersAsync())
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: Cancellation))
            {
                BinaryData content = await Stores.ReadAsync(container, blob.Name);
                IEnumerable<string> texts = [blob.Name, .. FileTexts.Of(blob.Name, content).Select(t => t.Text)];
                if (blob.Name.EndsWith(".eml", StringComparison.Ordinal))
                {
                    using MimeMessage mail = MimeMessage.Load(content.ToStream(), Cancellation);
                    texts = [.. texts, .. mail.To.Mailboxes.SelectMany(m => (string[])[m.Name ?? "", m.Address]), .. mail.BodyParts.OfType<TextPart>().Select(p => p.Text)];
                }

                found.AddRange(texts.SelectMany(In).Select(w => $"“{w}” in {container.Name} {blob.Name}"));
            }
        }

        return [.. found.Distinct()];
    }

    public ILogger CreateLogger(string categoryName) => new Log(this, categoryName);

    public void Dispose() { }

    private IEnumerable<string> In(string? text)
    {
        Interlocked.Increment(ref looks);
        return text is null ? [] : words.Where(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class Log(SaidWords said, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Look(state.ToString());
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Look(formatter(state, exception));
            Look(exception?.ToString());
            foreach (KeyValuePair<string, object?> value in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
                Look(value.Value?.ToString());
        }

        private void Look(string? text)
        {
            foreach (string word in said.In(text))
                said.logged.TryAdd($"“{word}” in a log of {category}", true);
        }
    }
}
