using FollowUp.Domain.Children;
using FollowUp.Domain.Forms;
using static FollowUp.Domain.Forms.QuestionKind;

namespace FollowUp.Domain.Rounds;

/// <summary>
/// The forms of the rounds. A form that was ever used is never changed: add a new version beside it.
/// </summary>
public static class RoundForms
{
    private const int Sentence = 300;
    private const int Paragraph = 2_000;
    private const int Document = 10_000;

    /// <summary>Questions of the ballot and of the show of hands, which asks the last three for each order, with the order's ordinal behind.</summary>
    public const string Voted = "voted";

    public const string Order = "order";
    public const string People = "people";
    public const string Another = "another";

    /// <summary>Behind the questions about each order of a show of hands.</summary>
    public static IReadOnlyList<string> HandOrders { get; } = ["", "-2", "-3", "-4", "-5"];

    public static Form Translation { get; } = new("translation", 1,
    [
        new("text",
        [
            new("text", QuestionKind.Translation, MaxLength: Document),
            new("status", Choice, Options: ["informal", "checked"], RequiredWhen: new("text", null)),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    public static Form WorkshopInvitation { get; } = new("workshop-invitation", 2,
    [
        new("attendance",
        [
            new("attending", Choice, Required: true, Private: true, Options: ["yes", "no"]),
            new("people", Number, Private: true, RequiredWhen: new("attending", "yes")),
            new("names", LongText, Private: true, MaxLength: Paragraph),
            new("needs", LongText, Private: true, MaxLength: Paragraph),
        ]),
    ]);

    public static Form Commitments { get; } = new("commitments", 2,
    [
        new("commitment", [.. Promise(""), new("another", Choice, Options: ["yes", "no"])], PerRecommendation: true),
        new("second", [.. Promise("-2"), new("another-2", Choice, Options: ["yes", "no"])], PerRecommendation: true, ShownWhen: new("another", "yes")),
        new("third", [.. Promise("-3")], PerRecommendation: true, ShownWhen: new("another-2", "yes")),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    /// <summary>Repeated over commitments, not recommendations: see <see cref="Plans.CommitmentKey"/>.</summary>
    public static Form CoSigning { get; } = new("co-signing", 1,
    [
        new("co-signing", [new("reply", Choice, Required: true, Options: ["confirm", "decline"])], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    /// <summary>Nothing is compulsory but one answer: who knows only one thing about a recommendation says that.</summary>
    public static Form Consultation { get; } = new("consultation", 2,
    [
        new("choose", [new("recommendations", RecommendationChoice)]),
        new("proposal",
        [
            new("action", LongText, MaxLength: Paragraph),
            new("strategy", LongText, MaxLength: Paragraph),
            new("lead", Organisation, MaxLength: Sentence),
            new("time-frame", Choice, Options: ["one-year", "two-years", "next-report"]),
            new("indicator", ShortText, MaxLength: Sentence),
            new("resources", ShortText, MaxLength: Sentence),
            new("funding", ShortText, MaxLength: Sentence),
            new("priority", Choice, Options: ["high", "medium", "low"]),
            new("quote", Choice, Options: ["yes", "no"], Default: "no"),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    public static Form Responsibility { get; } = new("responsibility", 1,
    [
        new("responsibility",
        [
            new("reply", Choice, Required: true, Options: ["accept", "decline"]),
            new("instead", Organisation, MaxLength: Sentence),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    public static Form DraftReview { get; } = new("draft-review", 1,
    [
        new("review",
        [
            new("verdict", Choice, Required: true, Private: true, Options: ["ask"]),
            new("remarks", LongText, Private: true, MaxLength: Paragraph),
        ]),
    ]);

    public static Form PlanReview { get; } = new("plan-review", 1,
    [
        new("review",
        [
            new("verdict", Choice, Required: true, Private: true, Options: ["publish"]),
            new("remarks", LongText, Private: true, MaxLength: Paragraph),
        ]),
    ]);

    public static Form MonitoringInvitation { get; } = new("monitoring-invitation", 1,
    [
        new("attendance",
        [
            new("attending", Choice, Required: true, Private: true, Options: ["yes", "no"]),
            new("people", Number, Private: true, RequiredWhen: new("attending", "yes")),
            new("cluster", Choice, Private: true, RequiredWhen: new("attending", "yes"),
                Options: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]),
            new("needs", LongText, Private: true, MaxLength: Paragraph),
        ]),
    ]);

    /// <summary>All the group's recommendations or only the first few; ties are allowed.</summary>
    public static Form Ballot { get; } = new("ballot", 1,
    [
        new("order", [new(Order, Ranking, Required: true, Private: true)]),
    ]);

    /// <summary>For the rapporteur: up to five orders, each with the number of people who raised their hands for it.</summary>
    public static Form ShowOfHands { get; } = new("show-of-hands", 1,
    [
        new("voted", [new(Voted, Choice, Required: true, Private: true, Options: ["yes", "no"])]),
        .. HandOrders.Select((ordinal, n) => new FormPage(
            $"order{ordinal}",
            [
                new($"{Order}{ordinal}", Ranking, Required: true, Private: true),
                new($"{People}{ordinal}", Number, Required: true, Private: true),
                .. n + 1 < HandOrders.Count ? [new Question($"{Another}{ordinal}", Choice, Private: true, Options: ["yes", "no"])] : Array.Empty<Question>(),
            ],
            ShownWhen: n == 0 ? new(Voted, "yes") : new(Another + HandOrders[n - 1], "yes"))),
    ]);

    public static Form MonitoringPlan { get; } = new("monitoring-plan", 2,
    [
        new("task",
        [
            new("strategy", LongText, MaxLength: Paragraph),
            new("organisation", Organisation, MaxLength: Sentence, RequiredWhen: new("strategy", null)),
            new("deadline", Date),
            new("indicator", ShortText, MaxLength: Sentence),
            new("indicator-kind", Choice, Options: ["structure", "process", "outcome"]),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    public static Form Progress { get; } = new("progress", 2,
    [
        new("status",
        [
            new("status", Choice, Required: true,
                Options: ["not-started", "under-way", "done", "done-without-effect", "contrary"]),
            new("evidence", Link, MaxLength: Paragraph),
            new("evidence-file", QuestionKind.File),
            new("hindrance", LongText, MaxLength: Paragraph),
            new("law-stage", Choice, Options: ["proposed", "drafted", "tabled", "adopted", "budgeted", "enforced"]),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    /// <summary>What those who are written to answer: both whether they take it on and where it stands, each if they like.</summary>
    public static Form Letters { get; } = new("letters", 1,
    [
        new("reply",
        [
            new("reply", Choice, Options: ["accept", "decline"]),
            new("instead", Organisation, MaxLength: Sentence),
            new("status", Choice, Options: ["not-started", "under-way", "done", "done-without-effect", "contrary"]),
            new("evidence", Link, MaxLength: Paragraph),
            new("hindrance", LongText, MaxLength: Paragraph),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    /// <summary>Those that rounds open with, then those of earlier rounds.</summary>
    public static IReadOnlyList<Form> All { get; } =
    [
        Translation, WorkshopInvitation, Commitments, CoSigning, Consultation, DraftReview, Responsibility, PlanReview, MonitoringInvitation, Ballot, ShowOfHands, MonitoringPlan, Progress, Letters,
        EarlierForms.WorkshopInvitation, EarlierForms.Commitments, EarlierForms.Consultation, EarlierForms.MonitoringPlan, EarlierForms.Progress,
        .. ChildrensForms.All,
    ];

    /// <summary>The form as it was when the answers were given.</summary>
    public static Form Find(string id, int version) =>
        All.FirstOrDefault(f => f.Id == id && f.Version == version)
        ?? throw new InvalidOperationException($"The form {id} has no version {version} in this build: forms that were used must stay.");

    private static IEnumerable<Question> Promise(string ordinal) =>
    [
        new($"action{ordinal}", LongText, MaxLength: Paragraph),
        new($"organisation{ordinal}", Organisation, MaxLength: Sentence, RequiredWhen: new($"action{ordinal}", null)),
        new($"by{ordinal}", Date),
        new($"co-signers{ordinal}", QuestionKind.Organisations, MaxLength: Sentence),
    ];
}
