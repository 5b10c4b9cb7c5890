using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Publication;
using FollowUp.Pages;
using FollowUp.Pages.Plan;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Publication;

/// <summary>What stands in place of a published file from which somebody was erased, in the file's own form and language.</summary>
public sealed class Notice(PageRenderer pages, PublicAddresses addresses)
{
    private const string Mark = "replaced";

    /// <summary>Whether a JSON file is a notice.</summary>
    public static bool IsOne(string json) => json.StartsWith($"{{\"{Mark}\":", StringComparison.Ordinal);

    /// <param name="path">Of the file in its container, such as <c>khm-2011/v3/index.km.html</c>.</param>
    public async Task<BinaryData> OfAsync(CycleSettings settings, string path, DateTimeOffset at)
    {
        string newest = addresses.Plan(settings.Id);
        string[] parts = path[(path.LastIndexOf('/') + 1)..].Split('.');
        string language = parts.Length > 2 && settings.Languages.Contains(parts[^2]) ? parts[^2] : settings.Languages[0];
        return parts[^1] switch
        {
            "html" => BinaryData.FromString(await pages.RenderAsync(new NoticePageModel(language, settings.Title, newest))),
            "json" => BinaryData.FromString(new JsonObject
            {
                [Mark] = "personal-data-erased",
                ["at"] = JsonSerializer.SerializeToNode(at),
                ["newest"] = newest,
            }.ToJsonString(PublicationJson.Options)),
            "docx" => BinaryData.FromBytes(NoticeDocument.Write(language, settings.Title, newest, at)),
            "xlsx" => BinaryData.FromBytes(Workbook(NoticeDocument.Lines(language, settings.Title, newest))),
            "csv" => BinaryData.FromString(Csv.Write(NoticeDocument.Lines(language, settings.Title, newest).Select(line => new { Notice = line }))),
            "xml" or "atom" or "svg" => BinaryData.FromString($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<notice>{System.Security.SecurityElement.Escape(string.Join('\n', NoticeDocument.Lines(language, settings.Title, newest)))}</notice>\n"),
            _ => BinaryData.FromString(string.Join('\n', NoticeDocument.Lines(language, settings.Title, newest))),
        };
    }

    private static byte[] Workbook(IReadOnlyList<string> lines)
    {
        using MemoryStream bytes = new();
        XlsxSheetWriter.Write(lines.Select(line => (IReadOnlyList<string>)[line]), bytes);
        return bytes.ToArray();
    }
}
