using System.Text.Json.Serialization;

namespace FollowUp.Domain.Cycles;

/// <summary>
/// The eight kinds of participants of the Cambodian workshop, and the independent human rights institution or ombudsperson for children, which
/// belongs to neither government nor coalition (general comment 2).
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<StakeholderCategory>))]
public enum StakeholderCategory
{
    [JsonStringEnumMemberName("ministry")] Ministry,
    [JsonStringEnumMemberName("provincial-department")] ProvincialDepartment,
    [JsonStringEnumMemberName("national-ngo")] NationalNgo,
    [JsonStringEnumMemberName("international-ngo")] InternationalNgo,
    [JsonStringEnumMemberName("national-assembly")] NationalAssembly,
    [JsonStringEnumMemberName("senate")] Senate,
    [JsonStringEnumMemberName("un-agency")] UnAgency,
    [JsonStringEnumMemberName("children-and-youth")] ChildrenAndYouth,
    [JsonStringEnumMemberName("human-rights-institution")] HumanRightsInstitution,
}

public static class StakeholderCategories
{
    public static IReadOnlyList<StakeholderCategory> All { get; } = Enum.GetValues<StakeholderCategory>();

    /// <summary>The name used in data, addresses and text keys, such as <c>un-agency</c>.</summary>
    public static string Slug(this StakeholderCategory category) => category switch
    {
        StakeholderCategory.Ministry => "ministry",
        StakeholderCategory.ProvincialDepartment => "provincial-department",
        StakeholderCategory.NationalNgo => "national-ngo",
        StakeholderCategory.InternationalNgo => "international-ngo",
        StakeholderCategory.NationalAssembly => "national-assembly",
        StakeholderCategory.Senate => "senate",
        StakeholderCategory.UnAgency => "un-agency",
        StakeholderCategory.ChildrenAndYouth => "children-and-youth",
        StakeholderCategory.HumanRightsInstitution => "human-rights-institution",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Not a category."),
    };
}

/// <summary>Somebody to be asked: an organisation and the person who reads its mail.</summary>
/// <param name="Id">Slug, unique in a cycle; stands in journals in place of a name.</param>
/// <param name="Contact">The person's name; never published, never in the journal.</param>
/// <param name="Email">Never published, never in the journal. For a children's group: the focal adult's address.</param>
/// <param name="Language">Language of mails and forms (BCP 47).</param>
/// <param name="Clusters">Clusters that concern the organisation (CRC/C/58/Rev.3); empty means all.</param>
/// <param name="Added">When it was added to a cycle that had begun; null for those who are in it from the start.</param>
public sealed record Stakeholder(
    string Id,
    string Organisation,
    StakeholderCategory Category,
    string Contact,
    string Email,
    string Language,
    IReadOnlyList<int> Clusters,
    DateTimeOffset? Added = null);
