using FollowUp.Domain.Cycles;
using LocalHost.Demo.Sample;

namespace LocalHost.Demo.People;

/// <summary>Somebody who reads mail at one address.</summary>
/// <param name="Category">Null for coordinators and translators.</param>
/// <param name="Into">The language that a translator translates into, or null.</param>
internal sealed record Person(
    string Who, string Email, string Organisation, string Language, StakeholderCategory? Category, bool FirstCoordinator = false, string? Into = null);

/// <summary>Who plays: the people of the sample, and what they know about each other's organisations without looking it up.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, Person> byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly CycleContents cycle;
    private readonly Dictionary<string, int> clusters;

    public Cast(SampleCycle sample, Dice dice)
    {
        cycle = sample.Contents;
        clusters = cycle.Recommendations.ToDictionary(r => r.Key, r => r.Cluster);
        foreach (Stakeholder s in cycle.Stakeholders)
            byEmail.Add(s.Email, new(s.Id, s.Email, s.Organisation, s.Language, s.Category));
        foreach ((int n, Coordinator c) in cycle.Settings.Coordinators.Index())
            byEmail.TryAdd(c.Email, new(Contact.CoordinatorId(n), c.Email, "", c.Language, null, n == 0));
        foreach ((int n, Translator t) in cycle.Settings.Translators.Index())
            byEmail.TryAdd(t.Email, new(Contact.TranslatorId(n), t.Email, "", t.Language, null, Into: t.Into));
        Stakeholder[] small = [.. cycle.Stakeholders.Where(s => s.Category == StakeholderCategory.ProvincialDepartment)];
        Unreachable = dice.Pick(small.Length > 0 ? small : [.. cycle.Stakeholders], "unreachable").Email;
    }

    /// <summary>The one address that takes no mail.</summary>
    public string Unreachable { get; }

    public Person FirstCoordinator => byEmail.Values.First(p => p.FirstCoordinator);

    /// <summary>The address that mails come from.</summary>
    public string Secretariat => cycle.Settings.Coordinators[0].Email;

    public IReadOnlyList<Stakeholder> Stakeholders => cycle.Stakeholders;

    public Person? At(string email) => byEmail.GetValueOrDefault(email);

    public int Cluster(string recommendation) => clusters[recommendation];

    /// <summary>Organisations of a category that deal with what a recommendation is about; the whole category where none says so.</summary>
    public IReadOnlyList<string> Concerned(string recommendation, params IReadOnlyList<StakeholderCategory> categories)
    {
        Stakeholder[] all = [.. cycle.Stakeholders.Where(s => categories.Contains(s.Category))];
        Stakeholder[] concerned = [.. all.Where(s => s.Clusters.Contains(Cluster(recommendation)))];
        return [.. (concerned.Length > 0 ? concerned : all).Select(s => s.Organisation)];
    }
}
