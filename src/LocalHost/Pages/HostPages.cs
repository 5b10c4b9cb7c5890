using LocalHost.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LocalHost.Pages;

/// <summary>/_local/: the way to the host's other pages, and what time it is for the app.</summary>
internal sealed class HostPages(HostClock clock)
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/_local/", Show);
        pages.MapGet("/_local/style.css", () => Results.Text(LocalPage.StyleSheet, "text/css"));
        pages.MapGet("/_local/api/clock", () => Results.Json(new { now = clock.GetUtcNow(), mode = clock.Mode }));
    }

    private IResult Show() => LocalPage.Show("Local host", Html.Of(
        $"""
        <p>For the app it is {LocalPage.Time(clock.GetUtcNow())} ({clock.Mode} clock).</p>
        <ul>
        <li><a href="/_local/mailbox">Mailbox</a>: the e-mails that the app has written</li>
        <li><a href="/_local/instances">Instances</a>: where its orchestrations stand</li>
        </ul>
        """));
}
