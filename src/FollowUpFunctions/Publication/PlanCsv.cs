using FollowUp.Domain.Publication;

namespace FollowUpFunctions.Publication;

/// <summary>The plan as CSV.</summary>
public static class PlanCsv
{
    public static string Write(PublishedPlan plan) => Csv.Write(PlanRows.Of(plan));
}
