using FollowUp.Pages.Desk;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Desk;

/// <summary>A coordinator who is signed in and asks for a page of the desk.</summary>
/// <param name="Root">Path of the desk, such as <c>/desk</c>; addresses of its pages begin with it.</param>
/// <param name="FormKey">What every form of this session carries; see <see cref="DeskFrame.FormKey"/>.</param>
/// <param name="SeesAll">True for coordinators of the installation; others see the cycles that name them.</param>
/// <param name="Here">The address that was asked for, to come back to after a change of language.</param>
/// <param name="Done">What was just done, from <c>?done=</c>; null for nothing.</param>
public sealed record DeskVisit(DeskSession Session, string Root, string FormKey, bool SeesAll, string Here, string? Done)
{
    public string Language => Session.Language;

    public bool Sees(CycleState cycle) =>
        SeesAll || cycle.Settings.Coordinators.Any(c => string.Equals(c.Email, Session.Email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Around a page that is about no cycle.</summary>
    public DeskFrame Frame() => new(Language, Root, FormKey, Session.Email, Here) { Done = Done };

    /// <summary>Around a page of a cycle.</summary>
    /// <param name="section">One of <see cref="DeskSections"/>.</param>
    public DeskFrame Frame(CycleState cycle, string section) => Frame() with
    {
        Cycle = cycle.Settings.Id,
        CycleTitle = cycle.Settings.Title,
        TimeZone = cycle.Settings.TimeZone,
        Section = section,
    };

    /// <summary>Address of a page of a cycle.</summary>
    /// <param name="page">Such as <c>rounds</c>; empty for its first page.</param>
    public string Address(string cycle, string page = "") => $"{Root}/cycles/{cycle}{(page.Length == 0 ? "" : $"/{page}")}";
}
