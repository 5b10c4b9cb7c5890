using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Forms;

namespace FollowUp.Pages.Desk.Import;

/// <summary>What an official translation would bring.</summary>
/// <param name="Missing">Keys of recommendations that the document has no text for.</param>
/// <param name="NotInRegister">What it recommends under numbers that the cycle doesn't have.</param>
public sealed record OfficialView(string Language, int Taken, IReadOnlyList<string> Missing, IReadOnlyList<string> NotInRegister);

/// <summary>How far each language has come, and official translations that are brought in.</summary>
/// <param name="Total">How many recommendations there are.</param>
/// <param name="Official">Of a document that was given; null before.</param>
/// <param name="Wrong">Why it can't be taken, at the language's field; null where it can.</param>
public sealed record TranslationsModel(
    DeskFrame Frame, IReadOnlyList<TranslatedLanguage> Languages, int Total, OfficialView? Official, (string Language, string Sentence)? Wrong) : PageModel
{
    internal string Address => Frame.Page("import/translations");

    internal IReadOnlyList<PageError> Errors => Wrong is { } wrong ? [new($"#document-{wrong.Language}", wrong.Sentence)] : [];

    internal override Type Component => typeof(TranslationsPage);
}
