using FollowUpFunctions.Http;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Reads what is posted to begin a cycle: one JSON document, or a form with the settings in JSON and files beside them.</summary>
public static class CyclePosting
{
    /// <summary>The settings; a body that is no form is this part.</summary>
    public const string Cycle = "cycle";

    private const int Megabyte = 1_000_000;

    /// <summary>The parts that may be sent. A list of 100,000 stakeholders in JSON is about 20 MB.</summary>
    public static IReadOnlyDictionary<string, int> Limits { get; } = new Dictionary<string, int>
    {
        [Cycle] = 25 * Megabyte,
    };

    public static Task<CycleIntake> ReadAsync(Upload upload, DateTimeOffset now, CancellationToken cancellation)
    {
        byte[] settings = upload[Cycle] ?? [];
        return CycleIntake.Read(new MemoryStream(settings), now, cancellation);
    }
}
