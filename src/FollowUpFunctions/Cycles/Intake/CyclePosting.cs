using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Http;
using FollowUpFunctions.NextCycle;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>What is posted to begin a cycle: one JSON document, or a form with the settings in JSON and files beside them.</summary>
public static class CyclePosting
{
    /// <summary>The settings; a body that is no form is this part.</summary>
    public const string Cycle = "cycle";

    private const string Recommendations = "recommendations";
    private const string Stakeholders = "stakeholders";

    // A list of 100,000 stakeholders in JSON is about 20 MB.
    private const int LargestSettings = 25_000_000;

    /// <summary>The parts that may be sent, each with the most bytes that it may have.</summary>
    public static IReadOnlyDictionary<string, int> Limits { get; } = new Dictionary<string, int>
    {
        [Cycle] = LargestSettings,
        [Recommendations] = SheetReader.LargestFile,
        [Stakeholders] = SheetReader.LargestFile,
        [RegisterReader.Part] = RegisterReader.LargestDocument,
    };

    public static Task<CycleIntake> ReadAsync(
        Upload upload, DateTimeOffset now, CancellationToken cancellation, Func<string, Task<PreviousCycle?>>? previous = null) =>
        upload[Cycle] is { } settings
            ? CycleIntake.Read(
                new MemoryStream(settings), now, cancellation, new(upload[Recommendations], upload[Stakeholders], upload[RegisterReader.Part]), previous)
            : Task.FromResult(new CycleIntake(
                null, [new(Findings.Pointer("", Cycle), "The settings are missing: send them in JSON as the part “cycle”.")], [], null));
}
