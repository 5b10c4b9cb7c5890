using FollowUp.Domain.Plans;

namespace LocalHost.Demo.Coordinators;

/// <summary>
/// What the first coordinator does with the draft: brings two actions together, words one anew, splits one. Each decision has an id of its own and is
/// chosen from the draft alone, so that one taken twice is one.
/// </summary>
internal sealed class DraftEditing(CycleApi api)
{
    private const string Merge = "merge-two";
    private const string Edit = "word-anew";
    private const string Split = "split-one";

    /// <summary>Ids of the decisions.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [Merge, Edit, Split];

    public async Task EditAsync(CancellationToken cancellation)
    {
        IReadOnlyList<PlanItem> plan = await api.ItemsAsync(cancellation);
        // What was decided before a crash is not decided anew on what became of it.
        HashSet<string> decided = [.. plan.SelectMany(i => i.Actions).SelectMany(a => a.Decisions)];
        if (!decided.Contains(Merge) && plan.FirstOrDefault(i => i.Actions.Count >= 3) is { } crowded)
        {
            await api.DecideAsync(
                new
                {
                    id = Merge,
                    decision = ReviewKinds.Merge,
                    recommendation = crowded.Recommendation,
                    actions = new[] { crowded.Actions[0].Id, crowded.Actions[1].Id },
                    note = "Both ask for the same thing in other words.",
                },
                cancellation);
        }

        if (!decided.Contains(Edit) && plan.Where(i => i.Actions.Count > 0).Skip(1).FirstOrDefault() is { } wordy)
        {
            PlannedAction action = wordy.Actions[^1];
            await api.DecideAsync(
                new
                {
                    id = Edit,
                    decision = ReviewKinds.Edit,
                    recommendation = wordy.Recommendation,
                    action = action.Id,
                    text = $"{action.Text.TrimEnd('.', '។')} (first steps within six months)",
                    indicator = "First steps reported to the coalition",
                    note = "So that progress can be seen early.",
                },
                cancellation);
        }

        if (!decided.Contains(Split) && plan.Where(i => i.Actions.Count is 1 or 2).Skip(2).FirstOrDefault() is { } broad)
        {
            PlannedAction action = broad.Actions[0];
            await api.DecideAsync(
                new
                {
                    id = Split,
                    decision = ReviewKinds.Split,
                    recommendation = broad.Recommendation,
                    action = action.Id,
                    parts = new[] { new { text = action.Text }, new { text = "Report to the coalition on what was done, once a year" } },
                    note = "To do it and to report on it are two things.",
                },
                cancellation);
        }
    }
}
