using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

public sealed class Tab : IAsyncDisposable
{
    private const float Patience = 10_000;
    private const int MostTries = 4;

    private readonly IBrowserContext context;
    private readonly List<string> asked = [];

    public Tab(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Request += (_, request) => asked.Add(request.Url);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Asked => asked;

    /// <summary>From an address of their own, as a proxy tells it: tries are counted by address.</summary>
    public Task ComeFromAsync(int number) => Page.Context.SetExtraHTTPHeadersAsync([new("X-Forwarded-For", $"192.0.2.{number + 1}")]);

    public async Task GoToAsync(string address)
    {
        IResponse? response = null;
        for (int tries = 1; response is null && tries <= MostTries; tries++)
        {
            try
            {
                response = await Page.GotoAsync(address, new() { Timeout = Patience });
            }
            catch (TimeoutException) when (tries < MostTries)
            {
                // A connection that the emulator closes while the browser takes it up again never answers, now and then.
            }
        }

        Assert.NotNull(response);
    }

    public async Task PressAsync(string button)
    {
        await Page.Locator($"button[value='{button}']").ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>What is on the page can be used by everybody, as far as a program can tell, and nothing has to be scrolled sideways.</summary>
    public async Task MustBeUsableAsync(string state)
    {
        AxeResult result = await Page.RunAxe();
        Assert.NotEmpty(result.Passes);
        Assert.True(result.Violations.Length == 0, $"{state}: {string.Join("; ", result.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Html))}"))}");
        await MustFitAsync(state);
    }

    public async Task MustFitAsync(string state)
    {
        int[] widths = await Page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, window.innerWidth]");
        if (widths[0] <= widths[1])
            return;
        string[] wide = await Page.EvaluateAsync<string[]>(
            "[...document.body.querySelectorAll('*:not(.skip)')].filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth || r.left < 0 || e.scrollWidth > e.clientWidth + 1 }).map(e => e.outerHTML.slice(0, 150)).slice(-4)");
        Assert.Fail($"{state} is {widths[0]} pixels wide on a screen of {widths[1]}: {string.Join(" … ", wide)}");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
