using FollowUp.Domain.Ballots;
using FsCheck.Xunit;

namespace FollowUp.Domain.Tests.Ballots;

/// <summary>The properties that Schulze 2011 proves in section 4, for ballots with ties and without some candidates.</summary>
[Properties(Arbitrary = [typeof(Elections)], MaxTest = 300)]
public sealed class SchulzeMethodTests
{
    [Property]
    public bool Whom_a_majority_puts_above_all_others_beats_each(Election vote) => All(vote, a =>
        vote.Ballots.Where(b => vote.Candidates.All(c => c == vote.Candidates[a] || Election.Compare(b, vote.Candidates[a], c) < 0)).Sum(b => b.People) * 2 <= vote.People
        || IsAlone(vote, a));

    [Property]
    public bool Whoever_wins_against_each_other_stands_first_alone(Election vote)
    {
        PairwiseTable table = vote.Table;
        return All(vote, a => Others(vote, a).Any(b => table[a, b] <= table[b, a]) || IsAlone(vote, a));
    }

    [Property]
    public bool The_order_in_which_ballots_come_changes_nothing(Election vote, int seed)
    {
        Ballot[] shuffled = [.. vote.Ballots];
        new Random(seed).Shuffle(shuffled);
        return Same(vote.Method.Places, vote.With(shuffled).Method.Places);
    }

    [Property]
    public bool The_order_in_which_candidates_are_listed_changes_nothing(Election vote) =>
        Same(vote.Method.Places, (vote with { Candidates = [.. vote.Candidates.Reverse()] }).Method.Places.Reverse());

    [Property]
    public bool A_show_of_hands_is_as_many_ballots(Election vote) =>
        Same(vote.Method.Places, vote.With(vote.Ballots.SelectMany(b => Enumerable.Repeat(b with { People = 1 }, b.People))).Method.Places);

    [Property]
    public bool A_twin_beside_a_candidate_changes_nothing_for_the_others_nor_between_them_and_the_twins(Election vote)
    {
        string original = vote.Candidates[0];
        Election cloned = new(
            [.. vote.Candidates, "twin"],
            [.. vote.Ballots.Select((b, n) => new Ballot(Twinned(b, original, n), b.People))]);
        SchulzeMethod before = vote.Method;
        SchulzeMethod after = cloned.Method;
        int twin = vote.Candidates.Count;
        return vote.Pairs.All(p => before.Beats(p.A, p.B) == after.Beats(p.A, p.B))
            && Others(vote, 0).All(b => after.Beats(twin, b) == before.Beats(0, b) && after.Beats(b, twin) == before.Beats(b, 0));
    }

    [Property]
    public bool Whom_all_put_above_another_beats_that(Election vote) =>
        vote.Pairs.All(p => vote.Ballots.Any(b => Election.Compare(b, vote.Candidates[p.A], vote.Candidates[p.B]) >= 0) || vote.Method.Beats(p.A, p.B));

    [Property]
    public bool Where_everybody_turns_their_order_round_the_ranking_turns_round(Election vote)
    {
        SchulzeMethod turned = vote.With(vote.Ballots.Select(b => new Ballot(vote.Candidates.ToDictionary(c => c, c => 99 - b.Places.GetValueOrDefault(c, 98)), b.People))).Method;
        SchulzeMethod method = vote.Method;
        return vote.Pairs.All(p => method.Beats(p.A, p.B) == turned.Beats(p.B, p.A));
    }

    [Property]
    public bool To_be_put_first_by_somebody_more_never_harms(Election vote)
    {
        Election raised = vote.With(vote.Ballots.Select((b, n) => n > 0 ? b : b with { Places = new Dictionary<string, int>(b.Places) { [vote.Candidates[0]] = 0 } }));
        SchulzeMethod before = vote.Method;
        SchulzeMethod after = raised.Method;
        return Others(vote, 0).All(b => (!before.Beats(0, b) || after.Beats(0, b)) && (before.Beats(b, 0) || !after.Beats(b, 0)));
    }

    [Property]
    public bool Who_beats_another_stands_before_it(Election vote)
    {
        SchulzeMethod method = vote.Method;
        return vote.Pairs.All(p => !method.Beats(p.A, p.B) || method.Places[p.A] < method.Places[p.B]) && method.Places.Contains(1);
    }

    [Property]
    public bool Every_person_gives_the_same_number_of_Borda_points(Election vote) =>
        BordaCount.Of(vote.Table).Sum() == vote.People * vote.Candidates.Count * (vote.Candidates.Count - 1) / 2m;

    private static bool IsAlone(Election vote, int a) => Others(vote, a).All(b => vote.Method.Beats(a, b)) && vote.Method.Places[a] == 1;

    private static bool All(Election vote, Func<int, bool> holds) => Enumerable.Range(0, vote.Candidates.Count).All(holds);

    private static IEnumerable<int> Others(Election vote, int a) => Enumerable.Range(0, vote.Candidates.Count).Where(b => b != a);

    private static bool Same(IEnumerable<int> a, IEnumerable<int> b) => a.SequenceEqual(b);

    // Above it, below it, or tied with it; between the two stands nobody.
    private static Dictionary<string, int> Twinned(Ballot ballot, string original, int n)
    {
        Dictionary<string, int> places = ballot.Places.ToDictionary(p => p.Key, p => p.Value * 10);
        if (ballot.Places.TryGetValue(original, out int place))
        {
            places["twin"] = (place * 10) + (n % 3) - 1;
            if (n % 3 != 1)
            {
                foreach (string tied in ballot.Places.Where(p => p.Value == place && p.Key != original).Select(p => p.Key))
                    places["twin"] = place * 10;
            }
        }

        return places;
    }
}
