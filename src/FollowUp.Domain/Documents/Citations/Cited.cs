namespace FollowUp.Domain.Documents.Citations;

/// <summary>What a text cites, each thing once, in order.</summary>
internal static class Cited
{
    public static IReadOnlyList<string> Articles(string? heading, string text) =>
        [.. ArticleCitations.InHeading(heading).Concat(ArticleCitations.InText(text)).Distinct()];

    public static IReadOnlyList<int> GeneralComments(string text) => [.. GeneralCommentCitations.In(text).Distinct().Order()];

    public static IReadOnlyList<string> SdgTargets(string text) => [.. SdgCitations.In(text).Distinct()];
}
