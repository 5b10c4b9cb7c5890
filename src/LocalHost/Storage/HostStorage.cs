using Azure;
using Azure.Data.Tables;

namespace LocalHost.Storage;

/// <summary>The storage account that a host works on, and the Azurite behind it where it is the host's own.</summary>
internal sealed class HostStorage : IAsyncDisposable
{
    private const string EmulatorShorthand = "UseDevelopmentStorage=true";

    private readonly AzuriteProcess? azurite;

    private HostStorage(string connectionString, AzuriteProcess? azurite)
    {
        ConnectionString = connectionString;
        this.azurite = azurite;
    }

    public string ConnectionString { get; }

    public bool IsOwn => azurite is not null;

    /// <exception cref="HostException">The account named can't be used, or the host's own Azurite did not start.</exception>
    public static async Task<HostStorage> OpenAsync(string? named, string dataFolder, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(named) || named.Trim().TrimEnd(';').Equals(EmulatorShorthand, StringComparison.OrdinalIgnoreCase))
        {
            AzuriteProcess azurite = await AzuriteProcess.StartAsync(
                new() { DataFolder = Path.Combine(dataFolder, "storage") }, cancellation);
            return new(azurite.ConnectionString, azurite);
        }

        await RequireAnswerAsync(named, cancellation);
        return new(named, null);
    }

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task RequireAnswerAsync(string connectionString, CancellationToken cancellation)
    {
        TableClientOptions impatient = new() { Retry = { MaxRetries = 1, NetworkTimeout = TimeSpan.FromSeconds(10) } };
        try
        {
            TableServiceClient tables = new(connectionString, impatient);
            await foreach (Page<Azure.Data.Tables.Models.TableItem> _ in tables.QueryAsync(maxPerPage: 1, cancellationToken: cancellation).AsPages())
                break;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new HostException("AzureWebJobsStorage is not a storage connection string. Correct it, or remove it to use an Azurite of the host's own.", e);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            string reason = (e.InnerException ?? e).Message.Split('\n')[0].Trim();
            throw new HostException($"The storage account that AzureWebJobsStorage names does not answer ({reason}). Correct it, or remove it to use an Azurite of the host's own.", e);
        }
    }
}
