using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Groups;

/// <summary>One seat of the workshop: an organisation that was invited, or came all the same.</summary>
/// <param name="Attending">What it answered, or null.</param>
/// <param name="Late">Answered after the round had closed.</param>
/// <param name="Names">Who comes, as it was typed; never published.</param>
/// <param name="Needs">Language and access, as it was typed; never published.</param>
/// <param name="Group">Id of its working group, or null.</param>
/// <param name="Came">Whether it really came; null until that is recorded.</param>
public sealed record Attendee(
    string Who,
    string Organisation,
    StakeholderCategory Category,
    bool Answered,
    bool? Attending,
    bool Late,
    int? People,
    string? Names,
    string? Needs,
    string? Group,
    bool? Came);

/// <param name="Attending">Organisations that said they would come.</param>
/// <param name="People">How many people they said they would send.</param>
/// <param name="Came">Organisations that came; null until that is recorded.</param>
public sealed record CategoryAttendance(StakeholderCategory Category, int Invited, int Answered, int Attending, int People, int? Came);

/// <summary>Who was invited to the workshop, who answered what, and who came.</summary>
/// <param name="Recorded">A coordinator has recorded who came.</param>
public sealed record Attendance(bool Recorded, IReadOnlyList<Attendee> Organisations, IReadOnlyList<CategoryAttendance> Categories)
{
    /// <param name="invited">Stakeholder ids.</param>
    /// <param name="answers">The newest answer of each to the form <c>workshop-invitation</c> of any version, late ones too.</param>
    /// <param name="came">Stakeholder ids of those who came, or null while that is not recorded.</param>
    public static Attendance Of(
        CycleContents cycle, IReadOnlyCollection<string> invited, IReadOnlyList<SubmittedAnswer> answers, IReadOnlyCollection<string>? came)
    {
        HashSet<string> seats = [.. invited, .. came ?? []];
        Dictionary<string, SubmittedAnswer> byWho = answers.GroupBy(a => a.Who).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Revision)!);
        Dictionary<string, string> groups = cycle.Groups
            .Where(g => g.Meeting == Rounds.RoundKinds.Commitments.Id)
            .SelectMany(g => g.Members.Select(m => (Who: m, g.Id)))
            .ToDictionary(x => x.Who, x => x.Id);
        Attendee[] organisations =
        [
            .. cycle.Stakeholders
                .Where(s => seats.Contains(s.Id))
                .OrderBy(s => s.Category)
                .ThenBy(s => s.Id, StringComparer.Ordinal)
                .Select(s => Seat(s, byWho.GetValueOrDefault(s.Id), groups.GetValueOrDefault(s.Id), came?.Contains(s.Id))),
        ];
        return new(came is not null, organisations, [.. organisations.GroupBy(a => a.Category).Select(g => Total(g.Key, [.. g], invited, came is not null))]);
    }

    private static Attendee Seat(Stakeholder s, SubmittedAnswer? answer, string? group, bool? came)
    {
        bool? attending = answer?.Sheet.Answer("attending") switch { "yes" => true, "no" => false, _ => null };
        return new(
            s.Id,
            s.Organisation,
            s.Category,
            answer is not null,
            attending,
            answer is { Late: true },
            attending == true && int.TryParse(answer!.Sheet.Answer("people"), NumberStyles.None, CultureInfo.InvariantCulture, out int people) ? people : null,
            answer?.Sheet.Answer("names"),
            answer?.Sheet.Answer("needs"),
            group,
            came);
    }

    private static CategoryAttendance Total(StakeholderCategory category, IReadOnlyList<Attendee> all, IReadOnlyCollection<string> invited, bool recorded) => new(
        category,
        all.Count(a => invited.Contains(a.Who)),
        all.Count(a => a.Answered),
        all.Count(a => a.Attending == true),
        all.Sum(a => a.People ?? 0),
        recorded ? all.Count(a => a.Came == true) : null);
}
