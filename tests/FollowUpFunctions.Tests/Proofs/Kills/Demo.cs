using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Proofs.Kills;

/// <summary>The demo as somebody starts it who has built the program, on a folder of its own.</summary>
public sealed class Demo : IAsyncDisposable
{
    private static readonly TimeSpan look = TimeSpan.FromMilliseconds(25);

    private readonly TemporaryFolder folder = new();
    private readonly StringBuilder output = new();
    private Process? process;

    public string DataFolder => Path.Combine(folder.Path, "data");

    public string Output => output.ToString();

    /// <summary>The virtual now, or null before there is one.</summary>
    public DateTimeOffset? Now
    {
        get
        {
            try
            {
                using JsonDocument clock = JsonDocument.Parse(File.ReadAllText(Path.Combine(DataFolder, "clock.json")));
                return DateTimeOffset.Parse(clock.RootElement.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    public JsonElement Summary => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "summary.json"))).RootElement;

    /// <summary>Goes on where it is; the folder has been made.</summary>
    public void Start()
    {
        List<string> arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "LocalHost.dll"), "demo", "--exit", "--port", "0", "--data", DataFolder,
            "--out", Path.Combine(folder.Path, "summary.json"), "--resume",
        ];
        process = new()
        {
            StartInfo = new(Dotnet(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path },
        };
        process.StartInfo.Environment.Remove("AzureWebJobsStorage");
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Kills the host, and only it, a little after its clock has come so far.</summary>
    /// <returns>False when it had ended before.</returns>
    public async Task<bool> KillAsync(DateTimeOffset at, TimeSpan later)
    {
        using PeriodicTimer timer = new(look);
        while (!process!.HasExited && !(Now >= at))
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        using PeriodicTimer little = new(later);
        await little.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        if (process.HasExited)
            return false;
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return true;
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await process!.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            process.Kill();
        if (process is not null)
            await process.WaitForExitAsync();
        process?.Dispose();
        folder.Dispose();
    }

    private static string Dotnet() =>
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
            output.AppendLine(line.Data);
    }
}
