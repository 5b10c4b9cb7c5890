using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace LocalHost.Storage;

/// <summary>A running Azurite: its process and its ports on the loopback address.</summary>
internal sealed record AzuriteRecord(int Pid, int Blob, int Queue, int Table)
{
    // Azurite's own well-known development account; it opens nothing but this machine's emulator.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint=http://127.0.0.1:{Blob}/{Account};" +
        $"QueueEndpoint=http://127.0.0.1:{Queue}/{Account};" +
        $"TableEndpoint=http://127.0.0.1:{Table}/{Account};";

    public string[] PortArguments =>
    [
        "--blobHost", "127.0.0.1", "--blobPort", $"{Blob}",
        "--queueHost", "127.0.0.1", "--queuePort", $"{Queue}",
        "--tableHost", "127.0.0.1", "--tablePort", $"{Table}",
    ];

    /// <summary>Ports that are free now. Another process may take one before Azurite does; then the start is tried again.</summary>
    public static AzuriteRecord OnFreePorts()
    {
        TcpListener[] listeners = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
        try
        {
            foreach (TcpListener listener in listeners)
                listener.Start();
            int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
            return new(0, ports[0], ports[1], ports[2]);
        }
        finally
        {
            foreach (TcpListener listener in listeners)
                listener.Dispose();
        }
    }

    /// <summary>What the file records, or null when there is none or it is torn.</summary>
    public static AzuriteRecord? Read(string path)
    {
        try
        {
            AzuriteRecord? record = JsonSerializer.Deserialize<AzuriteRecord>(File.ReadAllBytes(path), JsonSerializerOptions.Web);
            return record is { Pid: > 0, Blob: > 0, Table: > 0 } ? record : null;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the process lives and is an Azurite that works on <paramref name="data"/>: process ids and ports are used again.</summary>
    public bool RunsOn(string data)
    {
        if (!ProcessIsAlive())
            return false;

        string commandLine = $"/proc/{Pid}/cmdline";
        if (OperatingSystem.IsLinux() && File.Exists(commandLine))
            return File.ReadAllText(commandLine).Split('\0').Contains(data, StringComparer.Ordinal);

        using Process process = Process.GetProcessById(Pid);
        return process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase);
    }

    public bool ProcessIsAlive()
    {
        try
        {
            using Process process = Process.GetProcessById(Pid);
            return !process.HasExited && !IsZombie();
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // An orphan that ended stays in the process table until somebody reaps it, which in a container may be never.
    private bool IsZombie()
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{Pid}/stat");
            return stat[stat.LastIndexOf(')') + 2] is 'Z' or 'X';
        }
        catch (Exception e) when (e is IOException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    /// <summary>Whether the blob and table services answer, as Azurite and nobody else.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
        return await AnswersAsync(http, Blob, cancellation) && await AnswersAsync(http, Table, cancellation);
    }

    private static async Task<bool> AnswersAsync(HttpClient http, int port, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/{Account}"), cancellation);
            return response.Headers.Server.ToString().StartsWith("Azurite-", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
