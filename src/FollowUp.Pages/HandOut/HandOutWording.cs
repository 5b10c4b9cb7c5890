using FollowUp.Domain.Recommendations;

namespace FollowUp.Pages.HandOut;

/// <summary>What a hand-out says in its language, on the page and in the document.</summary>
internal sealed class HandOutWording(Wording text, Domain.Recommendations.HandOut handOut)
{
    public string Title => text[handOut.Plain ? "handout.plain.title" : "handout.title"];

    public string Words(HandedOut r) => r.Text ?? text["handout.plain.missing"];

    /// <summary>In plain words the committee's heading stands only where it is in the reader's language.</summary>
    public bool ShowsHeading => !handOut.Plain || handOut.Settings.SourceLanguage == text.Language;

    public static string Reference(HandedOut r) => r.Recommendation.Citation[(r.Recommendation.Citation.LastIndexOf(' ') + 1)..];

    /// <summary>What a reader of the text must know, or null.</summary>
    public string? Note(HandedOut r) =>
        handOut.Plain ? null
        : r.Language.Split('-')[0] != text.Language ? text["recommendation.untranslated"]
        : r.Informal ? text["recommendation.informal"]
        : null;
}
