using FollowUp.Domain.Cycles;
using FollowUp.Domain.Likeness;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Domain.StrategicPlans;

/// <summary>What a coordinator decided of a match: the newest word on an objective and a recommendation.</summary>
public sealed record MatchVerdict(string Objective, string Recommendation, bool Accepted);

/// <param name="Recommendation">Key, such as <c>66-a</c>.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Words">What made the score: as the objective has it, and as the recommendation or one of its actions has it.</param>
/// <param name="Verdict"><c>accepted</c>, <c>refused</c>, or null while nobody decided.</param>
public sealed record ItemMatch(string Recommendation, string Citation, string Text, double Score, IReadOnlyList<SharedWords> Words, string? Verdict);

/// <param name="Matches">The best first; those that were accepted are always there.</param>
public sealed record ObjectiveOverlap(string Id, string Text, IReadOnlyList<ItemMatch> Matches);

/// <summary>An objective that was accepted as one with a recommendation.</summary>
public sealed record AcceptedObjective(string Recommendation, string Organisation, string Text, string Language);

/// <summary>Where an organisation's strategic plan and the action plan say the same, and where one has what the other leaves out.</summary>
/// <param name="ObjectivesWithoutItem">Ids of objectives that no recommendation matches, or whose matches were all refused.</param>
/// <param name="ItemsWithoutObjective">Keys of recommendations that no objective matches.</param>
public sealed record PlanOverlap(
    string Organisation,
    string Slug,
    string Language,
    DateTimeOffset UploadedAt,
    IReadOnlyList<ObjectiveOverlap> Objectives,
    IReadOnlyList<string> ObjectivesWithoutItem,
    IReadOnlyList<string> ItemsWithoutObjective)
{
    public const string Accepted = "accepted";
    public const string Refused = "refused";

    private const int MostMatches = 3;

    /// <param name="cycle">With the plan as it stands.</param>
    public static PlanOverlap Of(StrategicPlan plan, CycleContents cycle, IReadOnlyList<MatchVerdict> verdicts)
    {
        Dictionary<string, PlanItem> items = cycle.Items.ToDictionary(i => i.Recommendation);
        Dictionary<string, Recommendation> recommendations = cycle.Recommendations.ToDictionary(r => r.Key);
        Dictionary<(string, string), string> decided = verdicts.ToDictionary(v => (v.Objective, v.Recommendation), v => v.Accepted ? Accepted : Refused);
        LikenessIndex index = new([.. cycle.Recommendations.Select(r => new Candidate(r.Key, [.. Passages(r)]))]);
        ObjectiveOverlap[] objectives = [.. plan.Objectives.Select(o => new ObjectiveOverlap(o.Id, o.Text, Matches(o)))];
        HashSet<string> matched = [.. objectives.SelectMany(Standing).Select(m => m.Recommendation)];
        return new(
            plan.Organisation,
            plan.Slug,
            plan.Language,
            plan.UploadedAt,
            objectives,
            [.. objectives.Where(o => !Standing(o).Any()).Select(o => o.Id)],
            [.. cycle.Recommendations.Select(r => r.Key).Where(key => !matched.Contains(key))]);

        IEnumerable<Passage> Passages(Recommendation r)
        {
            (string text, string language) = r.TextFor(plan.Language, cycle.Settings.SourceLanguage);
            return (items.GetValueOrDefault(r.Key)?.Actions ?? []).Select(a => new Passage(a.Text, plan.Language)).Prepend(new(text, language));
        }

        IReadOnlyList<ItemMatch> Matches(Objective objective)
        {
            IReadOnlyList<Resemblance> all = index.Likest(new(objective.Text, plan.Language), cycle.Recommendations.Count, least: 0);
            ItemMatch[] offered = [.. all.Where((r, n) => (n < MostMatches && r.Score >= LikenessIndex.Offered) || decided.ContainsKey((objective.Id, r.Key))).Select(r => Match(objective, r))];
            IEnumerable<ItemMatch> unlike = verdicts
                .Where(v => v.Accepted && v.Objective == objective.Id && recommendations.ContainsKey(v.Recommendation) && offered.All(m => m.Recommendation != v.Recommendation))
                .Select(v => Match(objective, new(v.Recommendation, 0, [])));
            return [.. offered, .. unlike];
        }

        ItemMatch Match(Objective objective, Resemblance likeness)
        {
            Recommendation r = recommendations[likeness.Key];
            return new(
                r.Key, r.Citation, r.TextFor(plan.Language, cycle.Settings.SourceLanguage).Text, likeness.Score, likeness.Words,
                decided.GetValueOrDefault((objective.Id, r.Key)));
        }
    }

    /// <summary>The accepted objectives of all plans, in the order of the plans.</summary>
    public static IEnumerable<AcceptedObjective> AcceptedIn(StrategicPlan plan, IEnumerable<MatchVerdict> verdicts) =>
        from verdict in verdicts
        where verdict.Accepted
        from objective in plan.Objectives
        where objective.Id == verdict.Objective
        select new AcceptedObjective(verdict.Recommendation, plan.Organisation, objective.Text, plan.Language);

    private static IEnumerable<ItemMatch> Standing(ObjectiveOverlap objective) => objective.Matches.Where(m => m.Verdict != Refused);
}
