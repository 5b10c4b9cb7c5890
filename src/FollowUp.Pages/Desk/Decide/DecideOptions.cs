using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Progress;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Decide;

/// <summary>What can be chosen, in the words that a coordinator knows it by.</summary>
public static class DecideOptions
{
    private const int Beginning = 70;

    public static DecideOption Recommendation(RecommendationView r) => new(r.Key, $"{r.ShortCitation} {r.Beginning(Beginning)}");

    public static DecideOption Action(RecommendationView about, PlannedAction action) =>
        new(action.Id, $"{about.ShortCitation} {(about with { Text = action.Text }).Beginning(Beginning)}");

    /// <summary>Words that somebody wrote, such as an objective's.</summary>
    public static DecideOption Words(string value, string words) => new(value, Short(words));

    public static DecideOption Contact(Contact contact) =>
        new(contact.Who, string.IsNullOrWhiteSpace(contact.Organisation) ? $"{contact.Name} ({contact.Who})" : $"{contact.Organisation} ({contact.Who})");

    public static DecideOption Round(Wording text, string id) => new(id, RoundName(text, id));

    public static DecideOption Meeting(Wording text, string id) => new(id, text[$"decide.meeting.{id}"]);

    public static DecideOption Group(Wording text, string id, bool monitoring, int number) => new(id, GroupName(text, monitoring, number));

    /// <summary>One of a few words of ours, under <c>decide.{of}.{value}</c>.</summary>
    public static DecideOption Word(Wording text, string of, string value) => new(value, text[$"decide.{of}.{value}"]);

    /// <summary>An answer of the consultation's form, such as a time frame.</summary>
    public static DecideOption Answer(Wording text, string question, string value) => new(value, text[$"form.consultation.{question}.{value}"]);

    public static DecideOption File(string sha256, string name, string contentType) => new(sha256, $"{name} ({contentType}, {sha256[..8]})");

    internal static string RoundName(Wording text, string id)
    {
        if (RoundKinds.Find(id) is not { } kind)
            return id;
        string title = text[$"form.{kind.Form.Id}.title"];
        return DueRounds.Day(id) is { } day ? text.Pair(title, Dates.Day(text, day))
            : id != kind.Id && int.TryParse(id[(id.LastIndexOf('-') + 1)..], out int number) ? $"{title} {number}"
            : title;
    }

    internal static string GroupName(Wording text, bool monitoring, int number) =>
        monitoring ? text.Pair(text.Format("desk.groups.sub", ("number", number)), text[$"cluster.{number}"]) : text.Format("desk.groups.one", ("number", number));

    internal static string Short(string words) => (new RecommendationView("", "", "", words, "", "")).Beginning(Beginning);
}
