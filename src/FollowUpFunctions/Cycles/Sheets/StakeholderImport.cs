using System.Globalization;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>
/// What a sheet of stakeholders would do to those on record. A row is known by its e-mail address; by its id where that is on record and the
/// address is new. Only columns that the sheet has are changed; rows that it doesn't have stay.
/// </summary>
/// <param name="begun">Whether a round has opened.</param>
internal sealed class StakeholderImport(CycleContents cycle, bool begun, DateTimeOffset now)
{
    private const string List = "/stakeholders";
    private const int Most = 100_000;
    private const string Unnamed = "stakeholder-";

    private readonly ImportFindings _findings = new();
    private readonly Dictionary<string, Stakeholder> _byId = cycle.Stakeholders.ToDictionary(s => s.Id);
    private readonly Dictionary<string, Stakeholder> _byEmail = ByEmail(cycle.Stakeholders);
    private readonly ILookup<string, Stakeholder> _byPerson = cycle.Stakeholders.ToLookup(s => Person(s.Organisation, s.Contact));
    private readonly HashSet<string> _inPlan = new(NamedIn(cycle).Select(Organisations.Normalise), StringComparer.OrdinalIgnoreCase);
    private int _unnamed;

    public ImportPlan<Stakeholder> Plan(Sheet sheet)
    {
        Findings header = new();
        IReadOnlyList<PlacedColumn<StakeholderRequest>> columns = SheetHeader.Match(sheet, StakeholderSheet.Columns, header);
        if (header.Problems.Count > 0)
            return ImportPlan<Stakeholder>.Refused(header.Problems);

        Findings cells = new();
        List<(int Row, Stakeholder? Before, StakeholderRequest Asked)> rows = [.. sheet.Rows.Select(row => Read(row, columns, cells))];
        if (MissingColumn(columns, rows.Find(r => r.Before is null).Row) is { } missing)
            return ImportPlan<Stakeholder>.Refused([missing]);

        Findings intake = new();
        IReadOnlyList<Stakeholder> read = new StakeholderIntake(intake, cycle.Settings.Languages).Read([.. rows.Select(r => r.Asked)]);
        if (intake.Problems.FirstOrDefault(p => p.Pointer == List) is { } whole)
            return ImportPlan<Stakeholder>.Refused([whole with { Pointer = "" }]);
        SheetPlaces places = new([.. rows.Select(r => r.Row)]);
        foreach (Problem problem in cells.Problems.Concat(intake.Problems))
            _findings.Add(places.Of(List, problem));
        for (int n = 0; n < read.Count; n++)
            Rules(rows[n].Row, rows[n].Before, read[n]);
        if (rows.Count(r => r.Before is null) + cycle.Stakeholders.Count > Most)
            _findings.Add(new("", string.Create(CultureInfo.InvariantCulture, $"A cycle takes {Most:N0} stakeholders: {cycle.Stakeholders.Count:N0} are on record.")));
        return Outcome(rows, read);
    }

    private (int Row, Stakeholder? Before, StakeholderRequest Asked) Read(
        SheetRow row, IReadOnlyList<PlacedColumn<StakeholderRequest>> columns, Findings cells)
    {
        StakeholderRequest alone = RowReading.Read(row, columns, StakeholderSheet.Blank, new Findings());
        Stakeholder? before = Find(row.Number, alone);
        StakeholderRequest asked = RowReading.Read(row, columns, before is null ? StakeholderSheet.Blank : StakeholderSheet.RowOf(before), cells);
        return (row.Number, before, asked with { Id = alone.Id ?? before?.Id ?? NewId(row.Number, alone) });
    }

    private Stakeholder? Find(int row, StakeholderRequest alone)
    {
        Stakeholder? byEmail = _byEmail.GetValueOrDefault(alone.Email ?? "");
        if (alone.Id is not { } id)
            return byEmail;
        Stakeholder? byId = _byId.GetValueOrDefault(id);
        if (byEmail is not null && byId != byEmail)
        {
            _findings.Add(row, "id", byId is null
                ? $"“{alone.Email}” is on record with the id “{byEmail.Id}”, and an id doesn't change: write that id, or clear the cell."
                : $"“{alone.Email}” is the address of “{byEmail.Organisation}” (id {byEmail.Id}), not of “{byId.Organisation}”: correct the id or the address.");
        }

        return byEmail ?? byId;
    }

    // Made from the name, as for a new cycle; but what is on record must not be met by chance.
    private string? NewId(int row, StakeholderRequest alone)
    {
        if (_byPerson[Person(alone.Organisation, alone.Contact)].FirstOrDefault() is { } there)
        {
            _findings.Add(row, StakeholderSheet.Email, $"“{alone.Contact}” of “{alone.Organisation}” is on record with another address: to change it, write “{there.Id}” under id; for another entry, write a new id.");
            return null;
        }

        string id = Slug.From(alone.Organisation ?? "");
        if (id.Length > 0 && _byId.TryGetValue(id, out Stakeholder? other))
            _findings.Add(row, "id", $"The id “{id}”, made from the organisation's name, is that of “{other.Contact}” on record: write a new id for this entry, or that id to change the entry.");
        while (id.Length == 0 || (id.StartsWith(Unnamed, StringComparison.Ordinal) && _byId.ContainsKey(id)))
            id = string.Create(CultureInfo.InvariantCulture, $"{Unnamed}{++_unnamed}");
        return id;
    }

    private static Problem? MissingColumn(IReadOnlyList<PlacedColumn<StakeholderRequest>> columns, int newRow)
    {
        string[] missing = [.. new[] { "organisation", "category", "contact", "language" }.Except(columns.Select(c => c.Column.Name))];
        return newRow == 0 || missing.Length == 0
            ? null
            : new(Findings.Pointer("/header", missing[0]), $"Row {newRow} has an address that is not on record, and a new stakeholder needs the columns {string.Join(", ", missing)}: add them, or correct the address.");
    }

    private void Rules(int row, Stakeholder? before, Stakeholder after)
    {
        if (before is null)
            return;
        if (begun && before.Category != after.Category)
            _findings.Add(row, "category", $"The category can't be changed once a round has opened, since answers are counted by it: it is {before.Category.Slug()}.");
        if (!Organisations.Same(before.Organisation, after.Organisation)
            && (_inPlan.Contains(Organisations.Normalise(before.Organisation)) || _inPlan.Contains(Organisations.Normalise(after.Organisation))))
        {
            _findings.Add(row, "organisation", $"The plan names the organisation, and would lose it under another name: keep “{before.Organisation}”.");
        }
    }

    private ImportPlan<Stakeholder> Outcome(List<(int Row, Stakeholder? Before, StakeholderRequest Asked)> rows, IReadOnlyList<Stakeholder> read)
    {
        List<ImportedRow> told = [];
        List<Stakeholder> added = [];
        Dictionary<string, CellMerge<Stakeholder>> changes = [];
        for (int n = 0; n < rows.Count; n++)
        {
            (int row, Stakeholder? before, StakeholderRequest asked) = rows[n];
            string key = asked.Email ?? "";
            IReadOnlyList<string> problems = _findings.Of(row);
            if (problems.Count > 0)
            {
                told.Add(new(row, key, ImportOutcome.Refused, [], problems));
            }
            else if (before is null)
            {
                told.Add(new(row, key, ImportOutcome.Added, [], []));
                added.Add(read[n] with { Added = now });
            }
            else if (CellMerging.Differences(StakeholderSheet.All, StakeholderSheet.RowOf(before), StakeholderSheet.RowOf(read[n])) is { Count: > 0 } differences)
            {
                told.Add(new(row, key, ImportOutcome.Changed, differences, [], before.Id));
                changes[before.Id] = new(fresh => Merge(before, differences, fresh));
            }
        }

        return new(told, rows.Count - told.Count, added, changes, _findings.Problems);
    }

    private (Stakeholder Merged, IReadOnlyList<string> Kept) Merge(Stakeholder before, IReadOnlyList<CellChange> differences, Stakeholder fresh)
    {
        (StakeholderRequest merged, IReadOnlyList<string> kept) =
            CellMerging.Merge(StakeholderSheet.All, StakeholderSheet.RowOf(before), differences, StakeholderSheet.RowOf(fresh));
        return (new StakeholderIntake(new Findings(), cycle.Settings.Languages).Read([merged])[0] with { Added = fresh.Added }, kept);
    }

    private static Dictionary<string, Stakeholder> ByEmail(IReadOnlyList<Stakeholder> stakeholders)
    {
        Dictionary<string, Stakeholder> byEmail = new(StringComparer.OrdinalIgnoreCase);
        foreach (Stakeholder s in stakeholders)
        {
            // Who was erased has none.
            if (s.Email.Length > 0)
                byEmail.TryAdd(s.Email, s);
        }

        return byEmail;
    }

    private static string Person(string? organisation, string? contact) => $"{SameWords.Key(organisation ?? "")}\n{SameWords.Key(contact ?? "")}";

    private static IEnumerable<string> NamedIn(CycleContents cycle) => cycle.Items
        .SelectMany(i => i.Monitoring.Select(m => m.Organisation).Append(i.Responsibility.Organisation).Append(i.Responsibility.ProposedInstead))
        .OfType<string>();
}
