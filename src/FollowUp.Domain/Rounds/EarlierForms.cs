using FollowUp.Domain.Forms;
using static FollowUp.Domain.Forms.QuestionKind;

namespace FollowUp.Domain.Rounds;

/// <summary>Forms of earlier rounds: what was answered to them is read by them, so they stay as they were.</summary>
public static class EarlierForms
{
    private const int Sentence = 300;
    private const int Paragraph = 2_000;

    public static Form WorkshopInvitation { get; } = new("workshop-invitation", 1,
    [
        new("attendance",
        [
            new("attending", Choice, Required: true, Private: true, Options: ["yes", "no"]),
            new("people", Number, Private: true, RequiredWhen: new("attending", "yes")),
            new("needs", LongText, Private: true, MaxLength: Paragraph),
        ]),
    ]);

    public static Form Commitments { get; } = new("commitments", 1,
    [
        new("commitment",
        [
            new("action", LongText, MaxLength: Paragraph),
            new("organisation", Organisation, MaxLength: Sentence, RequiredWhen: new("action", null)),
            new("by", Date),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    public static Form Consultation { get; } = new("consultation", 1,
    [
        new("choose", [new("recommendations", RecommendationChoice, Required: true)]),
        new("proposal",
        [
            new("action", LongText, Required: true, MaxLength: Paragraph),
            new("strategy", LongText, MaxLength: Paragraph),
            new("lead", Organisation, MaxLength: Sentence),
            new("time-frame", Choice, Options: ["one-year", "two-years", "next-report"]),
            new("indicator", ShortText, MaxLength: Sentence),
            new("resources", ShortText, MaxLength: Sentence),
            new("priority", Choice, Options: ["high", "medium", "low"]),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    public static Form MonitoringPlan { get; } = new("monitoring-plan", 1,
    [
        new("task",
        [
            new("strategy", LongText, MaxLength: Paragraph),
            new("organisation", Organisation, MaxLength: Sentence, RequiredWhen: new("strategy", null)),
            new("deadline", Date),
            new("indicator", ShortText, MaxLength: Sentence),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);

    public static Form Progress { get; } = new("progress", 1,
    [
        new("status",
        [
            new("status", Choice, Required: true,
                Options: ["not-started", "under-way", "done", "done-without-effect", "contrary"]),
            new("evidence", Link, MaxLength: Paragraph),
            new("hindrance", LongText, MaxLength: Paragraph),
            new("law-stage", Choice, Options: ["proposed", "drafted", "tabled", "adopted", "budgeted", "enforced"]),
        ], PerRecommendation: true),
        new("remarks", [new("remarks", LongText, Private: true, MaxLength: Paragraph)]),
    ]);
}
