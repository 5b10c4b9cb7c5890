using FollowUp.Domain.Cycles;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>Everybody in a cycle, searched and divided into pages.</summary>
internal sealed class PeopleList(
    CycleState state, CycleFacts facts, IReadOnlyDictionary<string, DateTimeOffset> unreached, IReadOnlyDictionary<string, DateTimeOffset> optedOut, DeskFrame frame)
{
    private const string All = "all";

    /// <param name="asked">A part of a name, an organisation, an address or an id; empty for everybody.</param>
    /// <param name="category">All categories where it is none.</param>
    public PeopleModel Page(string asked, string? category, string? page)
    {
        // Who is erased leaves an id, and nothing to show.
        Contact[] everybody = [.. facts.Contacts.Where(c => c.Name.Length > 0 || c.Email.Length > 0)];
        Contact[] found = [.. everybody.Where(c => Matches(c, asked)).OrderBy(c => c.Organisation, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Who, StringComparer.Ordinal)];
        ILookup<string, Contact> by = found.ToLookup(CategoryOf);
        string? shown = category is not null && by.Contains(category) ? category : null;
        Contact[] listed = [.. shown is null ? found : by[shown]];
        Contact[] troubled =
        [
            .. everybody.Where(c => unreached.ContainsKey(c.Who) || optedOut.ContainsKey(c.Who))
                .OrderBy(c => unreached.TryGetValue(c.Who, out DateTimeOffset at) ? at : DateTimeOffset.MaxValue).ThenBy(c => c.Who, StringComparer.Ordinal),
        ];
        PageOfMany part = PageOfMany.Of(page, listed.Length, Address(asked, shown));
        bool leads = asked.Length == 0 && shown is null && part.Number == 1;
        return new(
            frame,
            leads ? [.. troubled.Take(PageOfMany.Size).Select(Line)] : [],
            leads ? troubled.Length : 0,
            [new(All, found.Length, Address(asked, null)), .. by.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CategoryTotal(g.Key, g.Count(), Address(asked, g.Key)))],
            asked,
            shown,
            part,
            [.. part.Of(listed).Select(Line)],
            [
                .. IsOver ? Array.Empty<DeskLink>() : [new("import-stakeholders", frame.Page("import/stakeholders"))],
                new("export-stakeholders", frame.Page("files/stakeholders?format=xlsx")),
            ],
            frame.Page(DeskSections.People));
    }

    public PersonLine Line(Contact contact)
    {
        DateTimeOffset? bounced = Since(unreached, contact.Who);
        DateTimeOffset? stopped = Since(optedOut, contact.Who);
        return new(contact.Who, contact.Name, contact.Organisation, CategoryOf(contact), bounced, stopped, frame.Page($"people/{contact.Who}"), IsOver ? [] :
        [
            .. bounced is null ? Array.Empty<DeskLink>() : [new("correct-address", frame.Decide("correct-address", DeskSections.People, ("who", contact.Who)))],
            .. stopped is null ? Array.Empty<DeskLink>() : [new("lift-opt-out", frame.Decide("lift-opt-out", DeskSections.People, ("who", contact.Who)))],
        ]);
    }

    private bool IsOver => state.IsOver;

    private string Address(string asked, string? category)
    {
        string[] query = [.. asked.Length > 0 ? [$"q={Uri.EscapeDataString(asked)}"] : Array.Empty<string>(), .. category is null ? Array.Empty<string>() : [$"category={category}"]];
        return query.Length == 0 ? frame.Page(DeskSections.People) : $"{frame.Page(DeskSections.People)}?{string.Join('&', query)}";
    }

    private static bool Matches(Contact c, string asked) =>
        asked.Length == 0 || new[] { c.Name, c.Organisation, c.Email, c.Who }.Any(text => SameWords.OneLine(text).Contains(SameWords.OneLine(asked), StringComparison.OrdinalIgnoreCase));

    private static string CategoryOf(Contact c) =>
        c.Category?.Slug() ?? (c.Who.StartsWith(Contact.TranslatorPrefix, StringComparison.Ordinal) ? "translator" : WaitingTasks.Coordinator);

    private static DateTimeOffset? Since(IReadOnlyDictionary<string, DateTimeOffset> all, string who) => all.TryGetValue(who, out DateTimeOffset at) ? at : null;
}
