using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>A cycle with any recommendations and stakeholders that the intake takes, in any characters.</summary>
public sealed record AnyRegister(CycleFacts Facts)
{
    private const string Symbol = "CRC/C/TST/CO/4";

    // What files, spreadsheets and Unicode are known to trip over.
    private static readonly string[] _pieces =
    [
        "=1+2", "=", "+", "-", "@", "'", "''", "'=", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\n\n", "- ", "- a\n- b", "sep=;", "_x000D_", "_x005F_", "_", "\uFFFE", "\uFFFF",
        "\uFEFF", "\u200B", "ក្រុម", "😀", "e\u0301", "عربي", "\uD800", " ", "  ", "1", "4.10", "true", "2030-01-14", "&<>", "a", "Word",
    ];

    private static Gen<string> Text { get; } =
        Gen.OneOf(Gen.Elements(_pieces), Gen.Choose(0x20, 0xFFFF).Select(c => ((char)c).ToString())).ListOf()
            .Select(pieces => new string([.. string.Concat(pieces).Where(c => !char.IsControl(c) || c is '\n' or '\t')]));

    private static Gen<string> Line { get; } = Text.Select(t => "x" + t).Or(Text).Select(t => Cut(SameWords.OneLine(t))).Where(t => t.Length > 0 && !t.Any(char.IsControl));

    private static Gen<string?> Optional { get; } = Gen.OneOf(Gen.Constant((string?)null), Text.Select(t => (string?)t));

    private static Gen<IReadOnlyList<string?>> Lines { get; } = Line.ListOf().Select(l => (IReadOnlyList<string?>)[.. l]);

    private static Gen<RecommendationRequest> Recommendation { get; } =
        from paragraph in Gen.Choose(1, 9_999)
        from letter in Gen.Elements(null, "a", "B", "aa")
        from cluster in Gen.Choose(Clusters.First, Clusters.Last)
        from printed in Line
        from heading in Line
        from text in Text
        from khmer in Optional
        from status in Gen.Elements(null, "informal", "checked", "official")
        from flags in Gen.Choose(0, 3)
        from concern in Optional
        from uncertain in Optional
        from lists in Lines.ArrayOf(3)
        from comments in Gen.Choose(1, 999).ListOf()
        select new RecommendationRequest(
            paragraph, letter, cluster, printed, heading,
            new Dictionary<string, TextRequest?> { ["en"] = new("Do " + text, status), ["km"] = khmer is null ? null : new(khmer, status) },
            flags % 2 == 1, concern is null ? null : heading, uncertain, flags > 1, concern,
            lists[0], [.. comments.Select(c => (int?)c)], lists[1], lists[2]);

    private static Gen<StakeholderRequest> Stakeholder { get; } =
        from organisation in Line
        from category in Gen.Elements<StakeholderCategory>(StakeholderCategories.All)
        from contact in Line
        from language in Gen.Elements("en", "km")
        from clusters in Gen.Choose(Clusters.First, Clusters.Last).ListOf()
        select new StakeholderRequest(null, organisation, category.Slug(), contact[..Math.Min(200, contact.Length)], null, language, [.. clusters.Select(c => (int?)c)]);

    public static Arbitrary<AnyRegister> Arbitrary() => Arb.From(
        from recommendations in Recommendation.NonEmptyListOf()
        from stakeholders in Stakeholder.NonEmptyListOf()
        select new AnyRegister(Taken(recommendations, stakeholders)));

    private static CycleFacts Taken(IEnumerable<RecommendationRequest> recommendations, IEnumerable<StakeholderRequest> stakeholders)
    {
        CycleSettings settings = new(
            "tst", "T", "T", Symbol, "Asia/Phnom_Penh", "en", ["en", "km"], [],
            new(new(default, default, "x"), new(default, default, "x"), new Dictionary<string, RoundWindow>()), TimeSpan.FromDays(7));
        Findings findings = new();
        IReadOnlyList<Recommendation> taken = new RecommendationIntake(findings, settings).Read(
            [.. recommendations.DistinctBy(r => FollowUp.Domain.Recommendations.Recommendation.KeyOf(r.Paragraph!.Value, r.Letter))]);
        IReadOnlyList<Stakeholder> asked = new StakeholderIntake(findings, settings.Languages).Read(
            [.. stakeholders.Select((s, n) => s with { Id = $"s-{n}", Email = $"s{n}@example.org" })]);
        Assert.Empty(findings.Problems);
        return new(settings, taken, asked);
    }

    private static string Cut(string text) => text.Length <= 300 ? text : SameWords.OneLine(text[..250]);
}
