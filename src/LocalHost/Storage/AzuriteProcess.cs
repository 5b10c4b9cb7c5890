using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LocalHost.Storage;

/// <summary>
/// Azurite, the Azure Storage emulator, as a process of its own. One that a killed host left running on the same folder is found again
/// instead of starting a second one.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const int Starts = 3;

    private readonly AzuriteRecord running;
    private readonly Process? tied;
    private readonly FolderLock? held;
    private readonly string? recordFile;
    private bool stopped;

    private AzuriteProcess(AzuriteRecord running, Process? tied, FolderLock? held, string? recordFile)
    {
        this.running = running;
        this.tied = tied;
        this.held = held;
        this.recordFile = recordFile;
    }

    /// <summary>Azurite's development account with this process's endpoints.</summary>
    public string ConnectionString => running.ConnectionString;

    public int ProcessId => running.Pid;

    /// <summary>Installs it if need be, starts it or finds the one that runs, and returns when its services answer.</summary>
    /// <exception cref="HostException">Node is missing or too old, the folder is in use, or Azurite did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellation = default)
    {
        if (options.InMemory)
            return await StartInMemoryAsync(await ScriptAsync(cancellation), cancellation);

        string data = Path.GetFullPath(options.DataFolder ?? throw new HostException("Azurite needs a data folder, or to run in memory."));
        Directory.CreateDirectory(data);
        FolderLock held = FolderLock.TryTake(Path.Combine(data, "host.lock")) ?? throw new HostException(
            $"Another host is using the storage in {data}. Stop it first, or name another folder with --data.");
        try
        {
            string recordFile = Path.Combine(data, "azurite.json");
            AzuriteRecord running = await FindAsync(recordFile, data, cancellation)
                ?? await StartOnFolderAsync(await ScriptAsync(cancellation), recordFile, data, cancellation);
            return new(running, null, held, recordFile);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Ends it as it wants to be ended, so that it writes what it holds, and waits for that.</summary>
    public async Task StopAsync()
    {
        if (stopped)
            return;

        stopped = true;
        await EndAsync(running);
        tied?.Dispose();
        if (File.Exists(recordFile))
            File.Move(recordFile, Last(recordFile), overwrite: true);
        held?.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<string> ScriptAsync(CancellationToken cancellation)
    {
        await NodeCommand.RequireAsync(cancellation);
        return await AzuriteInstallation.EnsureAsync(RepositoryRoot.Find(), cancellation);
    }

    private static async Task<AzuriteRecord?> FindAsync(string recordFile, string data, CancellationToken cancellation)
    {
        if (AzuriteRecord.Read(recordFile) is not { } recorded || !recorded.RunsOn(data))
            return null;
        if (await BecomesReadyAsync(recorded, cancellation))
            return recorded;

        // It works on the folder, so a second one beside it would spoil the data.
        await EndAsync(recorded);
        return null;
    }

    private static async Task<AzuriteRecord> StartOnFolderAsync(
        string script, string recordFile, string data, CancellationToken cancellation)
    {
        string log = Path.Combine(data, "azurite.log");
        // Addresses of published files stand in mails: a storage that starts again takes the ports it had, if they are free.
        AzuriteRecord? before = AzuriteRecord.Read(recordFile) ?? AzuriteRecord.Read(Last(recordFile));
        for (int attempt = 1; attempt <= Starts; attempt++)
        {
            File.Delete(recordFile);
            AzuriteRecord wanted = (attempt == 1 ? before : null) ?? AzuriteRecord.OnFreePorts();
            using Process launcher = NodeCommand.Start(new ProcessStartInfo("node",
            [
                Launcher("launch-azurite.cjs"), recordFile, log, $"{wanted.Blob},{wanted.Queue},{wanted.Table}",
                script, "--location", data, .. Quietly(wanted),
            ]));
            // Not called off: only when it has ended is it known what it started.
            await launcher.WaitForExitAsync(CancellationToken.None);
            if (AzuriteRecord.Read(recordFile) is { } started && await BecomesReadyOrEndsAsync(started, cancellation))
                return started;
        }

        throw new HostException($"Azurite did not start; what it said is in {log}.");
    }

    private static async Task<AzuriteProcess> StartInMemoryAsync(string script, CancellationToken cancellation)
    {
        for (int attempt = 1; attempt <= Starts; attempt++)
        {
            AzuriteRecord wanted = AzuriteRecord.OnFreePorts();
            Process process = NodeCommand.Start(new ProcessStartInfo(
                "node", [Launcher("tied-azurite.cjs"), script, "--inMemoryPersistence", .. Quietly(wanted)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            });
            // A pipe that nobody reads stops its writer.
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            AzuriteRecord started = wanted with { Pid = process.Id };
            if (await BecomesReadyAsync(started, cancellation))
                return new(started, process, null, null);
            await EndAsync(started);
            process.Dispose();
        }

        throw new HostException("Azurite did not start in memory; what it said is above.");
    }

    private static string Last(string recordFile) => recordFile + ".last";

    private static string Launcher(string file) => Path.Combine(AppContext.BaseDirectory, "Storage", file);

    private static string[] Quietly(AzuriteRecord ports) =>
        [.. ports.PortArguments, "--silent", "--skipApiVersionCheck", "--disableTelemetry"];

    private static async Task<bool> BecomesReadyAsync(AzuriteRecord azurite, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            while (azurite.ProcessIsAlive())
            {
                if (await azurite.AnswersAsync(patience.Token))
                    return true;
                await Task.Delay(50, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }

        return false;
    }

    private static async Task<bool> BecomesReadyOrEndsAsync(AzuriteRecord azurite, CancellationToken cancellation)
    {
        bool ready = false;
        try
        {
            return ready = await BecomesReadyAsync(azurite, cancellation);
        }
        finally
        {
            if (!ready)
                await EndAsync(azurite);
        }
    }

    private static async Task EndAsync(AzuriteRecord azurite)
    {
        if (!azurite.ProcessIsAlive())
            return;

        using Process process = Process.GetProcessById(azurite.Pid);
        if (OperatingSystem.IsWindows())
            process.Kill();
        else
            _ = Terminate(azurite.Pid, 15);

        for (Stopwatch waited = Stopwatch.StartNew(); azurite.ProcessIsAlive(); await Task.Delay(20))
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(30))
                process.Kill();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Terminate(int pid, int signal);
}
