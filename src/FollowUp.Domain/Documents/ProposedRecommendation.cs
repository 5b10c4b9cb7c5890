namespace FollowUp.Domain.Documents;

/// <summary>
/// One unit of follow-up in the form that <c>POST /cycles</c> takes: a sub-item, or a paragraph that has none. What is not sure stays open for the person who reviews it.
/// </summary>
/// <param name="Cluster">Null where it must be chosen.</param>
/// <param name="Heading">The nearest heading above it, as printed.</param>
/// <param name="Texts">Its text under the document's language (<c>und</c> where that was not recognised).</param>
/// <param name="Uncertain">The doubts about it, a sentence each, or null.</param>
/// <param name="Concern">The concern that it answers, in the document's words.</param>
public sealed record ProposedRecommendation(
    int Paragraph,
    string? Letter,
    int? Cluster,
    string? ClusterAsPrinted,
    string? Heading,
    IReadOnlyDictionary<string, string> Texts,
    bool Urgent,
    string? ReiteratedFrom,
    string? Uncertain,
    string? Concern,
    IReadOnlyList<string> Articles,
    IReadOnlyList<int> GeneralComments,
    IReadOnlyList<string> SdgTargets);
