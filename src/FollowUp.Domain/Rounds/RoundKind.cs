using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Progress;

namespace FollowUp.Domain.Rounds;

public enum Phase
{
    Dissemination,
    Consultation,
    MonitoringWorkshop,
    Progress,
}

/// <summary>Somebody who is asked in a round.</summary>
/// <param name="Who">Stakeholder id, or <c>coordinator-1</c>, <c>coordinator-2</c>…</param>
/// <param name="Recommendations">Keys of the recommendations asked about, in the order shown; empty where the form has none.</param>
public sealed record Addressee(string Who, IReadOnlyList<string> Recommendations)
{
    /// <summary>How many of them, from the first, concern the person more than the others; null where all do.</summary>
    public int? Concern { get; init; }
}

/// <summary>What a kind of round asks, and whom.</summary>
/// <param name="Id">Also the round's id, but for progress rounds, whose ids are <c>progress-1</c>, <c>progress-2</c>…</param>
/// <param name="Audience">A pure decision from what is on record when the round opens.</param>
/// <param name="Calendar">Whether the cycle's calendar must have a window for it; others open when their turn comes.</param>
/// <param name="Lasts">
/// How long a round without a window stays open, with a reminder half way; its calendar may have a window instead. Null for a round that only an
/// answer or a decision ends.
/// </param>
public sealed record RoundKind(
    string Id,
    Phase Phase,
    Form Form,
    Func<CycleContents, IReadOnlyList<Addressee>> Audience,
    bool Calendar = true,
    TimeSpan? Lasts = null)
{
    /// <summary>The window of the round with an id where the calendar has none for it; null where there is none either.</summary>
    public Func<CycleSettings, string, RoundWindow?>? Window { get; init; }

    /// <summary>Who is asked, where that depends on which of several rounds it is; given the plan with what was decided of it.</summary>
    public Func<CycleContents, string, IReadOnlyList<Addressee>>? AudienceOf { get; init; }

    /// <summary>Comes again and again: one whose time is over is not made up for.</summary>
    public bool ComesAgain { get; init; }

    /// <summary>The window that a round of this kind is to have, where that is known before its turn comes.</summary>
    public RoundWindow? Planned(CycleSettings settings, string round) =>
        settings.Calendar.Rounds.GetValueOrDefault(round) ?? Window?.Invoke(settings, round);

    /// <summary>Who is asked in the round with an id.</summary>
    public IReadOnlyList<Addressee> Asked(CycleContents cycle, string round) => AudienceOf?.Invoke(cycle, round) ?? Audience(cycle);

    /// <summary>Whether coordinators are asked to read a draft and approve it.</summary>
    public bool IsReview => Form == RoundForms.DraftReview || Form == RoundForms.PlanReview;

    /// <summary>Whether a calendar may have a window for it.</summary>
    public bool MayBePlanned => Calendar || Lasts is not null;
}

public static class RoundKinds
{
    /// <summary>Only where the cycle has translators, and then the calendar must have it.</summary>
    public static RoundKind Translation { get; } =
        new("translation", Phase.Dissemination, RoundForms.Translation, Audiences.Translators, Calendar: false, Lasts: TimeSpan.FromDays(21));

    public static RoundKind WorkshopInvitation { get; } =
        new("workshop-invitation", Phase.Dissemination, RoundForms.WorkshopInvitation, Audiences.Everybody);

    public static RoundKind Commitments { get; } =
        new("commitments", Phase.Dissemination, RoundForms.Commitments, Audiences.LeadersOf("commitments"));

    public static RoundKind CoSigning { get; } =
        new("co-signing", Phase.Dissemination, RoundForms.CoSigning, Audiences.NamedInCommitments, Calendar: false, Lasts: TimeSpan.FromDays(7));

    public static RoundKind Consultation { get; } =
        new("consultation", Phase.Consultation, RoundForms.Consultation, Audiences.EverybodyByCluster);

    public static RoundKind DraftReview { get; } =
        new("draft-review", Phase.Consultation, RoundForms.DraftReview, Audiences.Coordinators, Calendar: false);

    public static RoundKind Responsibility { get; } =
        new("responsibility", Phase.Consultation, RoundForms.Responsibility, Audiences.ProposedOrganisations);

    public static RoundKind PlanReview { get; } =
        new("plan-review", Phase.Consultation, RoundForms.PlanReview, Audiences.Coordinators, Calendar: false);

    public static RoundKind MonitoringInvitation { get; } =
        new("monitoring-invitation", Phase.MonitoringWorkshop, RoundForms.MonitoringInvitation, Audiences.CivilSocietyAndChildren);

    /// <summary>Where nothing is said in the calendar it opens with the workshop.</summary>
    public static RoundKind Ballot { get; } =
        new("ballot", Phase.MonitoringWorkshop, RoundForms.Ballot, Audiences.WithSomethingToRank, Calendar: false, Lasts: BallotTime.Lasts) { Window = BallotTime.Window };

    /// <summary>Beside the ballot and as long.</summary>
    public static RoundKind ShowOfHands { get; } =
        new("show-of-hands", Phase.MonitoringWorkshop, RoundForms.ShowOfHands, Audiences.RapporteursWithSomethingToRank, Calendar: false) { Window = BallotTime.OfHands };

    public static RoundKind MonitoringPlan { get; } =
        new("monitoring-plan", Phase.MonitoringWorkshop, RoundForms.MonitoringPlan, Audiences.LeadersOf("monitoring-plan"));

    public static RoundKind Progress { get; } =
        new("progress", Phase.Progress, RoundForms.Progress, cycle => ProgressAudiences.Progress(cycle, "progress")) { AudienceOf = ProgressAudiences.Progress };

    /// <summary>Their ids are <c>due-2031-03-16</c> and so on: what was due is asked about on that day.</summary>
    public static RoundKind Due { get; } =
        new("due", Phase.Progress, RoundForms.Progress, cycle => ProgressAudiences.Due(cycle, "due"), Calendar: false)
        {
            Window = DueRounds.Window,
            AudienceOf = ProgressAudiences.Due,
            ComesAgain = true,
        };

    /// <summary>Their ids are <c>letters-1</c>, <c>letters-2</c>…</summary>
    public static RoundKind Letters { get; } =
        new("letters", Phase.Progress, RoundForms.Letters, Advocacy.Letters.Audience, Calendar: false) { Window = LetterDates.Window, ComesAgain = true };

    public static IReadOnlyList<RoundKind> All { get; } =
        [Translation, WorkshopInvitation, Commitments, CoSigning, Consultation, DraftReview, Responsibility, PlanReview, MonitoringInvitation, Ballot, ShowOfHands, MonitoringPlan, Progress, Due, Letters, .. ChildrensRounds.All];

    /// <summary>The kind of a round by the round's id, or null.</summary>
    public static RoundKind? Find(string round) =>
        All.FirstOrDefault(k => k.Id == round)
        ?? (round.StartsWith("progress-", StringComparison.Ordinal) ? Progress
            : DueRounds.Day(round) is not null ? Due
            : LetterDates.Number(round) is not null ? Letters
            : ChildrensRounds.IsTelling(round) ? ChildrensRounds.Telling
            : null);
}
