using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Domain.Publication;

namespace FollowUp.Pages.Site;

/// <summary>A version of the plan as a <c>Dataset</c> of schema.org, for search engines. Nobody's licence or name is made up: settings know neither.</summary>
public static class DatasetData
{
    /// <param name="folder">Absolute address of the version's folder, without a slash at its end.</param>
    /// <param name="home">Absolute address of the cycle's public page.</param>
    public static JsonObject Of(PublishedPlan plan, string language, string folder, string page, string home, IReadOnlyList<Download> files)
    {
        Wording text = Wording.For(language);
        return new()
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Dataset",
            ["@id"] = $"{folder}/plan.json",
            ["url"] = $"{folder}/{page}",
            ["name"] = plan.Title,
            ["description"] = $"{text.Format("plan.lead", ("country", plan.Country))} {plan.Symbol}",
            ["version"] = plan.Version.ToString(CultureInfo.InvariantCulture),
            ["datePublished"] = plan.PublishedAt.ToString("O", CultureInfo.InvariantCulture),
            ["inLanguage"] = Strings(plan.Languages),
            ["isAccessibleForFree"] = true,
            ["spatialCoverage"] = new JsonObject { ["@type"] = "Place", ["name"] = plan.Country },
            ["about"] = new JsonObject { ["@type"] = "CreativeWork", ["name"] = text["plan.kind"], ["identifier"] = plan.Symbol },
            ["isPartOf"] = new JsonObject { ["@type"] = "CreativeWork", ["@id"] = home },
            ["distribution"] = new JsonArray(
            [
                .. files.Select(f => new JsonObject
                {
                    ["@type"] = "DataDownload",
                    ["encodingFormat"] = f.MediaType,
                    ["contentUrl"] = $"{folder}/{f.Href}",
                    ["contentSize"] = $"{f.Size.ToString(CultureInfo.InvariantCulture)} B",
                }),
            ]),
        };
    }

    internal static JsonArray Strings(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
