using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>One annotation of the index, as its export has it.</summary>
internal sealed record UhriRow(
    int Row, string Text, IReadOnlyList<string> Countries, IReadOnlyList<string> Bodies, string Symbol, IReadOnlyList<string> Types, IReadOnlyList<string> Sdgs, IReadOnlyList<string> Affected)
{
    private static readonly UhriRow _blank = new(0, "", [], [], "", [], [], []);

    // "Reccomending" is the index's own spelling, until it is mended.
    private static readonly Dictionary<string, SheetColumn<UhriRow>> _columns = new()
    {
        ["text"] = Column("Text", (r, c) => r with { Text = c.Content }),
        ["countriesconcerned"] = Column("Countries Concerned", (r, c) => r with { Countries = c.List }),
        ["countries"] = Column("Countries Concerned", (r, c) => r with { Countries = c.List }),
        ["reccomendingbody"] = Column("Reccomending Body", (r, c) => r with { Bodies = c.List }),
        ["recommendingbody"] = Column("Reccomending Body", (r, c) => r with { Bodies = c.List }),
        ["body"] = Column("Reccomending Body", (r, c) => r with { Bodies = c.List }),
        ["documentsymbol"] = Column("Document Symbol", (r, c) => r with { Symbol = c.Content }),
        ["symbol"] = Column("Document Symbol", (r, c) => r with { Symbol = c.Content }),
        ["type"] = Column("Type", (r, c) => r with { Types = c.List }),
        ["annotationtype"] = Column("Type", (r, c) => r with { Types = c.List }),
        ["sdgs"] = Column("Sdgs", (r, c) => r with { Sdgs = c.List }),
        ["affectedpersons"] = Column("Affected Persons", (r, c) => r with { Affected = c.List }),
    };

    public bool IsRecommendation => Says("recommend");

    public bool IsConcern => Says("concern") || Says("observation");

    /// <returns>The rows, or what is missing; columns of the export that a register has no use for are passed over.</returns>
    public static (IReadOnlyList<UhriRow> Rows, IReadOnlyList<Problem> Problems) Read(Sheet sheet)
    {
        List<PlacedColumn<UhriRow>> header = [];
        for (int n = 0; n < sheet.Header.Count; n++)
        {
            if (_columns.TryGetValue(SheetHeader.Plain(sheet.Header[n]), out SheetColumn<UhriRow>? column))
                header.Add(new(n, column));
        }

        Problem[] missing =
        [
            .. new[] { "Text", "Document Symbol", "Type" }
                .Where(name => !header.Exists(h => h.Column.Name == name))
                .Select(name => new Problem(Findings.Pointer("/header", name), $"The sheet has no column “{name}”: send the export of the Universal Human Rights Index as it was downloaded.")),
        ];
        Findings none = new();
        return missing.Length > 0 ? ([], missing) : ([.. sheet.Rows.Select(row => RowReading.Read(row, header, _blank, none) with { Row = row.Number })], []);
    }

    private bool Says(string word) => Types.Any(t => t.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static SheetColumn<UhriRow> Column(string name, Func<UhriRow, SheetCell, UhriRow> read) => new(name, _ => "", read);
}
