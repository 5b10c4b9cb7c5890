using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;

namespace FollowUpFunctions.Cycles.Intake;

internal sealed class StakeholderIntake(Findings findings, IReadOnlyList<string> languages)
{
    private const string All = "/stakeholders";
    private const int Most = 100_000;
    private static readonly Dictionary<string, StakeholderCategory> _categories = StakeholderCategories.All.ToDictionary(c => c.Slug());

    private readonly AddressBook _addresses = new(findings);
    private readonly Dictionary<string, (string Pointer, string Organisation)> _seen = [];

    public IReadOnlyList<Stakeholder> Read(IReadOnlyList<StakeholderRequest?>? given)
    {
        if (given is not { Count: > 0 })
            findings.Missing(All, "Name at least one stakeholder to ask.");
        if (given?.Count > Most)
        {
            findings.Add(All, string.Create(CultureInfo.InvariantCulture, $"These are {given.Count:N0} stakeholders: a cycle takes {Most:N0}."));
            return [];
        }

        return [.. (given ?? []).Select((s, n) => s is null ? null : Read(n, s)).OfType<Stakeholder>()];
    }

    private Stakeholder Read(int index, StakeholderRequest given)
    {
        string at = Findings.Pointer(All, index);
        string organisation = findings.Line($"{at}/organisation", given.Organisation, 300, "Name the organisation.");
        return new(
            Id($"{at}/id", given.Id, organisation, index),
            organisation,
            Category($"{at}/category", given.Category),
            findings.Line($"{at}/contact", given.Contact, 200, "Name the person who reads the organisation's mail."),
            _addresses.Read($"{at}/email", given.Email, organisation, "Give the e-mail address of the contact."),
            LanguageTags.AmongThe(languages, findings, $"{at}/language", given.Language),
            OfInterest($"{at}/clusters", given.Clusters));
    }

    private string Id(string at, string? given, string organisation, int index)
    {
        string? chosen = findings.OptionalLine(at, given, 300);
        string id = chosen ?? Slug.From(organisation);
        if (id.Length == 0)
            id = string.Create(CultureInfo.InvariantCulture, $"stakeholder-{index + 1}");

        if (!Slug.IsSlug(id))
            findings.Add(at, $"“{id}” can't be an id: use lower-case letters, digits and single hyphens, {Slug.MaxLength} at most.");
        else if (id.StartsWith(Contact.CoordinatorPrefix, StringComparison.Ordinal))
            findings.Add(at, $"“{id}” starts with “{Contact.CoordinatorPrefix}”, which is for coordinators: give another id.");
        else if (id.StartsWith(Contact.TranslatorPrefix, StringComparison.Ordinal))
            findings.Add(at, $"“{id}” starts with “{Contact.TranslatorPrefix}”, which is for translators: give another id.");
        else if (!_seen.TryAdd(id, (at, organisation)))
            findings.Add(at, $"The id “{id}” of “{organisation}” is also that of “{_seen[id].Organisation}” ({_seen[id].Pointer}): give one of them an id of its own.");
        return id;
    }

    private StakeholderCategory Category(string at, string? given)
    {
        string known = string.Join(", ", _categories.Keys);
        string name = findings.Line(at, given, 100, $"Name the category: {known}.");
        if (name.Length == 0 || _categories.ContainsKey(name))
            return _categories.GetValueOrDefault(name);
        findings.Add(at, $"“{name}” is not a category: choose from {known}.");
        return default;
    }

    private IReadOnlyList<int> OfInterest(string at, IReadOnlyList<int?>? given)
    {
        for (int n = 0; n < (given?.Count ?? 0); n++)
        {
            if (given![n] is { } cluster && !Clusters.IsKnown(cluster))
                findings.Add(Findings.Pointer(at, n), $"There is no cluster {cluster}: give numbers from {Clusters.First} to {Clusters.Last}.");
        }

        return [.. (given ?? []).OfType<int>().Distinct().Order()];
    }
}
