using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUp.Pages.Site;

/// <summary>A version that a catalogue names.</summary>
/// <param name="Folder">Absolute address of its folder, without a slash at its end.</param>
/// <param name="HasProgress">Whether it counts where the plan stands.</param>
public sealed record CatalogVersion(int Version, DateTimeOffset PublishedAt, string Folder, bool HasProgress);

/// <summary>
/// What a cycle has published, for the harvesters of data portals (DCAT, https://www.w3.org/TR/vocab-dcat-3/). DCAT-AP wants a publisher and a licence;
/// settings know neither, so a portal adds them.
/// </summary>
public static class CatalogData
{
    public const string File = "catalog.jsonld";

    private static readonly (string File, string MediaType)[] _forms =
    [
        ("plan.json", "application/json"), ("plan.csv", "text/csv"), ("plan.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ];

    private static readonly (string File, string MediaType)[] _progress = [("progress.json", "application/json"), ("progress.csv", "text/csv")];

    /// <param name="home">Absolute address of the cycle's public page.</param>
    /// <param name="languages">BCP 47.</param>
    public static JsonObject Of(string title, string country, string home, IReadOnlyList<string> languages, IReadOnlyList<CatalogVersion> versions) => new()
    {
        ["@context"] = new JsonObject
        {
            ["dcat"] = "http://www.w3.org/ns/dcat#",
            ["dct"] = "http://purl.org/dc/terms/",
            ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        },
        ["@id"] = $"{home}#catalog",
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = title,
        ["dct:spatial"] = country,
        ["dct:language"] = DatasetData.Strings(languages),
        ["dcat:dataset"] = new JsonArray([.. versions.OrderByDescending(v => v.Version).Select(v => Dataset(title, v))]),
    };

    private static JsonObject Dataset(string title, CatalogVersion version) => new()
    {
        ["@id"] = $"{version.Folder}/index.html#dataset",
        ["@type"] = "dcat:Dataset",
        ["dct:title"] = title,
        ["dcat:version"] = version.Version.ToString(CultureInfo.InvariantCulture),
        ["dct:issued"] = new JsonObject { ["@type"] = "xsd:dateTime", ["@value"] = version.PublishedAt.ToString("O", CultureInfo.InvariantCulture) },
        ["dcat:landingPage"] = Link($"{version.Folder}/index.html"),
        ["dcat:distribution"] = new JsonArray([.. (version.HasProgress ? [.. _forms, .. _progress] : _forms).Select(f => Distribution(version.Folder, f.File, f.MediaType))]),
    };

    private static JsonObject Distribution(string folder, string file, string mediaType) => new()
    {
        ["@type"] = "dcat:Distribution",
        ["dct:title"] = file,
        ["dcat:downloadURL"] = Link($"{folder}/{file}"),
        ["dcat:accessURL"] = Link($"{folder}/{file}"),
        ["dcat:mediaType"] = mediaType,
    };

    private static JsonObject Link(string address) => new() { ["@id"] = address };
}
