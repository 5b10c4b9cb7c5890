namespace FollowUpFunctions.Tests.Sheets;

/// <summary>Rows of an export of the Universal Human Rights Index, as it is downloaded.</summary>
internal static class UhriSheet
{
    public const string Symbol = "CRC/C/TST/CO/4";
    public const string Concern = "- Concerns/Observations";
    public const string Recommendation = "- Recommendations";

    public static string[] Header { get; } =
    [
        "Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "Themes", "Affected Persons", "Sdgs", "Document Publication Date", "Type", "OHCHR Annotation Id",
    ];

    public static string[] Row(string text, string type = Recommendation, string country = "- Testland", string body = "- CRC", string sdgs = "", string affected = "") =>
        [text, country, body, Symbol, "- Themes", affected, sdgs, "46078", type, "b4288060"];
}
