using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace LocalHost.Storage;

/// <summary>Runs node and npm, which must be installed.</summary>
internal static class NodeCommand
{
    private const int OldestMajor = 20;

    private const string HowToGetIt =
        "Install it from https://nodejs.org or your system's packages, or let AzureWebJobsStorage name a storage account.";

    public static async Task RequireAsync(CancellationToken cancellation)
    {
        (int exit, string output) = await RunAsync("node", ["--version"], Directory.GetCurrentDirectory(), cancellation);
        string version = output.Trim();
        if (exit != 0
            || !int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major))
        {
            throw new HostException($"Node.js {OldestMajor} or newer is needed for Azurite, and 'node --version' failed. {HowToGetIt}");
        }

        if (major < OldestMajor)
            throw new HostException($"Node.js {OldestMajor} or newer is needed for Azurite, and this one is {version}. {HowToGetIt}");
    }

    public static Task<(int Exit, string Output)> RunNpmAsync(string[] arguments, string folder, CancellationToken cancellation) =>
        OperatingSystem.IsWindows()
            ? RunAsync("cmd", ["/c", "npm", .. arguments], folder, cancellation)
            : RunAsync("npm", arguments, folder, cancellation);

    /// <summary>Runs to the end; the output holds both streams.</summary>
    private static async Task<(int Exit, string Output)> RunAsync(
        string program, string[] arguments, string folder, CancellationToken cancellation)
    {
        using Process process = Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new HostException($"Node.js {OldestMajor} or newer is needed for Azurite, and '{start.FileName}' was not found. {HowToGetIt}", e);
        }
    }
}
