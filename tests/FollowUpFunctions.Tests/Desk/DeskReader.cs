using System.Net;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

/// <summary>A coordinator who reads the pages of one cycle's desk.</summary>
internal sealed class DeskReader(HttpClient desk, string cycle) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DeskReader> OfAsync(TestApp app, string cycle, string language = "en") => new(await app.AtDeskAsync(language: language), cycle);

    /// <summary>A page that must be there, whole.</summary>
    /// <param name="address">Behind that of the cycle's desk, such as <c>/rounds</c>.</param>
    public async Task<WebPage> OpenAsync(string address = "")
    {
        WebPage page = await AskAsync(address);
        Assert.True(page.Status == HttpStatusCode.OK, $"{address}: {page.Status} {page.Html[..Math.Min(page.Html.Length, 500)]}");
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        return page;
    }

    public async Task<WebPage> AskAsync(string address)
    {
        using HttpResponseMessage answer = await desk.GetAsync($"desk/cycles/{cycle}{address}", Cancellation);
        return new(address, answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    public Task<HttpResponseMessage> GetAsync(string address) => desk.GetAsync($"desk/cycles/{cycle}{address}", Cancellation);

    public Task<HttpResponseMessage> PostAsync(string address, HttpContent content) => desk.PostAsync($"desk/cycles/{cycle}{address}", content, Cancellation);

    public void Dispose() => desk.Dispose();
}
