namespace FollowUp.Pages.Desk.Import;

/// <summary>A person who asked to be erased.</summary>
/// <param name="Who">Their id, to be typed before it is done.</param>
/// <param name="Alike">Ids under which the same address stands, which are erased with it.</param>
/// <param name="Hindrance">Why it can't be done now, in English; null where it can.</param>
/// <param name="Wrong">What is wrong with what was typed; null for nothing.</param>
public sealed record EraseModel(DeskFrame Frame, string Who, string Organisation, IReadOnlyList<string> Alike, string? Hindrance, string? Wrong) : PageModel
{
    internal string Address => Frame.Page($"people/{Who}/erase");

    internal override Type Component => typeof(ErasePage);
}
