using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>
/// What a sheet of recommendations would do to those on record. A row is known by document, paragraph and sub-item. Only columns that the sheet has
/// are changed; rows that it doesn't have stay.
/// </summary>
internal sealed class RecommendationImport(CycleFacts facts, bool consulted)
{
    private const string List = "/recommendations";
    private const int Most = 5_000;

    private readonly CycleSettings _settings = facts.Settings;
    private readonly ImportFindings _findings = new();

    public ImportPlan<Recommendation> Plan(Sheet sheet)
    {
        Findings header = new();
        IReadOnlyList<PlacedColumn<RecommendationRow>> columns = SheetHeader.Match(sheet, RecommendationSheet.Columns(_settings.SourceLanguage), header);
        if (header.Problems.Count > 0)
            return ImportPlan<Recommendation>.Refused(header.Problems);

        Findings cells = new();
        List<(int Row, string Key, Recommendation? Before, RecommendationRow Asked)> rows = [.. sheet.Rows.Select(row => Read(row, columns, cells))];
        foreach (Problem problem in cells.Problems)
            _findings.Add(SheetPlaces.Named(problem));
        if (MissingColumn(columns, rows.Find(r => r.Before is null && r.Key.Length > 0).Row) is { } missing)
            return ImportPlan<Recommendation>.Refused([missing]);

        Findings intake = new();
        Dictionary<string, Recommendation> read = [];
        foreach (Recommendation r in new RecommendationIntake(intake, _settings).Read([.. rows.Select(r => r.Key.Length > 0 ? r.Asked.Request : null)]))
            read[r.Key] = r;
        if (intake.Problems.FirstOrDefault(p => p.Pointer == List) is { } whole)
            return ImportPlan<Recommendation>.Refused([whole with { Pointer = "" }]);
        SheetPlaces places = new([.. rows.Select(r => r.Row)]);
        foreach (Problem problem in intake.Problems)
            _findings.Add(places.Of(List, problem));
        foreach ((int row, string key, Recommendation? before, _) in rows)
            Rules(row, key, before, read.GetValueOrDefault(key));
        if (rows.Count(r => r.Before is null) + facts.Recommendations.Count > Most)
            _findings.Add(new("", $"A cycle takes {Most} recommendations: {facts.Recommendations.Count} are on record."));
        return Outcome(rows, read);
    }

    private (int Row, string Key, Recommendation? Before, RecommendationRow Asked) Read(
        SheetRow row, IReadOnlyList<PlacedColumn<RecommendationRow>> columns, Findings cells)
    {
        RecommendationRow alone = RowReading.Read(row, columns, RecommendationRow.Blank, new Findings());
        string key = alone.Request.Paragraph is { } paragraph ? Recommendation.KeyOf(paragraph, alone.Request.Letter) : "";
        Recommendation? before = facts.Recommendation(key);
        if (key.Length == 0 && !columns.Any(c => c.Column.Name == "paragraph" && row.Cells[c.Place].Length > 0))
            _findings.Add(row.Number, "paragraph", "Give the number of the paragraph.");
        if (alone.Symbol is { } symbol && SameWords.OneLine(symbol) != _settings.Symbol)
            _findings.Add(row.Number, "symbol", $"“{symbol}” is another document: this cycle follows up {_settings.Symbol}. Leave the row out, or correct the symbol.");
        RecommendationRow over = before is null ? RecommendationRow.Blank : RecommendationRow.Of(before);
        // A cluster's own title follows the cluster; what the document printed doesn't.
        if (before is not null && before.ClusterAsPrinted == Clusters.Titles[before.Cluster - 1])
            over = over with { Request = over.Request with { ClusterAsPrinted = null } };
        return (row.Number, key, before, RowReading.Read(row, columns, over, cells));
    }

    private Problem? MissingColumn(IReadOnlyList<PlacedColumn<RecommendationRow>> columns, int newRow)
    {
        string[] needed = ["cluster", "heading", $"text:{_settings.SourceLanguage}"];
        string[] missing = [.. needed.Except(columns.Select(c => c.Column.Name))];
        return newRow == 0 || missing.Length == 0 || consulted
            ? null
            : new(Findings.Pointer("/header", missing[0]), $"Row {newRow} is not on record, and a new recommendation needs the columns {string.Join(", ", missing)}: add them, or correct paragraph and letter.");
    }

    private void Rules(int row, string key, Recommendation? before, Recommendation? after)
    {
        if (before is null && consulted && key.Length > 0)
            _findings.Add(row, "paragraph", $"There is no recommendation {key} on record, and none can be added once the consultation has opened: answers refer to them by paragraph and letter.");
        if (before is null || after is null)
            return;
        if (consulted && after.Cluster != before.Cluster)
            _findings.Add(row, "cluster", $"The cluster can't be changed once the consultation has opened: it is {before.Cluster}.");
        foreach ((string language, RecommendationText text) in before.Texts)
        {
            if (text.Status == TextStatus.Official && after.Texts.GetValueOrDefault(language) is { } given && given != text && given.Status != TextStatus.Official)
                _findings.Add(row, $"text:{language}", $"The official text is replaced by an official one only: clear the cell to keep it, or write “official” under status:{language}.");
        }
    }

    private ImportPlan<Recommendation> Outcome(
        List<(int Row, string Key, Recommendation? Before, RecommendationRow Asked)> rows, Dictionary<string, Recommendation> read)
    {
        IEnumerable<string> languages = facts.Recommendations.Concat(read.Values).SelectMany(r => r.Texts.Keys).Distinct();
        IReadOnlyList<SheetColumn<RecommendationRow>> columns = RecommendationSheet.All(languages);
        List<ImportedRow> told = [];
        List<Recommendation> added = [];
        Dictionary<string, CellMerge<Recommendation>> changes = [];
        foreach ((int row, string key, Recommendation? before, _) in rows)
        {
            IReadOnlyList<string> problems = _findings.Of(row);
            IReadOnlyList<CellChange> differences = problems.Count > 0 || before is null
                ? []
                : CellMerging.Differences(columns, RecommendationRow.Of(before), RecommendationRow.Of(read[key]));
            if (problems.Count > 0)
                told.Add(new(row, key, ImportOutcome.Refused, [], problems));
            else if (before is null)
                told.Add(new(row, key, ImportOutcome.Added, [], []));
            else if (differences.Count > 0)
                told.Add(new(row, key, ImportOutcome.Changed, differences, []));
            if (problems.Count == 0 && before is null)
                added.Add(read[key]);
            if (differences.Count > 0)
                changes[key] = new(fresh => Merge(columns, before!, differences, fresh));
        }

        return new(told, rows.Count - told.Count, added, changes, _findings.Problems);
    }

    private (Recommendation Merged, IReadOnlyList<string> Kept) Merge(
        IReadOnlyList<SheetColumn<RecommendationRow>> columns, Recommendation before, IReadOnlyList<CellChange> differences, Recommendation fresh)
    {
        (RecommendationRow merged, IReadOnlyList<string> kept) = CellMerging.Merge(columns, RecommendationRow.Of(before), differences, RecommendationRow.Of(fresh));
        return (new RecommendationIntake(new Findings(), _settings).Read([merged.Request])[0] with { PlainWords = fresh.PlainWords }, kept);
    }
}
