namespace FollowUp.Pages.Desk.Reading;

/// <param name="Kind"><c>Invitation</c>, <c>Reminder</c> and so on: its words stand under <c>mail-kind.{kind}</c>.</param>
/// <param name="State">Its words stand under <c>mail-state.{State}</c>.</param>
public sealed record MailLine(string Kind, string State, DateTimeOffset? At);

/// <summary>Somebody's place in a round.</summary>
/// <param name="State">Its words stand under <c>invited.{State}</c>.</param>
/// <param name="Revisions">How often they have sent answers.</param>
public sealed record PersonRound(string Round, string State, DateTimeOffset? At, int Revisions, bool HasDraft, IReadOnlyList<MailLine> Mails, string Href);

/// <summary>What is held about somebody.</summary>
public sealed record PersonModel(DeskFrame Frame, PersonLine Person, string Email, string Speaks, IReadOnlyList<PersonRound> Rounds, int Decisions, int Journal) : PageModel
{
    internal override Type Component => typeof(PersonPage);
}
