using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace LocalHost.Tests;

/// <summary>The built host as a process of its own, as a person would start it.</summary>
public sealed partial class LocalHostProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> output = [];
    private readonly List<string> errors = [];
    private readonly TaskCompletionSource<Uri> serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalHostProgram(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Read(output, line.Data);
        process.ErrorDataReceived += (_, line) => Read(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', Copy(output));

    public string Errors => string.Join('\n', Copy(errors));

    /// <param name="environment">Set beside the test's own environment; null removes.</param>
    public static LocalHostProgram Start(IEnumerable<string> args, IReadOnlyDictionary<string, string?>? environment = null)
    {
        ProcessStartInfo start = new(Dotnet(), [Path.Combine(AppContext.BaseDirectory, "LocalHost.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("AzureWebJobsStorage");
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Where it serves, once it says so.</summary>
    public async Task<Uri> ServingAsync() => await serving.Task.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>As kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await ExitAsync();
    }

    public void Signal(PosixSignal signal) => Assert.Equal(0, Kill(process.Id, signal == PosixSignal.SIGINT ? 2 : 15));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // By its full path: some tests take PATH away.
    private static string Dotnet() =>
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private void Read(List<string> lines, string? line)
    {
        if (line is null)
        {
            serving.TrySetException(new InvalidOperationException($"It ended without serving: {Errors}"));
            return;
        }

        lock (lines)
            lines.Add(line);
        if (Serving().Match(line) is { Success: true } match)
            serving.TrySetResult(new Uri(match.Groups[1].Value));
    }

    private static string[] Copy(List<string> lines)
    {
        lock (lines)
            return [.. lines];
    }

    [GeneratedRegex(@"^Serving\s+(http\S+)")]
    private static partial Regex Serving();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
