using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;

namespace FollowUpFunctions.Cycles.Intake;

internal sealed class RecommendationIntake(Findings findings, CycleSettings settings)
{
    private const string All = "/recommendations";
    private const int Most = 5_000;
    private const int LongestText = 10_000;

    private readonly Dictionary<string, string> _seen = [];

    public IReadOnlyList<Recommendation> Read(IReadOnlyList<RecommendationRequest?>? given)
    {
        if (given is not { Count: > 0 })
            findings.Missing(All, "Give at least one recommendation.");
        if (given?.Count > Most)
        {
            findings.Add(All, string.Create(CultureInfo.InvariantCulture, $"These are {given.Count:N0} recommendations: a cycle takes {Most:N0}."));
            return [];
        }

        return
        [
            .. (given ?? [])
                .Select((r, n) => r is null ? null : Read(Findings.Pointer(All, n), r))
                .OfType<Recommendation>()
                .InDocumentOrder(),
        ];
    }

    private Recommendation Read(string at, RecommendationRequest given)
    {
        int paragraph = Paragraph($"{at}/paragraph", given.Paragraph);
        string? letter = Letter($"{at}/letter", given.Letter);
        string key = Recommendation.KeyOf(paragraph, letter);
        if (paragraph > 0 && !_seen.TryAdd(key, at))
            findings.Add(at, $"Paragraph {key} is also at {_seen[key]}: give each recommendation once.");

        int cluster = Cluster($"{at}/cluster", given.Cluster);
        return new(
            key,
            settings.Symbol,
            paragraph,
            letter,
            cluster,
            findings.OptionalLine($"{at}/clusterAsPrinted", given.ClusterAsPrinted, 300) ?? Clusters.Titles[cluster - 1],
            findings.Line($"{at}/heading", given.Heading, 300, "Give the heading that the recommendation stands under."),
            Texts($"{at}/texts", given.Texts),
            given.Urgent ?? false,
            findings.OptionalLine($"{at}/reiteratedFrom", given.ReiteratedFrom, 300),
            findings.OptionalText($"{at}/uncertain", given.Uncertain, 2_000),
            given.Starred ?? false,
            findings.OptionalText($"{at}/concern", given.Concern, LongestText))
        {
            Articles = Lines($"{at}/articles", given.Articles),
            GeneralComments = GeneralComments($"{at}/generalComments", given.GeneralComments),
            SdgTargets = Lines($"{at}/sdgTargets", given.SdgTargets),
            AffectedGroups = Lines($"{at}/affectedGroups", given.AffectedGroups),
        };
    }

    private int Paragraph(string at, int? given)
    {
        if (given is null)
            findings.Missing(at, "Give the number of the paragraph.");
        else if (given is < 1 or > 9_999)
            findings.Add(at, $"{given} can't be a paragraph: give a number from 1 to 9,999.");
        return given is >= 1 and <= 9_999 ? given.Value : 0;
    }

    private string? Letter(string at, string? given)
    {
        string? letter = findings.OptionalLine(at, given, 20);
        if (letter is null || Slug.IsSlug(letter.ToLowerInvariant()))
            return letter;
        findings.Add(at, $"“{letter}” can't be a sub-item: give its letter without brackets, such as “a”.");
        return null;
    }

    private int Cluster(string at, int? given)
    {
        if (given is { } cluster && Clusters.IsKnown(cluster))
            return cluster;
        string ask = $"give a number from {Clusters.First} to {Clusters.Last} (CRC/C/58/Rev.3; 10 and 11 are the optional protocols).";
        if (given is null)
            findings.Missing(at, $"Say which cluster of the Convention it belongs to: {ask}");
        else
            findings.Add(at, $"There is no cluster {given}: {ask}");
        return Clusters.First;
    }

    private IReadOnlyList<string> Lines(string at, IReadOnlyList<string?>? given) =>
        [.. (given ?? []).Select((text, n) => findings.OptionalLine(Findings.Pointer(at, n), text, 300)).OfType<string>().Distinct()];

    private IReadOnlyList<int> GeneralComments(string at, IReadOnlyList<int?>? given)
    {
        for (int n = 0; n < (given?.Count ?? 0); n++)
        {
            if (given![n] is < 1 or > 999)
                findings.Add(Findings.Pointer(at, n), $"{given[n]} can't be a general comment: give its number.");
        }

        return [.. (given ?? []).OfType<int>().Distinct().Order()];
    }

    private IReadOnlyDictionary<string, RecommendationText> Texts(string at, IReadOnlyDictionary<string, TextRequest?>? given)
    {
        Dictionary<string, RecommendationText> texts = [];
        foreach ((string language, TextRequest? text) in given ?? new Dictionary<string, TextRequest?>())
        {
            string pointer = Findings.Pointer(at, language);
            if (!LanguageTags.IsOne(language))
                findings.Add(pointer, $"“{language}” is not a language tag: use one such as “en” or “km”.");
            if (text is not null && findings.OptionalText(pointer, text.Text, LongestText) is { } words)
                texts[language] = new(words, Status($"{pointer}/status", text.Status));
        }

        if (settings.SourceLanguage.Length > 0 && !texts.ContainsKey(settings.SourceLanguage))
            findings.Missing(Findings.Pointer(at, settings.SourceLanguage), $"Give the text in “{settings.SourceLanguage}”, the cycle's source language.");
        return texts;
    }

    private TextStatus Status(string at, string? given)
    {
        switch (given)
        {
            case null or "informal":
                return TextStatus.Informal;
            case "checked":
                return TextStatus.Checked;
            case "official":
                return TextStatus.Official;
            default:
                findings.Add(at, $"“{given}” is not known: a translation is informal, checked or official.");
                return TextStatus.Informal;
        }
    }
}
