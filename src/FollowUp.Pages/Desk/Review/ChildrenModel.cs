using FollowUp.Domain.Children;

namespace FollowUp.Pages.Desk.Review;

/// <summary>A child's words as a coordinator reads them.</summary>
/// <param name="Hints">What to look at twice: <c>address</c>, <c>number</c>, <c>name</c>, <c>place</c>.</param>
/// <param name="Verdict">What was found, or null while nobody looked.</param>
public sealed record VoiceView(string Id, string Language, string Words, bool MayBeQuoted, IReadOnlyList<string> Hints, VoiceVerdict? Verdict);

/// <param name="Who">Stakeholder id of the group.</param>
public sealed record ChildrensGroupOnDesk(string Who, string Organisation);

/// <summary>What a coordinator may see of children's part: never a disclosure, and no words before the asking is over.</summary>
/// <param name="Safety">Null where a setting is missing without which no child is asked.</param>
/// <param name="ToTell">Children wait to be told what became of what they said.</param>
/// <param name="Told">What they were told last, by language; null for nothing.</param>
public sealed record ChildrenModel(
    DeskFrame Frame,
    ChildrensSafety? Safety,
    IReadOnlyList<ChildrensGroupOnDesk> Groups,
    IReadOnlyList<VoiceView> Voices,
    bool ToTell,
    IReadOnlyDictionary<string, string>? Told) : PageModel
{
    internal override Type Component => typeof(ChildrenOnDeskPage);
}
