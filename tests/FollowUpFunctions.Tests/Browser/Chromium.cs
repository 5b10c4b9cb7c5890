using System.Diagnostics;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>A Chromium without a window: one that is installed, else Playwright's own, else Debian's package where it may be installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] installed =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium"];

    private static readonly string[] arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-default-apps", "--no-first-run", "--no-default-browser-check",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = await FindAsync(playwright.Chromium.ExecutablePath), Args = arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A tab of somebody new, that notes every address it asks for.</summary>
    public async Task<Tab> OpenAsync(int width, int height = 900, bool scripts = true)
    {
        IBrowserContext context = await browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            Locale = "en-GB",
            ColorScheme = ColorScheme.Light,
        });
        return new(context, await context.NewPageAsync());
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
            await RunAsync("install", "--yes", "--no-install-recommends", "chromium");
            if (installed.FirstOrDefault(File.Exists) is { } now)
                return now;
        }

        throw new InvalidOperationException(
            "The browser tests need Chromium: install the package chromium, or run `pwsh artifacts/local/bin/FollowUpFunctions.Tests/debug/playwright.ps1 install chromium`.");
    }

    private static async Task RunAsync(params string[] words)
    {
        using Process apt = Process.Start(new ProcessStartInfo("/usr/bin/apt-get", words) { RedirectStandardOutput = true })!;
        await apt.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await apt.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
