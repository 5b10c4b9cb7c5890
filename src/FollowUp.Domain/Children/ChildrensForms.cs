using FollowUp.Domain.Forms;
using static FollowUp.Domain.Forms.QuestionKind;

namespace FollowUp.Domain.Children;

/// <summary>
/// The forms around the children's consultation: what the focal adult attests and ends, and what coordinators are asked. The children's own pages
/// are no form of this kind: nothing that a child types is kept as a draft.
/// </summary>
public static class ChildrensForms
{
    public const string Attestation = "attestation";
    public const string Children = "children";
    public const string AgeBand = "age-band";
    public const string Region = "region";

    private const int Paragraph = 2_000;

    /// <summary>Consent comes first: the second page gives the code only when the first is in order.</summary>
    public static Form Consultation { get; } = new("children-consultation", 1,
    [
        new(Attestation,
        [
            new(Children, Number, Required: true, Private: true),
            new(AgeBand, Choice, Required: true, Private: true, Options: AgeBands.All),
            new(Region, ShortText, Private: true, MaxLength: 100),
            new("consent", Choice, Required: true, Private: true, Options: ["yes"]),
            new("adult", Choice, Required: true, Private: true, Options: ["yes"]),
        ]),
        new("group",
        [
            new("note", LongText, Private: true, MaxLength: Paragraph),
            new("finished", Choice, Required: true, Private: true, Options: ["yes"]),
        ]),
    ]);

    /// <summary>Goes on without the words that nobody has reviewed.</summary>
    public static Form Review { get; } = new("voices-review", 1,
    [
        new("review",
        [
            new("verdict", Choice, Required: true, Private: true, Options: ["go-on"]),
            new("remarks", LongText, Private: true, MaxLength: Paragraph),
        ]),
    ]);

    /// <summary>What the children are told, in the writer's language.</summary>
    public static Form Telling { get; } = new("tell-children", 1,
    [
        new("telling",
        [
            new("said", LongText, Required: true, MaxLength: Paragraph),
            new("done", LongText, Required: true, MaxLength: Paragraph),
            new("not-done", LongText, Required: true, MaxLength: Paragraph),
        ]),
    ]);

    public static IReadOnlyList<Form> All { get; } = [Consultation, Review, Telling];
}
