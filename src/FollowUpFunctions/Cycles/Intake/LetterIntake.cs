using System.Globalization;
using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>How the coalition keeps pressing: letters at an interval, also to the ministries in charge of the Convention.</summary>
internal sealed class LetterIntake(Findings findings, IReadOnlyList<Stakeholder> stakeholders, string at)
{
    public LetterSettings? Read(LettersRequest? given)
    {
        if (given is null)
            return null;
        TimeSpan every = Every($"{at}/every", given.Every);
        List<string> inCharge = [];
        for (int n = 0; n < (given.InCharge?.Count ?? 0); n++)
        {
            string pointer = Findings.Pointer($"{at}/inCharge", n);
            string who = findings.Line(pointer, given.InCharge![n], Slug.MaxLength, "Name a ministry by its id on the list of stakeholders.");
            if (who.Length == 0)
                continue;
            if (stakeholders.FirstOrDefault(s => s.Id == who) is not { } ministry)
                findings.Add(pointer, $"“{who}” is nobody's id on the list of stakeholders: put the ministry there first, with the address that letters go to.");
            else if (ministry.Category is not (StakeholderCategory.Ministry or StakeholderCategory.ProvincialDepartment))
                findings.Add(pointer, $"“{who}” is no ministry: name a stakeholder of category ministry.");
            else if (inCharge.Contains(who))
                findings.Add(pointer, $"“{who}” is named twice: leave one out.");
            inCharge.Add(who);
        }

        return new(every, inCharge);
    }

    private TimeSpan Every(string pointer, string? given)
    {
        string text = findings.Line(pointer, given, 50, "Say how often letters go out, in days and hours, such as “90.00:00:00”.");
        if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan every) && every >= TimeSpan.FromSeconds(1) && every <= TimeSpan.FromDays(366))
            return every;
        if (text.Length > 0)
            findings.Add(pointer, $"“{text}” is not a time between a second and a year: write days and hours such as “90.00:00:00”.");
        return TimeSpan.FromDays(90);
    }
}
