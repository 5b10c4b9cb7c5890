namespace FollowUpFunctions.Health;

/// <summary>Whether the app can do its work.</summary>
/// <param name="Status"><c>ok</c> or <c>failing</c>.</param>
/// <param name="Failing">A sentence for each part that fails, without names or addresses; left out where none does.</param>
public sealed record HealthReport(string Status, IReadOnlyList<string>? Failing)
{
    public const string Ok = "ok";

    public static HealthReport Of(IReadOnlyList<string> failing) => failing.Count == 0 ? new(Ok, null) : new("failing", failing);
}
