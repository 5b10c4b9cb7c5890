using FollowUp.Domain.Cycles;
namespace FollowUpFunctions.Cycles.Intake;
public sealed record Problem(string Pointer, string Message);
public sealed record CycleIntake(CycleContents? Cycle, IReadOnlyList<Problem> Problems) { public static Task<CycleIntake> ReadAsync(Stream json, DateTimeOffset now, CancellationToken c) => throw new NotSupportedException(); }
