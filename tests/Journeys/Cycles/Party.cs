using System.Text.Json.Nodes;

namespace Journeys.Cycles;

/// <summary>An organisation that is asked, and the person who reads its mail.</summary>
public sealed record Party(string Id, string Organisation, string Category, string Contact, string Language)
{
    public static Party Ministry { get; } = new("ministry", "Ministry of Children", "ministry", "Minna Istry", "en");

    public static Party Province { get; } = new("province", "Provincial Department of Testville", "provincial-department", "Provi Nzial", "en");

    public static Party Ngo { get; } = new("ngo", "Children First", "national-ngo", "Nadia Goodwin", "en");

    public static Party International { get; } = new("international", "Rights Without Frontiers", "international-ngo", "Ingo Natter", "en");

    public static Party Youth { get; } = new("youth", "Youth Council", "children-and-youth", "Yola Uthmann", "en");

    public static IReadOnlyList<Party> All { get; } = [Ministry, Province, Ngo, International, Youth];

    public string Email => $"{Id}@example.org";

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["organisation"] = Organisation,
        ["category"] = Category,
        ["contact"] = Contact,
        ["email"] = Email,
        ["language"] = Language,
    };
}
