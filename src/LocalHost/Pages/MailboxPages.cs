using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MimeKit;

namespace LocalHost.Pages;

/// <summary>/_local/mailbox: what the app would have sent, to read and to click.</summary>
internal sealed partial class MailboxPages(Mailbox mailbox)
{
    // Nothing in a message may run or load anything; its links open the app in the same tab, outside the frame's sandbox.
    private const string Sandbox = "allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox";

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/_local/mailbox", ListAsync);
        pages.MapGet("/_local/mailbox/message", ShowAsync);
        pages.MapGet("/_local/mailbox/html", HtmlAsync);
        pages.MapGet("/_local/mailbox/raw", RawAsync);
        pages.MapGet("/_local/api/mail", ApiAsync);
    }

    private async Task<IResult> ListAsync(string? to, int? page, CancellationToken cancellation)
    {
        string? recipient = string.IsNullOrWhiteSpace(to) ? null : to.Trim();
        int number = Math.Max(page ?? 1, 1);
        IReadOnlyList<MailSummary> all = await mailbox.ListAsync(null, recipient, cancellation);
        MailSummary[] shown = [.. all.Skip((number - 1) * LocalPage.PageSize).Take(LocalPage.PageSize)];
        string? next = all.Count > number * LocalPage.PageSize
            ? string.Create(CultureInfo.InvariantCulture, $"/_local/mailbox?to={Uri.EscapeDataString(recipient ?? "")}&page={number + 1}")
            : null;
        return LocalPage.Show("Mailbox", Html.Of(
            $"""
            <form><label>To <input name="to" value="{recipient}"></label><button>Show</button></form>
            <p>{all.Count} messages, newest first.</p>
            <ol class="rows">{shown.Select(Row)}</ol>
            {LocalPage.Next(next)}
            """));
    }

    private static Html Row(MailSummary mail) => Html.Of(
        $"""
        <li><a href="/_local/mailbox/message?id={Uri.EscapeDataString(mail.Id)}">{(mail.Subject.Length == 0 ? "(no subject)" : mail.Subject)}</a>
        <br><small>to {string.Join(", ", mail.To)} · <time datetime="{mail.Date.ToString("O")}">{LocalPage.Time(mail.Date)}</time></small></li>
        """);

    private async Task<IResult> ShowAsync(string id, CancellationToken cancellation)
    {
        if (await mailbox.ReadAsync(id, cancellation) is not { } mail)
            return Missing(id);

        string address = Uri.EscapeDataString(id);
        Html html = mail.HtmlBody is null ? Html.Empty : Html.Of(
            $"""<h2>HTML</h2><iframe title="The message as HTML" sandbox="{Sandbox}" src="/_local/mailbox/html?id={address}"></iframe>""");
        Html text = mail.TextBody is not { } plain ? Html.Empty : Html.Of($"<h2>Text</h2><pre>{WithLinks(plain)}</pre>");
        Html attachments = mail.Attachments.Any()
            ? Html.Of($"<h2>Attachments</h2><ul>{mail.Attachments.Select(a => Html.Of($"<li>{a.ContentDisposition?.FileName ?? a.ContentType.MimeType}</li>"))}</ul>")
            : Html.Empty;
        return LocalPage.Show(mail.Subject ?? "(no subject)", Html.Of(
            $"""
            <p>To {mail.To}, {LocalPage.Time(mail.Date)}. <a href="/_local/mailbox/raw?id={address}">The file itself</a>.</p>
            {html}
            {text}
            {attachments}
            <h2>Headers</h2>
            <dl>{mail.Headers.Select(h => Html.Of($"<dt>{h.Field}</dt><dd>{h.Value}</dd>"))}</dl>
            """));
    }

    private async Task<IResult> HtmlAsync(string id, CancellationToken cancellation)
    {
        if (await mailbox.ReadAsync(id, cancellation) is not { HtmlBody: { } html })
            return Missing(id);

        const string Links = """<base target="_top">""";
        Match head = Head().Match(html);
        string markup = head.Success ? html.Insert(head.Index + head.Length, Links) : Links + html;
        return new LocalPage.Answer(
            markup, $"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox {Sandbox}", StatusCodes.Status200OK);
    }

    private async Task<IResult> RawAsync(string id, CancellationToken cancellation) =>
        await mailbox.OpenAsync(id, cancellation) is { } content ? Results.Stream(content, "message/rfc822", Path.GetFileName(id)) : Missing(id);

    private async Task<IResult> ApiAsync(DateTimeOffset? since, string? to, CancellationToken cancellation) =>
        Results.Json(await mailbox.ListAsync(since, string.IsNullOrWhiteSpace(to) ? null : to, cancellation));

    private static IResult Missing(string id) => LocalPage.NotFound($"There is no message {id} in the mailbox.");

    private static Html WithLinks(string text)
    {
        int from = 0;
        List<Html> parts = [];
        foreach (Match link in Link().Matches(text))
        {
            parts.Add(Html.Of($"""{text[from..link.Index]}<a href="{link.Value}">{link.Value}</a>"""));
            from = link.Index + link.Length;
        }

        return Html.Of($"{parts}{text[from..]}");
    }

    // A full stop or bracket after an address belongs to the sentence.
    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:!?)\]}']")]
    private static partial Regex Link();

    [GeneratedRegex("<head(?:\\s[^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Head();
}
