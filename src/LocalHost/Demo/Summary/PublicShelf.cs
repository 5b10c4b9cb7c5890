using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUp.Domain.Publication;

namespace LocalHost.Demo.Summary;

/// <summary>All that is published: what everybody in the world can read.</summary>
/// <param name="Files">Text by name; HTML and JSON as a reader sees it, without escapes.</param>
/// <param name="Json">The data files as they stand.</param>
internal sealed record PublicShelf(IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Json, PublishedPlan? Newest)
{
    public static async Task<PublicShelf> ReadAsync(BlobContainerClient container, string cycle, CancellationToken cancellation)
    {
        Dictionary<string, string> files = [];
        await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: cancellation))
            files[blob.Name] = Text(blob.Name, (await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation)).Value.Content);
        PublishedPlan? newest = null;
        if (files.TryGetValue($"{cycle}/latest.json", out string? pointer))
        {
            using JsonDocument latest = JsonDocument.Parse(pointer);
            newest = JsonSerializer.Deserialize<PublishedPlan>(
                files[$"{cycle}/v{latest.RootElement.GetProperty("version").GetInt32()}/plan.json"], PublicationJson.Options);
        }

        return new(
            files.ToDictionary(f => f.Key, f => Readable(f.Key, f.Value)),
            files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value),
            newest);
    }

    private static string Text(string name, BinaryData content)
    {
        if (!name.EndsWith(".docx", StringComparison.Ordinal))
            return content.ToString();
        using ZipArchive document = new(content.ToStream());
        using StreamReader text = new(document.GetEntry("word/document.xml")!.Open());
        return WebUtility.HtmlDecode(text.ReadToEnd());
    }

    private static string Readable(string name, string text) =>
        name.EndsWith(".html", StringComparison.Ordinal) ? WebUtility.HtmlDecode(text)
        : name.EndsWith(".json", StringComparison.Ordinal) ? $"{text}\n{Unescaped(text)}"
        : text.Replace("\"\"", "\"", StringComparison.Ordinal);

    private static string Unescaped(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return string.Join('\n', Strings(document.RootElement));
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
