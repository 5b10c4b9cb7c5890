using FollowUp.Domain.Cycles;
using LocalHost.Demo.People;

namespace LocalHost.Demo.Summary;

/// <summary>Holds the report of commitments against what was promised at the workshop.</summary>
internal static class ReportCheck
{
    public const string Page = "commitments/index.html";

    public static Check Of(CycleContents cycle, PublicShelf shelf, IReadOnlyList<GivenAnswer> given, IReadOnlyCollection<Mail> mails)
    {
        string id = cycle.Settings.Id;
        string[] files = [Page, "commitments/report.json", .. cycle.Settings.Languages.Select(l => $"commitments/report.{l}.docx")];
        string report = shelf.Files.GetValueOrDefault($"{id}/commitments/report.json", "");
        HashSet<string> invited = [.. mails.Where(m => m is { Round: "workshop-invitation", Kind: "invitation" }).Select(m => m.To)];
        HashSet<string> told = [.. mails.Where(m => m.Kind == "report-published").Select(m => m.To)];
        return new(
            "The report of commitments says what was promised, and everybody invited was told of it",
            [
                .. files.Where(f => !shelf.Files.ContainsKey($"{id}/{f}")).Select(f => $"{f} was not published."),
                .. given.Where(g => g.Kind == "commitment" && !report.Contains(g.Text, StringComparison.Ordinal)).Select(g => $"“{g.Text}” ({g.Answer}) is not in the report."),
                .. invited.Where(to => !told.Contains(to)).Select(to => $"{to} was invited and not told of the report."),
            ]);
    }
}
