using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;

namespace FollowUp.Pages.Desk.Review;

/// <param name="Citation">Of the recommendation.</param>
/// <param name="Responsible">Who is responsible where that is not whom the letter is to.</param>
public sealed record LetterAbout(string Citation, LetterAsk Ask, string? Responsible);

/// <param name="Document">Address of the letter as a Word document.</param>
/// <param name="Sent">When the newest letter was mailed to them, or null.</param>
/// <param name="Answered">When they answered it, or null.</param>
public sealed record LetterToSend(string Who, string Organisation, string Document, IReadOnlyList<LetterAbout> About, DateTimeOffset? Sent, DateTimeOffset? Answered);

/// <param name="Responsible">An organisation that the coalition can't write to.</param>
public sealed record Unreached(string Citation, string Responsible);

/// <summary>The letters to those who are responsible, as they stand.</summary>
/// <param name="Settings">Null where the coalition writes none.</param>
/// <param name="Next">When the next ones are mailed; null where no more are.</param>
/// <param name="InCharge">Names of the ministries in charge of the Convention.</param>
public sealed record LettersModel(
    DeskFrame Frame, LetterSettings? Settings, DateTimeOffset? Next, IReadOnlyList<string> InCharge, IReadOnlyList<LetterToSend> Letters, IReadOnlyList<Unreached> WithoutTies) : PageModel
{
    internal override Type Component => typeof(LettersPage);
}
