namespace FollowUp.Domain.Recommendations;

/// <summary>How far a translation may be relied on.</summary>
public enum TextStatus
{
    Informal,
    Checked,
    Official,
}

public sealed record RecommendationText(string Text, TextStatus Status = TextStatus.Informal);

/// <summary>
/// The unit of follow-up: one sub-item of the concluding observations, or a paragraph that has none.
/// </summary>
/// <param name="Key">Slug, unique in a cycle: paragraph and letter, such as <c>66-a</c>.</param>
/// <param name="Symbol">The document's symbol as the United Nations prints it, such as <c>CRC/C/KHM/CO/2-3</c>.</param>
/// <param name="Letter">The sub-item's letter without brackets, or null.</param>
/// <param name="Cluster">Number of the cluster in CRC/C/58/Rev.3: 1 to 9, 10 and 11 for the optional protocols.</param>
/// <param name="ClusterAsPrinted">The cluster's heading as the document prints it.</param>
/// <param name="Texts">Text by language (BCP 47); the cycle's source language is always there.</param>
/// <param name="Urgent">Marked by the Committee as calling for urgent measures (since 2016 only).</param>
/// <param name="ReiteratedFrom">Citation of the earlier recommendation that this one repeats, or null.</param>
/// <param name="Uncertain">What is not sure about this entry and must be checked against the document, or null.</param>
/// <param name="Starred">Marked by the coordinators as one of the most important.</param>
/// <param name="Concern">The concern that it answers, in the words of the document and its language, or null.</param>
public sealed record Recommendation(
    string Key,
    string Symbol,
    int Paragraph,
    string? Letter,
    int Cluster,
    string ClusterAsPrinted,
    string Heading,
    IReadOnlyDictionary<string, RecommendationText> Texts,
    bool Urgent = false,
    string? ReiteratedFrom = null,
    string? Uncertain = null,
    bool Starred = false,
    string? Concern = null)
{
    /// <summary>Articles of the Convention that it cites, such as <c>37(b)</c>.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Numbers of the Committee's general comments that it cites.</summary>
    public IReadOnlyList<int> GeneralComments { get; init; } = [];

    /// <summary>Targets of the Sustainable Development Goals that it cites, such as <c>4.1</c>.</summary>
    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>Groups of children that it names, in free words.</summary>
    public IReadOnlyList<string> AffectedGroups { get; init; } = [];

    /// <summary>What it asks in plain words, for children and young people, by language (BCP 47); as the coordinators wrote them.</summary>
    public IReadOnlyDictionary<string, string> PlainWords { get; init; } = new Dictionary<string, string>();

    public string Citation => Letter is null ? $"{Symbol} ¶{Paragraph}" : $"{Symbol} ¶{Paragraph}({Letter})";

    /// <summary>The text in <paramref name="language"/>, or in the source language with the language it is in.</summary>
    public (string Text, string Language) TextFor(string language, string sourceLanguage) =>
        Texts.TryGetValue(language, out RecommendationText? text)
            ? (text.Text, language)
            : (Texts[sourceLanguage].Text, sourceLanguage);

    public static string KeyOf(int paragraph, string? letter) =>
        letter is null ? $"{paragraph}" : $"{paragraph}-{letter.ToLowerInvariant()}";

    /// <summary>The order in which the document has them.</summary>
    public static int InDocumentOrder(Recommendation a, Recommendation b) =>
        a.Paragraph != b.Paragraph
            ? a.Paragraph.CompareTo(b.Paragraph)
            : string.CompareOrdinal(a.Letter ?? "", b.Letter ?? "");
}
