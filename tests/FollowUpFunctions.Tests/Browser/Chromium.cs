using System.Diagnostics;
using FollowUpFunctions.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace FollowUpFunctions.Tests.Browser;

/// <summary>
/// One Chromium for all the tests of the assembly, started by the first that needs it: one that is installed, else Playwright's own, else Debian's
/// package where it may be installed. The headless shell before the whole browser, which draws a window for every tab, though nobody sees it.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] installed =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium"];

    private static readonly string[] arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-default-apps", "--no-first-run", "--no-default-browser-check",
    ];

    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        gate.Dispose();
    }

    /// <summary>A tab of somebody new, that notes every address it asks for.</summary>
    public async Task<Tab> OpenAsync(
        int width, int height = 900, bool scripts = true, ColorScheme colours = ColorScheme.Light, Contrast contrast = Contrast.NoPreference)
    {
        IBrowserContext context = await (await RunningAsync()).NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            Locale = "en-GB",
            ColorScheme = colours,
            Contrast = contrast,
        });
        return new(context, await context.NewPageAsync());
    }

    private async Task<IBrowser> RunningAsync()
    {
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = await FindAsync(playwright.Chromium.ExecutablePath), Args = arguments });
        }
        finally
        {
            gate.Release();
        }
    }

    private static async Task<string?> FindAsync(string own)
    {
        if (installed.FirstOrDefault(File.Exists) is { } there)
            return there;
        if (File.Exists(own))
            return null;
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            await RunAsync("update");
            foreach (string package in (string[])["chromium-headless-shell", "chromium"])
            {
                await RunAsync("install", "--yes", "--no-install-recommends", package);
                if (installed.FirstOrDefault(File.Exists) is { } now)
                    return now;
            }
        }

        throw new InvalidOperationException(
            "The browser tests need Chromium: install the package chromium-headless-shell or chromium, or run `pwsh artifacts/local/bin/FollowUpFunctions.Tests/debug/playwright.ps1 install chromium`.");
    }

    private static async Task RunAsync(params string[] words)
    {
        using Process apt = Process.Start(new ProcessStartInfo("/usr/bin/apt-get", words) { RedirectStandardOutput = true })!;
        await apt.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await apt.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
