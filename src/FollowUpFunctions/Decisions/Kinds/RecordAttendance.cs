using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>Says who really came to the workshop; the newest list counts, whole.</summary>
public sealed class RecordAttendance : DecisionKind
{
    public override string Name => "record-attendance";

    public override string JournalEvent => JournalEvents.AttendanceRecorded;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        if (asked.Came is not { } came)
        {
            yield return new("/came", "List the ids of the stakeholders who came, such as [\"ngo-3\"]; an empty list says that nobody did.");
            yield break;
        }

        HashSet<string> known = [.. view.Cycle.Stakeholders.Select(s => s.Id)];
        for (int n = 0; n < came.Count; n++)
        {
            if (came[n] is null || !known.Contains(came[n]))
                yield return new($"/came/{n}", $"“{came[n]}” is no stakeholder of the cycle: use an id that GET attendance lists.");
        }
    }

    public override string? Hindrance(DecisionRequest asked, DecisionView view) =>
        view.Now < view.Cycle.Settings.Calendar.Workshop.Starts
            ? "The workshop has not started: record who came once it has."
            : null;

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Note: asked.Note, Came: asked.Came is { } came ? [.. came.Distinct()] : null);

    public override string Subject(DecisionOnRecord decision) => "workshop";

    public override Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}
