using System.Text.Json.Nodes;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>What an import answers, for a test to read.</summary>
internal static class Answers
{
    public static string Counts(this JsonNode answer) =>
        string.Join(' ', answer["counts"]!.AsObject().Where(c => c.Key != "rows").Select(c => $"{c.Key}:{c.Value}"));

    /// <summary>Row and outcome, then what changes.</summary>
    public static IEnumerable<string> Rows(this JsonNode answer) => answer["rows"]!.AsArray().Select(row => string.Join(
        ' ', row!["changes"]!.AsArray().Select(c => $"{c!["column"]}:{c["from"]}→{c["to"]}").Prepend($"{row["row"]} {row["key"]} {row["outcome"]}")));

    public static IEnumerable<string> Pointers(this JsonNode problem) => problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!);

    public static string Details(this JsonNode problem) => string.Join('\n', problem["errors"]!.AsArray().Select(e => (string)e!["detail"]!));
}
