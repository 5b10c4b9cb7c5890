namespace FollowUpFunctions.Tests.Proofs.Arrivals;

/// <summary>What comes from outside, or goes wrong, while a round runs.</summary>
public enum Arrival
{
    Nothing,
    Submission,
    TwoSubmissions,
    Decision,
    TwoDecisions,

    /// <summary>The whole cycle is cancelled.</summary>
    Cancellation,

    /// <summary>The storage call fails, and the step with it.</summary>
    Fault,
}

/// <param name="Point">
/// Such as <c>turn 3 During</c>, <c>RemindPage#9 call 2 before</c> (of the app's calls to storage) or <c>OpenRound#1 try 1 after</c> (of the
/// client's tries); <see cref="Late"/> for after the round's end.
/// </param>
/// <param name="Person">Who answers.</param>
public sealed record Placement(Arrival Arrival, string Point, int Person)
{
    public const string Late = "late";

    public static Placement None { get; } = new(Arrival.Nothing, "", 0);

    /// <summary>One arrival at each point, kinds and people in turn.</summary>
    public static IEnumerable<Placement> InTurn(IEnumerable<string> points, params Arrival[] kinds) =>
        points.Select((point, n) => new Placement(kinds[n % kinds.Length], point, n / kinds.Length % RoundRun.People));

    /// <summary>Every arrival at every point.</summary>
    public static IEnumerable<Placement> All(IEnumerable<string> points, params Arrival[] kinds) =>
        points.SelectMany((point, n) => kinds.Select(kind => new Placement(kind, point, n % RoundRun.People)));
}
