using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;

namespace FollowUp.Domain.Children;

public static class ChildrensRounds
{
    /// <summary>Runs beside the consultation and, without a window of its own, as long as it.</summary>
    public static RoundKind Consultation { get; } =
        new("children-consultation", Phase.Consultation, ChildrensForms.Consultation, FocalAdults, Calendar: false, Lasts: TimeSpan.FromDays(28))
        {
            Window = (settings, _) => settings.Calendar.Rounds.GetValueOrDefault(RoundKinds.Consultation.Id),
        };

    public static RoundKind Review { get; } =
        new("voices-review", Phase.Consultation, ChildrensForms.Review, Audiences.Coordinators, Calendar: false);

    /// <summary>Its rounds are <c>tell-children</c> and, where that ended and nobody had been told, <c>tell-children-2</c> and so on.</summary>
    public static RoundKind Telling { get; } =
        new("tell-children", Phase.Consultation, ChildrensForms.Telling, Audiences.Coordinators, Calendar: false);

    public static IReadOnlyList<RoundKind> All { get; } = [Consultation, Review, Telling];

    public static string TellingRound(int n) => n == 1 ? Telling.Id : $"{Telling.Id}-{n}";

    public static bool IsTelling(string round) => round == Telling.Id || round.StartsWith($"{Telling.Id}-", StringComparison.Ordinal);

    /// <summary>One adult for each vetted group; nobody where no safeguarding contact, complaint address and helpline are set.</summary>
    public static IReadOnlyList<Addressee> FocalAdults(CycleContents cycle) =>
        cycle.Settings.Children is null
            ? []
            : [.. cycle.Stakeholders.Where(s => s.Category == StakeholderCategory.ChildrenAndYouth).Select(s => new Addressee(s.Id, []))];
}
