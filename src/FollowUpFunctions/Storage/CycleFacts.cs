using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;

namespace FollowUpFunctions.Storage;

/// <summary>Where a cycle stands, beside its settings.</summary>
/// <param name="Facts">Another with every change of settings, recommendations or stakeholders; null while there was none.</param>
/// <param name="RestoredAt">When it was restored from an archive; null where it was carried through here.</param>
public sealed record CycleState(
    CycleSettings Settings, Phase? Phase, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, string? Facts = null, DateTimeOffset? RestoredAt = null)
{
    /// <summary>Whether nothing is asked or decided any more.</summary>
    public bool IsOver => EndedAt is not null || Settings.Cancelled is not null;
}

/// <summary>What seldom changes while a cycle runs: texts are translated, contacts corrected, dates postponed.</summary>
public sealed record CycleFacts(
    CycleSettings Settings,
    IReadOnlyList<Recommendation> Recommendations,
    IReadOnlyList<Stakeholder> Stakeholders)
{
    private readonly Lazy<Dictionary<string, Contact>> _contacts = new(() =>
        Stakeholders.Select(Contact.Of)
            .Concat(Settings.Coordinators.Select(Contact.Of))
            .Concat(Settings.Translators.Select(Contact.Of))
            .ToDictionary(c => c.Who));

    private readonly Lazy<Dictionary<string, Recommendation>> _recommendations = new(() => Recommendations.ToDictionary(r => r.Key));

    private readonly Lazy<IReadOnlyList<string>> _organisations = new(() =>
        [.. Stakeholders.Select(s => s.Organisation).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)]);

    /// <summary>Names of the stakeholders' organisations, each once, in order.</summary>
    public IReadOnlyList<string> Organisations => _organisations.Value;

    public IReadOnlyCollection<Contact> Contacts => _contacts.Value.Values;

    public Contact? ContactOf(string who) => _contacts.Value.GetValueOrDefault(who);

    public Recommendation? Recommendation(string key) => _recommendations.Value.GetValueOrDefault(key);
}
