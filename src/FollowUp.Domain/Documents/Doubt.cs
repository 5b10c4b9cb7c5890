using System.Text.Json.Serialization;

namespace FollowUp.Domain.Documents;

/// <summary>Something a person should look at in the document.</summary>
/// <param name="Line">See <see cref="DocumentLine.Number"/>; 0 for the document as a whole.</param>
/// <param name="Page">From 1; 0 where the format has no pages.</param>
/// <param name="Text">The beginning of the text that it is about.</param>
/// <param name="Message">A sentence that says what is doubtful and what to look at.</param>
/// <param name="Paragraph">The paragraph that must be checked, or null.</param>
public sealed record Doubt(DoubtKind Kind, int Line, int Page, string Text, string Message, int? Paragraph = null)
{
    private const int Quoted = 160;

    public static Doubt About(DocumentLine line, DoubtKind kind, string message, int? paragraph = null) =>
        new(kind, line.Number, line.Page, Beginning(line.Printed), message, paragraph);

    public static string Beginning(string text) => text.Length <= Quoted ? text : text[..Quoted].TrimEnd() + "…";
}

[JsonConverter(typeof(JsonStringEnumConverter<DoubtKind>))]
public enum DoubtKind
{
    SymbolMissing,
    TitleMissing,
    LanguageUnknown,
    NumberMissing,
    NumberTwice,
    NumberOutOfSequence,
    NumberingRestarts,
    ClusterNotRecognised,
    HeadingUnclear,
    HeadingWithoutParagraph,
    UnnumberedText,
    SubItemsOutOfOrder,
    SubItemsRunOn,
    ConcernAndRecommendation,
    RecommendationUnclear,
    UrgentUnclear,
    RepeatsWithoutCitation,
    WordBroken,
    PageFurnitureDropped,
    FootnoteDropped,
    PageWithoutText,
}
