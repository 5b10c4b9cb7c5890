using FollowUp.Domain.Plans;
using FollowUp.Domain.Rounds;
using LocalHost.Demo.Coordinators;

namespace LocalHost.Demo.People;

/// <summary>What a coordinator does about a draft: reads it, settles what nobody has taken on, and approves.</summary>
internal sealed class Approval(Browser browser, CycleApi api, Cast cast, Dice dice, Act act)
{
    /// <summary>
    /// Of the draft the first coordinator brings together, edits and splits a little; of the settled plan they name somebody for each recommendation that
    /// nobody has taken on: whom the one that declined proposed, else somebody concerned.
    /// </summary>
    /// <returns>The organisation by recommendation, where one was named.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> DecideAsync(CancellationToken cancellation)
    {
        if (act.Mail.Draft is not { } draft || !await browser.WorksAsync(draft, cancellation))
            throw new VisitException("The link to the draft plan does not work.");
        Dictionary<string, IReadOnlyList<string>> assigned = [];
        if (!act.Person.FirstCoordinator)
            return assigned;
        if (act.Mail.Round == RoundKinds.DraftReview.Id)
        {
            await new DraftEditing(api).EditAsync(cancellation);
            return assigned;
        }

        foreach (PlanItem item in (await api.ItemsAsync(cancellation)).Where(i => i.Responsibility.IsUnsettled))
        {
            string organisation = Suitable(item);
            await api.AssignAsync(item.Recommendation, organisation, cancellation);
            assigned[item.Recommendation] = [organisation];
        }

        return assigned;
    }

    private string Suitable(PlanItem item)
    {
        if (item.Responsibility.ProposedInstead is { } instead && cast.Stakeholders.Any(s => s.Organisation == instead))
            return instead;
        IReadOnlyList<string> concerned = cast.Concerned(item.Recommendation, FollowUp.Domain.Cycles.StakeholderCategory.Ministry);
        string[] others = [.. concerned.Where(o => o != item.Responsibility.Organisation)];
        return dice.Pick(others.Length > 0 ? others : concerned, "assigned", item.Recommendation);
    }
}
