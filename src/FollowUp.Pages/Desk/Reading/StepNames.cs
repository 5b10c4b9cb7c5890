using System.Globalization;
using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Rounds;

namespace FollowUp.Pages.Desk.Reading;

/// <summary>What rounds and meetings are called at the desk; the titles of forms speak to those who are asked.</summary>
public static class StepNames
{
    /// <param name="step">A round's id, <c>workshop</c> or <c>monitoring-workshop</c>; what is neither is given back.</param>
    public static string Of(Wording text, string step) => RoundKinds.Find(step) switch
    {
        { } kind when kind == RoundKinds.Progress => Numbered(text, kind, After(step, $"{kind.Id}-")),
        { } kind when kind == RoundKinds.Letters => Numbered(text, kind, After(step, LetterDates.Prefix)),
        { } kind when kind == RoundKinds.Due && DueRounds.Day(step) is { } day => text.Format("step.due", ("date", Dates.Day(text, day))),
        { } kind when kind == ChildrensRounds.Telling && step != kind.Id => text.Format("step.tell-children-again", ("number", After(step, $"{kind.Id}-"))),
        { } kind => text[$"step.{kind.Id}"],
        null when Meetings.All.Contains(step) => text[$"step.{step}"],
        null => step,
    };

    /// <summary>Who somebody is to the cycle: a category of stakeholders, <c>coordinator</c> or <c>translator</c>.</summary>
    public static string Who(Wording text, string who) => text.Find($"category.{who}") ?? text[$"who.{who}"];

    private static string Numbered(Wording text, RoundKind kind, string number) => text.Format($"step.{kind.Id}", ("number", number));

    private static string After(string step, string prefix) =>
        step.StartsWith(prefix, StringComparison.Ordinal) ? step[prefix.Length..] : 1.ToString(CultureInfo.InvariantCulture);
}
