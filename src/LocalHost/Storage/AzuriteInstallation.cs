using System.Text.Json;

namespace LocalHost.Storage;

/// <summary>The Azurite that eng/azurite pins, installed there at first use.</summary>
internal static class AzuriteInstallation
{
    /// <returns>The path of Azurite's entry script.</returns>
    public static async Task<string> EnsureAsync(string repository, CancellationToken cancellation)
    {
        string folder = Path.Combine(repository, "eng", "azurite");
        string script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (IsComplete(folder))
            return script;

        using (await FolderLock.TakeAsync(Path.Combine(repository, ".local", "azurite-install.lock"), cancellation))
        {
            if (!IsComplete(folder))
                await InstallAsync(folder, cancellation);
        }

        return script;
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        await Console.Error.WriteLineAsync("Installing Azurite (once, about a minute)...");
        (int exit, string output) = await NodeCommand.RunNpmAsync(["ci", "--no-audit", "--no-fund"], folder, cancellation);
        if (exit != 0 || !IsComplete(folder))
        {
            string log = Path.Combine(folder, "..", "..", ".local", "azurite-install.log");
            await File.WriteAllTextAsync(log, output, cancellation);
            throw new HostException($"Azurite could not be installed: 'npm ci' in {folder} failed; its output is in {Path.GetFullPath(log)}.");
        }
    }

    // npm writes this file last, so a torn installation has none.
    private static bool IsComplete(string folder)
    {
        string installed = Path.Combine(folder, "node_modules", ".package-lock.json");
        return File.Exists(installed)
            && Version(Path.Combine(folder, "package-lock.json")) is { } pinned
            && Version(installed) == pinned;
    }

    private static string? Version(string lockFile)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(lockFile));
            return document.RootElement.GetProperty("packages").GetProperty("node_modules/azurite").GetProperty("version").GetString();
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException)
        {
            return null;
        }
    }
}
