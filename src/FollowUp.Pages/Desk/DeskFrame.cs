namespace FollowUp.Pages.Desk;

/// <summary>What surrounds the content of every page of the coordinator's desk.</summary>
/// <param name="Root">Path of the desk, such as <c>/desk</c>.</param>
/// <param name="FormKey">Stands in every form of the session, under <see cref="FormKeyField"/>: a form that another site makes can't know it.</param>
/// <param name="Coordinator">Address of who is signed in.</param>
/// <param name="Here">Path and query of this page.</param>
public sealed record DeskFrame(string Language, string Root, string FormKey, string Coordinator, string Here)
{
    public const string FormKeyField = "_key";

    /// <summary>Where a form leads to when it was taken; an address of the desk.</summary>
    public const string BackField = "_back";

    /// <summary>Id of the cycle that the page is about; null for none.</summary>
    public string? Cycle { get; init; }

    public string CycleTitle { get; init; } = "";

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>One of <see cref="DeskSections"/>.</summary>
    public string? Section { get; init; }

    /// <summary>What was just done: its text stands under <c>desk.done.{Done}</c>, and nothing is said where there is none.</summary>
    public string? Done { get; init; }

    /// <summary>Address of a page of this cycle.</summary>
    public string Page(string page = "") => $"{Root}/cycles/{Cycle}{(page.Length == 0 ? "" : $"/{page}")}";

    /// <summary>Address of a section's page.</summary>
    /// <param name="section">One of <see cref="DeskSections"/>.</param>
    public string SectionPage(string section) => Page(DeskSections.Path(section));

    /// <summary>Address of the form of a decision.</summary>
    /// <param name="kind">Such as <c>close-round</c>.</param>
    /// <param name="back">One of <see cref="DeskSections"/>, to come back to.</param>
    /// <param name="given">What the form says already, by the names of the API.</param>
    public string Decide(string kind, string back, params (string Name, string Value)[] given) =>
        $"{Page($"decide/{kind}")}?back={back}{string.Concat(given.Select(g => $"&{g.Name}={Uri.EscapeDataString(g.Value)}"))}";
}

/// <summary>The sections of a cycle's desk, in the order in which the navigation shows them; the first stands at the cycle's own address.</summary>
public static class DeskSections
{
    public const string Waiting = "waiting";
    public const string Calendar = "calendar";
    public const string Rounds = "rounds";
    public const string People = "people";
    public const string Groups = "groups";
    public const string Plan = "plan";
    public const string Letters = "letters";
    public const string Children = "children";
    public const string Journal = "journal";
    public const string Exports = "exports";
    public const string Settings = "settings";

    public static IReadOnlyList<string> All { get; } = [Waiting, Calendar, Rounds, People, Groups, Plan, Letters, Children, Journal, Exports, Settings];

    internal static string Path(string section) => section == Waiting ? "" : section;
}
