using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LocalHost.Pages;

/// <summary>The frame around the host's own pages.</summary>
internal static class LocalPage
{
    public const int PageSize = 100;

    public const string StyleSheet =
        """
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; padding: 0 1rem 3rem; max-inline-size: 70rem; color: #1a1a1a; background: #fff; }
        nav { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding-block: .75rem; border-block-end: 1px solid #bbb; }
        h1 { font-size: 1.5rem; }
        a { color: #0b4f9c; }
        .rows { list-style: none; padding: 0; }
        .rows > li { padding-block: .6rem; border-block-end: 1px solid #ddd; overflow-wrap: anywhere; }
        .rows small, dt { color: #555; }
        dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .25rem 1rem; }
        dd { margin: 0; overflow-wrap: anywhere; }
        @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-block-end: .5rem; } }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: .75rem; margin: 0; }
        iframe { inline-size: 100%; block-size: 70vh; border: 1px solid #bbb; background: #fff; }
        form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-block: 1rem; }
        label { display: grid; }
        input, select, button { font: inherit; padding: .3rem .5rem; max-inline-size: 100%; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; inline-size: 100%; }
        th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-block-end: 1px solid #ddd; }
        """;

    public static IResult Show(string title, Html body, int status = StatusCodes.Status200OK) => new Answer(
        Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><link rel="stylesheet" href="/_local/style.css"></head>
            <body>
            <nav aria-label="Host"><a href="/_local/">Host</a><a href="/_local/mailbox">Mailbox</a><a href="/_local/instances">Instances</a></nav>
            <main><h1>{title}</h1>
            {body}
            </main>
            </body>
            </html>
            """).Markup,
        "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        status);

    public static IResult NotFound(string what) =>
        Show("Not found", Html.Of($"<p>{what}</p>"), StatusCodes.Status404NotFound);

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A link to the same page's next hundred, where there is one.</summary>
    public static Html Next(string? address) =>
        address is null ? Html.Empty : Html.Of($"""<p><a rel="next" href="{address}">Next {PageSize}</a></p>""");

    /// <summary>An HTML answer that may do only what its policy says.</summary>
    internal sealed class Answer(string markup, string policy, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = status;
            http.Response.Headers.ContentSecurityPolicy = policy;
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync(markup, http.RequestAborted);
        }
    }
}
