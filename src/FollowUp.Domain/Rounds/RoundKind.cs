using FollowUp.Domain.Children;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;

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
public sealed record Addressee(string Who, IReadOnlyList<string> Recommendations);

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

    public static RoundKind Responsibility { get; } =
        new("responsibility", Phase.Consultation, RoundForms.Responsibility, Audiences.ProposedOrganisations);

    public static RoundKind PlanReview { get; } =
        new("plan-review", Phase.Consultation, RoundForms.PlanReview, Audiences.Coordinators, Calendar: false);

    public static RoundKind MonitoringInvitation { get; } =
        new("monitoring-invitation", Phase.MonitoringWorkshop, RoundForms.MonitoringInvitation, Audiences.CivilSocietyAndChildren);

    public static RoundKind MonitoringPlan { get; } =
        new("monitoring-plan", Phase.MonitoringWorkshop, RoundForms.MonitoringPlan, Audiences.LeadersOf("monitoring-plan"));

    public static RoundKind Progress { get; } =
        new("progress", Phase.Progress, RoundForms.Progress, Audiences.ResponsibleAndMonitoring);

    public static IReadOnlyList<RoundKind> All { get; } =
        [Translation, WorkshopInvitation, Commitments, CoSigning, Consultation, Responsibility, PlanReview, MonitoringInvitation, MonitoringPlan, Progress, .. ChildrensRounds.All];

    /// <summary>The kind of a round by the round's id, or null.</summary>
    public static RoundKind? Find(string round) =>
        All.FirstOrDefault(k => k.Id == round)
        ?? (round.StartsWith("progress-", StringComparison.Ordinal) ? Progress : ChildrensRounds.IsTelling(round) ? ChildrensRounds.Telling : null);
}
