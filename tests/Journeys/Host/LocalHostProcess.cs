using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Journeys.Host;

/// <summary>
/// LocalHost as a person starts it, on a folder and a storage of its own. It ends when it is disposed of, and also when this process ends in any other
/// way: its launcher reads from a pipe that closes then.
/// </summary>
internal sealed partial class LocalHostProcess : IAsyncDisposable
{
    // The development account of every Azurite; it opens nothing but emulators.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // At first use the emulator is fetched.
    private static readonly TimeSpan start = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan stop = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("journeys-").FullName;
    private readonly List<string> said = [];
    private readonly TaskCompletionSource<Uri> serving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private LocalHostProcess()
    {
        ProcessStartInfo launch = new(
            "node", [Path.Combine(AppContext.BaseDirectory, "Host", "tied.cjs"), Dotnet, Program(), "serve", "--port", "0", "--data", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        launch.Environment.Remove("AzureWebJobsStorage");
        process = Process.Start(launch)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => serving.TrySetException(new InvalidOperationException($"LocalHost ended before it served: {Said}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    public string Key => (string)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "keys.json")))!["default"]!;

    public string Storage => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};BlobEndpoint=http://127.0.0.1:{Emulator()!["blob"]}/{Account};";

    private string Said
    {
        get
        {
            lock (said)
                return string.Join('\n', said.TakeLast(30));
        }
    }

    private static string Dotnet => Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static async Task<LocalHostProcess> StartAsync()
    {
        LocalHostProcess host = new();
        try
        {
            host.Address = await host.serving.Task.WaitAsync(start);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        int? emulator = (int?)Emulator()?["pid"];
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(stop);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            End(emulator);
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // Beside this project's own build: artifacts/…/bin/PROJECT/CONFIGURATION.
    private static string Program()
    {
        string own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string program = Path.Combine(own, "..", "..", "LocalHost", Path.GetFileName(own), "LocalHost.dll");
        return File.Exists(program)
            ? Path.GetFullPath(program)
            : throw new FileNotFoundException($"LocalHost is not built at {program}: run dotnet build first, or name a host that is up in JOURNEY_BASE_URL.");
    }

    // It works in a session of its own, so it outlives a host that had to be killed.
    private static void End(int? emulator)
    {
        try
        {
            if (emulator is { } id)
                Process.GetProcessById(id).Kill();
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
    }

    private JsonNode? Emulator()
    {
        string record = Path.Combine(folder, "storage", "azurite.json");
        return File.Exists(record) ? JsonNode.Parse(File.ReadAllText(record)) : null;
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Add(line);
        if (Serving.Match(line) is { Success: true } match)
            serving.TrySetResult(new(match.Groups[1].Value));
    }

    [GeneratedRegex(@"^Serving\s+(http\S+)")]
    private static partial Regex Serving { get; }
}
