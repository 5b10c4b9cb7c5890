using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsvHelper;
using CsvHelper.Configuration;

namespace FollowUpFunctions.Tests.Security;

/// <summary>What a file does to whoever opens it, by its kind: nothing that somebody typed runs, counts or leads anywhere.</summary>
internal static partial class Harmless
{
    private static readonly CsvConfiguration sheet = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, DetectDelimiter = true, BadDataFound = null };

    public static void Assert(string name, string? mediaType, byte[] content)
    {
        switch (mediaType)
        {
            case "text/html":
                Page(name, Text(content));
                break;
            case "text/csv":
                Csv(name, Text(content));
                break;
            case "text/calendar":
                Xunit.Assert.DoesNotContain(Text(content).Split('\n'), l => l.StartsWith("X-EVIL", StringComparison.OrdinalIgnoreCase));
                break;
            case "application/atom+xml":
                Feed(name, XDocument.Parse(Text(content)));
                break;
            case not null when mediaType.EndsWith("json", StringComparison.Ordinal):
                JsonDocument.Parse(content).Dispose();
                break;
            case not null when mediaType.Contains("spreadsheetml", StringComparison.Ordinal) || mediaType.Contains("wordprocessingml", StringComparison.Ordinal):
                Package(name, content);
                break;
            case "application/zip" or "text/plain":
                break;
            default:
                Xunit.Assert.Fail($"{name} is {mediaType}: say here what is harmless in one.");
                break;
        }
    }

    public static void Page(string name, string html)
    {
        using IHtmlDocument page = new HtmlParser().ParseDocument(html);
        foreach (IElement element in page.All)
        {
            Xunit.Assert.False(element.LocalName.StartsWith("x-", StringComparison.Ordinal), $"{name} has an element that somebody typed: {element.OuterHtml}");
            Xunit.Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name.StartsWith("x-", StringComparison.Ordinal));
            foreach (string? address in new[] { element.GetAttribute("href"), element.GetAttribute("src"), element.GetAttribute("action") })
                Xunit.Assert.False(address is not null && Running.IsMatch(address), $"{name} leads to {address}");
        }
    }

    private static void Csv(string name, string text)
    {
        using CsvReader reader = new(new StringReader(text.TrimStart('\ufeff')), sheet);
        while (reader.Read())
        {
            foreach (string cell in reader.Parser.Record!)
            {
                Xunit.Assert.False(
                    cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) && !double.TryParse(cell, CultureInfo.InvariantCulture, out _),
                    $"{name} has a cell that counts: {cell}");
            }
        }
    }

    private static void Feed(string name, XDocument feed)
    {
        foreach (XElement element in feed.Descendants())
        {
            Xunit.Assert.False(element.Name.LocalName.StartsWith("x-", StringComparison.Ordinal), $"{name} has an element that somebody typed.");
            if ((string?)element.Attribute("type") == "html")
                Page(name, element.Value);
        }
    }

    // Office documents: no formulas, nothing typed in a field (a table of contents is one), nothing from outside, well-formed.
    private static void Package(string name, byte[] content)
    {
        using ZipArchive zip = new(new MemoryStream(content));
        foreach (ZipArchiveEntry entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) || e.Name.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using Stream stream = entry.Open();
            XDocument part = XDocument.Load(stream);
            foreach (XElement element in part.Descendants())
            {
                Xunit.Assert.False(element.Name.LocalName is "f" or "oleObject" || (element.Name.LocalName is "instrText" or "fldSimple" && element.ToString().Contains("1+1", StringComparison.Ordinal)), $"{name} has something that counts: {element}");
                Xunit.Assert.False((string?)element.Attribute("TargetMode") == "External" && Running.IsMatch((string)element.Attribute("Target")!), $"{name} leads to {element}");
            }
        }
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    [GeneratedRegex(@"^\s*(javascript|data|vbscript):", RegexOptions.IgnoreCase)]
    private static partial Regex Running { get; }
}
