namespace LocalHost.Demo.Summary;

/// <summary>What came out of a demo.</summary>
/// <param name="Ended">Whether the cycle came to its end.</param>
/// <param name="Calendar"><c>skipping</c> or <c>seconds</c>.</param>
/// <param name="RealSeconds">How long this run took; a demo that was resumed counts from there.</param>
/// <param name="Requests">Pages and API calls of people and coordinators in this run.</param>
/// <param name="Given">What people typed and sent in time.</param>
/// <param name="Plan">The lines of the newest published plan, each with the answers it comes from.</param>
internal sealed record DemoSummary(
    bool Ended,
    string Calendar,
    int Seed,
    double RealSeconds,
    int Requests,
    int Mails,
    string? PlanAddress,
    string? ReportAddress,
    string? ProgressAddress,
    string? ClosingAddress,
    int PlanVersion,
    IReadOnlyDictionary<string, int> Figures,
    IReadOnlyList<RoundSummary> Rounds,
    IReadOnlyList<GivenAnswer> Given,
    IReadOnlyList<PlanLine> Plan,
    IReadOnlyList<Assigned> Assigned,
    IReadOnlyList<Check> Checks)
{
    public bool AsItShould => Ended && Checks.All(c => c.Holds);
}

internal sealed record RoundSummary(string Id, int Invited, int Answered, int Late, int Bounced, int Reminders, string? ClosedBy);

/// <summary>Something that a person sent in time, about one recommendation.</summary>
/// <param name="Answer">As the app names it: <c>round~invitation~r1@recommendation</c>.</param>
/// <param name="Kind"><c>commitment</c>, <c>proposal</c>, <c>reply</c>, <c>task</c> or <c>status</c>.</param>
/// <param name="Text">What it says in the first place: action, reply, strategy or status.</param>
/// <param name="Details">The other answers, by question.</param>
internal sealed record GivenAnswer(
    string Answer, string Kind, string Recommendation, string Organisation, string Text, IReadOnlyDictionary<string, string> Details);

/// <param name="Kind"><c>commitment</c>, <c>action</c>, <c>task</c>, <c>status</c> or <c>responsible</c>.</param>
/// <param name="Answers">Ids of the answers that it comes from; for an assignment the coordinator's decision.</param>
internal sealed record PlanLine(string Recommendation, string Kind, string Text, string? Organisation, IReadOnlyList<string> Answers);

/// <summary>A recommendation that nobody had taken on, and to whom the coordinator gave it.</summary>
internal sealed record Assigned(string Recommendation, string Organisation, string? DeclinedBy, string? ProposedInstead);

/// <summary>One thing that must be true of every run.</summary>
/// <param name="Failures">A sentence for each exception; none where it holds.</param>
internal sealed record Check(string Name, IReadOnlyList<string> Failures)
{
    public bool Holds => Failures.Count == 0;
}
