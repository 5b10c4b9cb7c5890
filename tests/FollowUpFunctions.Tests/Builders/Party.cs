using System.Text.Json.Nodes;

namespace FollowUpFunctions.Tests.Builders;

/// <summary>An organisation that is asked, and the person who reads its mail.</summary>
public sealed record Party(string Id, string Organisation, string Category, string Contact, string Email, string Language)
{
    public static Party Ministry { get; } = new("ministry", "Ministry of Children", "ministry", "Minna Istry", "minna@example.org", "en");

    public static Party Province { get; } = new("province", "Provincial Department of Testville", "provincial-department", "Provi Nzial", "provi@example.org", "en");

    public static Party Ngo { get; } = new("ngo", "Children First", "national-ngo", "Nadia Goodwin", "nadia@example.org", "km");

    public static Party International { get; } = new("international", "Rights Without Frontiers", "international-ngo", "Ingo Natter", "ingo@example.org", "en");

    public static Party Youth { get; } = new("youth", "Youth Council", "children-and-youth", "Yola Uthmann", "yola@example.org", "en");

    public static IReadOnlyList<Party> All { get; } = [Ministry, Province, Ngo, International, Youth];

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
