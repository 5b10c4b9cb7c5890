using System.Diagnostics;
using System.Reflection;

namespace Infra.Tests;

/// <summary>The Bicep compiler, and where the repository is.</summary>
internal static class Bicep
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static IReadOnlyList<string> Profiles { get; } = [.. Directory.GetFiles(InRepository("infra", "profiles"), "*.bicepparam").Order(StringComparer.Ordinal)];

    public static string InRepository(params string[] path) => Path.Combine([Repository, .. path]);

    /// <returns>What it printed, warnings and errors too.</returns>
    /// <exception cref="InvalidOperationException">It failed, with what it said.</exception>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new(Metadata("Bicep"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // The compiler needs no culture, and small machines have no ICU.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start: restore tests/Infra.Tests anew.");
        using CancellationTokenSource patience = new(_patience);
        Task<string> said = process.StandardOutput.ReadToEndAsync(patience.Token);
        Task<string> warned = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        string all = await said + await warned;
        return process.ExitCode == 0 ? all : throw new InvalidOperationException($"bicep {string.Join(' ', arguments)}: {all}");
    }

    private static string Metadata(string key) =>
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
