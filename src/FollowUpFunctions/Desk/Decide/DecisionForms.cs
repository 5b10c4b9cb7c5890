using FollowUp.Domain.Plans;
using FollowUpFunctions.Decisions.Kinds;
using FollowUpFunctions.Dissemination;
using static FollowUp.Pages.Desk.Decide.DecideFieldKind;

namespace FollowUpFunctions.Desk.Decide;

/// <summary>The forms of all kinds of decisions.</summary>
public static class DecisionForms
{
    private static readonly FormField _why = new("note", Text);
    private static readonly FormField _note = new("note", Text, Required: false);
    private static readonly FormField _recommendation = new("recommendation", Choice, Of: ChoiceOf.Recommendations);
    private static readonly FormField _meeting = new("meeting", Choice, Of: ChoiceOf.Meetings);
    private static readonly FormField _action = new("action", Choice, Of: ChoiceOf.Actions);
    private static readonly FormField _file = new("file", Choice, Of: ChoiceOf.Files);
    private static readonly FormField _languages = new("texts", Languages);

    public static IReadOnlyList<DecisionForm> All { get; } =
    [
        new("close-round", null, [new("round", Choice, Of: ChoiceOf.OpenRounds), _note]),
        new("extend-round", null, [new("round", Choice, Of: ChoiceOf.RoundsToExtend), new("closes", Moment), _note]),
        new("postpone", null, [new("step", Choice, Of: ChoiceOf.Steps), new("to", Moment), _note]),
        new("move-meeting", _meeting,
        [
            Kept("starts", Moment), Kept("ends", Moment), Kept("place", Line), Kept("programme", Text), _note,
        ]),
        new("cancel-meeting", null, [_meeting, _note]),
        new("cancel-cycle", null, [_note]),
        new(Star.Kind, null, [_recommendation, _note]),
        new(Unstar.UnstarKind, null, [_recommendation, _note]),
        new(WorkshopGroups.Move, null,
        [
            new("who", Choice, Required: false, Of: ChoiceOf.Stakeholders),
            new("recommendation", Choice, Required: false, Of: ChoiceOf.Recommendations),
            new("group", Choice, Of: ChoiceOf.Groups), _note,
        ]),
        new(WorkshopGroups.Lead, _meeting, [new("who", Choice, Of: ChoiceOf.Members), _note]),
        new(WorkshopGroups.Form, null, [_meeting, new("groups", Number, Required: false), _note]),
        new("record-attendance", null, [new("came", Several, Required: false, Of: ChoiceOf.Stakeholders), _note]),
        new(CorrectAddress.Kind, null, [new("who", Choice, Of: ChoiceOf.Contacts), new("email", Email), _note]),
        new("lift-opt-out", null, [new("who", Choice, Of: ChoiceOf.OptedOut), _why]),
        new("set-letters", null, [new("every", Number), new("inCharge", Several, Required: false, Of: ChoiceOf.Ministries), _note]),
        new(ReviewVoice.Kind, new("voice", Choice, Of: ChoiceOf.Voices),
        [
            new("verdict", Choice, Of: ChoiceOf.Verdicts), new("words", Text, Required: false), _note,
        ]),
        new(TellChildren.Kind, null, [_languages, _note]),
        new(SetPlainWords.Kind, _recommendation, [_languages with { Required = false, Stays = true }, _note]),
        new(ApprovePlan.Kind, null, [new("round", Choice, Of: ChoiceOf.OpenReviews), _note]),
        new(Assign.Kind, null, [_recommendation, new("organisation", Choice, Of: ChoiceOf.Organisations), _note]),
        new(ReviewKinds.Accept, null, [_action with { Of = ChoiceOf.ActionsAndDropped }, _why]),
        new(ReviewKinds.Drop, null, [_action, _why]),
        new(ReviewKinds.Edit, _action,
        [
            Kept("text", Text) with { Required = true }, Kept("strategy", Text), Kept("timeFrame", Choice) with { Of = ChoiceOf.TimeFrames },
            Kept("indicator", Line), Kept("resources", Line), Kept("funding", Line), Kept("due", Date), _why,
        ]),
        new(ReviewKinds.Merge, _recommendation, [new("actions", Several, Of: ChoiceOf.Actions), new("text", Text, Required: false), _why]),
        new(ReviewKinds.Split, _action, [new("parts", Parts), _why]),
        new(ReviewKinds.Support, _recommendation, [new("organisations", Several, Required: false, Of: ChoiceOf.Organisations), _why]),
        new(ReviewKinds.Settle, null, [_recommendation, new("priority", Choice, Required: false, Of: ChoiceOf.Priorities), _why]),
        new("release-evidence", null, [_file, _why]),
        new("withdraw-evidence", null, [_file with { Of = ChoiceOf.ReleasedFiles }, _why]),
        new(AcceptMatch.Kind, new("organisation", Choice, Of: ChoiceOf.StrategicPlans), Match),
        new(RefuseMatch.RefuseKind, new("organisation", Choice, Of: ChoiceOf.StrategicPlans), Match),
        new(ConfirmReiteration.Kind, null, Reiteration),
        new(RefuseReiteration.RefuseKind, null, Reiteration),
    ];

    private static FormField[] Match => [new("objective", Choice, Of: ChoiceOf.Objectives), _recommendation, _note];

    private static FormField[] Reiteration => [_recommendation, new("earlier", Choice, Of: ChoiceOf.EarlierRecommendations), _note];

    public static DecisionForm? Find(string kind) => All.FirstOrDefault(f => f.Kind == kind);

    private static FormField Kept(string name, FollowUp.Pages.Desk.Decide.DecideFieldKind kind) => new(name, kind, Required: false) { Stays = true };
}
