using System.Security.Cryptography;
using System.Text;
using FollowUp.Domain.Cycles;

namespace FollowUp.Domain.StrategicPlans;

/// <summary>What an organisation has set itself.</summary>
/// <param name="Id">Made of its words: the same words in a later upload are the same objective, and what was decided of it stays.</param>
public sealed record Objective(string Id, string Text)
{
    public const int Longest = 1_000;

    public static Objective Of(string text) => new(IdOf(text), text);

    private static string IdOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SameWords.Key(text))).AsSpan(0, 8));
}

/// <summary>An organisation's strategic plan as it was uploaded last: its objectives, not the document.</summary>
/// <param name="Slug">Names it in addresses and keys.</param>
/// <param name="Language">BCP 47.</param>
public sealed record StrategicPlan(string Slug, string Organisation, string Language, DateTimeOffset UploadedAt, IReadOnlyList<Objective> Objectives)
{
    /// <summary>So many objectives fit into one row of a table.</summary>
    public const int MostObjectives = 300;

    /// <summary>That of the stakeholder with this name, where there is one; else made of the name, of a hash where the name has no Latin letter.</summary>
    public static string SlugOf(string organisation, IEnumerable<Stakeholder> stakeholders) =>
        stakeholders.FirstOrDefault(s => Organisations.Same(s.Organisation, organisation))?.Id
        ?? (Cycles.Slug.From(organisation) is { Length: > 0 } slug ? slug : $"organisation-{Objective.Of(organisation).Id}");
}
