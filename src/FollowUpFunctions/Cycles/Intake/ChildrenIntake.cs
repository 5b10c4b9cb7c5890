using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>What must stand before children are asked: all of it, or none, and then they are not asked.</summary>
internal sealed class ChildrenIntake(Findings findings, IReadOnlyList<string> languages)
{
    private const string All = "/children";
    private const int Line = 300;
    private const int MostMinimum = 100;

    public ChildrensSafety? Read(CycleRequest request)
    {
        bool groups = request.Stakeholders?.Any(s => s?.Category == StakeholderCategory.ChildrenAndYouth.Slug()) == true;
        if (request.Children is not { } given)
        {
            if (groups)
                findings.Warn(All, "There are groups of children, and they will not be asked in the consultation: give a safeguarding contact, a complaint address and a helpline in /children.");
            if (request.Calendar?.Rounds?.GetValueOrDefault(ChildrensRounds.Consultation.Id) is not null)
                findings.Add($"/calendar/rounds/{ChildrensRounds.Consultation.Id}", "There is a children's consultation and nobody to keep children safe in it: fill in /children, or leave the round out.");
            return null;
        }

        string name = findings.Line($"{All}/safeguarding/name", given.Safeguarding?.Name, 200, "Name the safeguarding contact: the one person who reads what a child discloses.");
        string email = new AddressBook(findings).Read($"{All}/safeguarding/email", given.Safeguarding?.Email, name, "Give the safeguarding contact's e-mail address.");
        if (request.Coordinators?.Any(c => string.Equals(c?.Email?.Trim(), email, StringComparison.OrdinalIgnoreCase)) == true && email.Length > 0)
            findings.Warn($"{All}/safeguarding/email", "The safeguarding contact is also a coordinator: better is somebody trained for it who has no other part in the cycle.");
        return new(
            new(name, email, LanguageTags.AmongThe(languages, findings, $"{All}/safeguarding/language", given.Safeguarding?.Language)),
            findings.Line($"{All}/complaints", given.Complaints, Line, "Give an address at which anybody may complain about how children are asked."),
            new(
                findings.Line($"{All}/helpline/name", given.Helpline?.Name, Line, "Name the helpline for children."),
                Number(given.Helpline?.Number)),
            Minimum(given.MinimumGroup),
            Youngest(given.Youngest));
    }

    private string Number(string? given)
    {
        string number = findings.Line($"{All}/helpline/number", given, 40, "Give the helpline's telephone number.");
        if (number.Length > 0 && !number.Any(char.IsAsciiDigit))
            findings.Add($"{All}/helpline/number", $"“{number}” has no digits: give a number that can be dialled, such as “1280”.");
        return number;
    }

    private int Minimum(int? given)
    {
        if (given is not null and (< ChildrensSafety.UsualMinimum or > MostMinimum))
            findings.Add($"{All}/minimumGroup", $"Children are never told apart in groups under {ChildrensSafety.UsualMinimum}: give a number from {ChildrensSafety.UsualMinimum} to {MostMinimum}, or leave it out.");
        return given ?? ChildrensSafety.UsualMinimum;
    }

    private string Youngest(string? given)
    {
        if (given is not null && !AgeBands.All.Contains(given))
            findings.Add($"{All}/youngest", $"“{given}” is not an age band: use one of {string.Join(", ", AgeBands.All)}.");
        return given ?? AgeBands.Under10;
    }
}
