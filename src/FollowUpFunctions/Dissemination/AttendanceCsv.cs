using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUpFunctions.Publication;

namespace FollowUpFunctions.Dissemination;

/// <summary>The list of participants as CSV, an organisation a line.</summary>
public static class AttendanceCsv
{
    public static string Write(Attendance attendance) => Csv.Write(attendance.Organisations.Select(a => new
    {
        a.Who,
        a.Organisation,
        Category = a.Category.Slug(),
        Answered = YesNo(a.Answered),
        Attending = YesNo(a.Attending),
        Late = YesNo(a.Late),
        a.People,
        a.Names,
        a.Needs,
        a.Group,
        Came = YesNo(a.Came),
    }));

    private static string YesNo(bool? value) => value switch { true => "yes", false => "no", _ => "" };
}
