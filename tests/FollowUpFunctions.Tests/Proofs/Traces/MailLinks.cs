using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Tests.Infrastructure;
using MimeKit;

namespace FollowUpFunctions.Tests.Proofs.Traces;

/// <summary>An address that stands in a mail.</summary>
/// <param name="Kind">The same for all that differ only in whom and which cycle they are of: <c>/r/consultation</c>, <c>/u/responsibility</c>.</param>
public sealed record MailLink(string Address, string Kind);

/// <summary>The links of mails as mail programs and scanners find them: in text, in HTML, in headers and in calendar entries.</summary>
public static partial class MailLinks
{
    private const int AtOnce = 16;

    public static async Task<IReadOnlyList<MailLink>> ReadAsync(BlobContainerClient mails)
    {
        List<string> names = [];
        await foreach (BlobItem blob in mails.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            names.Add(blob.Name);
        HashSet<string> all = [];
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (name, token) =>
        {
            using MimeMessage message = await MimeMessage.LoadAsync((await Stores.ReadAsync(mails, name)).ToStream(), token);
            string[] links = [.. Of(message)];
            lock (all)
                all.UnionWith(links);
        });
        return [.. all.Order(StringComparer.Ordinal).Select(a => new MailLink(a, Kind(a)))];
    }

    /// <summary>The token of a personal link, or null.</summary>
    public static string? TokenOf(MailLink link) => Token.Match(link.Address) is { Success: true } found ? found.Value[1..] : null;

    private static IEnumerable<string> Of(MimeMessage message)
    {
        foreach (string header in message.Headers.Where(h => h.Field.StartsWith("List-", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value))
        {
            foreach (Match match in Address.Matches(header))
                yield return match.Value;
        }

        foreach (TextPart part in message.BodyParts.OfType<TextPart>())
        {
            foreach (Match match in Address.Matches(part.Text))
                yield return System.Net.WebUtility.HtmlDecode(match.Value);
            if (!part.IsHtml)
                continue;
            using IHtmlDocument page = new HtmlParser().ParseDocument(part.Text);
            foreach (IElement element in page.QuerySelectorAll("[href], [src], [action]"))
            {
                foreach (string value in new[] { "href", "src", "action" }.Select(element.GetAttribute).OfType<string>())
                {
                    if (value.StartsWith("http", StringComparison.Ordinal))
                        yield return value;
                }
            }
        }
    }

    private static string Kind(string address)
    {
        Uri uri = new(address);
        string[] parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return TokenOf(new(address, "")) is null
            ? $"/{string.Join('/', parts.Take(1))}…{Path.GetFileName(uri.AbsolutePath)}"
            : $"/{string.Join('/', parts.Where((part, n) => n == 0 || (n == 2 && parts.Length > 3) || n > 4))}";
    }

    // Not the point at the end of a sentence, nor the bracket around an address.
    [GeneratedRegex(@"https?://[^\s<>""']*[^\s<>""'.,;:)\]]")]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"/\d+\.[A-Za-z0-9_-]{24}(?![A-Za-z0-9_-])")]
    private static partial Regex Token { get; }
}
