using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Advocacy;

/// <summary>To whom the coalition writes, and about what: until a recommendation is confirmed, and then until it is done.</summary>
public static class Letters
{
    /// <summary>The status that ends the letters about a recommendation.</summary>
    public const string Done = "done";

    /// <summary>
    /// Letters as the plan stands now, by stakeholder id. Each organisation is written to about what it is named for; the ministries in charge of the
    /// Convention about what nobody has confirmed, and about what those cannot be asked about who are responsible. Only when there is nothing of
    /// that are they written to about what is confirmed and not done.
    /// </summary>
    public static IReadOnlyList<Letter> Due(CycleContents cycle)
    {
        Standing[] standings = [.. Standings(cycle)];
        Dictionary<string, List<LetterLine>> lines = [];
        foreach (Standing s in standings.Where(s => s.Contact is not null))
            Add(s.Contact!.Id, s, s.Confirmed ? LetterAsk.CarryOut : LetterAsk.Confirm);

        Standing[] unsettled = [.. standings.Where(s => !s.Confirmed || s.Contact is null)];
        foreach (string ministry in cycle.Settings.Letters?.InCharge ?? [])
        {
            foreach (Standing s in (unsettled.Length > 0 ? unsettled : standings).Where(s => s.Contact?.Id != ministry))
                Add(ministry, s, s.Confirmed ? LetterAsk.SeeTo : LetterAsk.Settle);
        }

        Dictionary<string, Stakeholder> people = cycle.Stakeholders.ToDictionary(s => s.Id);
        return
        [
            .. lines.Where(l => people.ContainsKey(l.Key))
                .OrderBy(l => l.Key, StringComparer.Ordinal)
                .Select(l => new Letter(people[l.Key], l.Value)),
        ];

        void Add(string who, Standing s, LetterAsk ask)
        {
            if (!lines.TryGetValue(who, out List<LetterLine>? his))
                lines.Add(who, his = []);
            his.Add(new(s.Recommendation, ask, s.Responsible, s.Contact is not null));
        }
    }

    /// <summary>Recommendations whose responsible organisation the coalition can't write to, in the document's order.</summary>
    public static IReadOnlyList<(string Recommendation, string Responsible)> WithoutTies(CycleContents cycle) =>
        [.. Standings(cycle).Where(s => s is { Contact: null, Responsible: not null }).Select(s => (s.Recommendation, s.Responsible!))];

    /// <summary>Who is asked in a round of letters, each about the recommendations of its letter.</summary>
    public static IReadOnlyList<Addressee> Audience(CycleContents cycle) =>
        [.. Due(cycle).Select(letter => new Addressee(letter.To.Id, [.. letter.Lines.Select(l => l.Recommendation)]))];

    // A contested recommendation is not done: who watches says something else than who carries out.
    internal static bool IsDone(PlanItem item)
    {
        string[] newest = [.. item.Progress.GroupBy(p => Organisations.Normalise(p.Organisation), StringComparer.OrdinalIgnoreCase).Select(g => g.OrderBy(p => p.At ?? DateTimeOffset.MinValue).Last().Status)];
        return newest.Length > 0 && newest.All(status => status == Done);
    }

    private static IEnumerable<Standing> Standings(CycleContents cycle)
    {
        Dictionary<string, PlanItem> items = cycle.Items.ToDictionary(i => i.Recommendation);
        Dictionary<string, Stakeholder> byName = new(StringComparer.OrdinalIgnoreCase);
        foreach (Stakeholder stakeholder in cycle.Stakeholders)
            byName.TryAdd(Organisations.Normalise(stakeholder.Organisation), stakeholder);
        foreach (Recommendation r in cycle.Recommendations.InDocumentOrder())
        {
            if (items.GetValueOrDefault(r.Key) is not { } item || IsDone(item))
                continue;
            Responsibility responsibility = item.Responsibility;
            // Whoever declined is not pressed for it any more: who takes it on instead is for others to settle.
            string? responsible = responsibility.State is ResponsibilityState.Declined ? null : responsibility.Organisation;
            yield return new(
                r.Key,
                responsible,
                responsible is null ? null : byName.GetValueOrDefault(Organisations.Normalise(responsible)),
                responsibility.State is ResponsibilityState.Accepted);
        }
    }

    private sealed record Standing(string Recommendation, string? Responsible, Stakeholder? Contact, bool Confirmed);
}
