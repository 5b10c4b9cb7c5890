using System.Xml.Linq;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>One level of a list (ISO/IEC 29500-1, 17.9.6).</summary>
/// <param name="Text">Such as <c>(%2)</c>, where <c>%1</c> is the number of the first level.</param>
/// <param name="Style">Id of the paragraph style that stands at this level.</param>
/// <param name="RestartsAfter">Begins again after a paragraph of this level, counted from 1, or one above; 0 for never, null for any level above it.</param>
/// <param name="IsLegal">All levels are shown in decimal digits.</param>
internal sealed record ListLevel(int Start, string Format, string Text, string? Style, int? RestartsAfter, bool IsLegal)
{
    public static ListLevel Of(XElement level) => new(
        WordXml.Int(level.ValueOf("start")) ?? 0,
        level.ValueOf("numFmt") ?? level.Child("AlternateContent")?.Child("Fallback")?.ValueOf("numFmt") ?? "decimal",
        level.ValueOf("lvlText") ?? "",
        level.ValueOf("pStyle"),
        WordXml.Int(level.ValueOf("lvlRestart")),
        level.Child("isLgl") is { } legal && WordXml.IsOn(legal.Said("val")));
}
