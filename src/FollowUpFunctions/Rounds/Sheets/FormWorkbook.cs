using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FollowUp.Domain.Forms;

namespace FollowUpFunctions.Rounds.Sheets;

/// <summary>A person's form as a workbook: the answers, how to fill them in, and, hidden, what can be chosen. No cell holds a formula.</summary>
internal static class FormWorkbook
{
    private const int LongestName = 31;
    private const int MostChoices = 5_000;
    private const string Lists = "lists";

    public static byte[] Of(FormVisit visit)
    {
        FormSheetLayout layout = new(visit);
        IReadOnlyList<IReadOnlyList<string>> rows = FormSheetTable.Rows(visit, layout);
        IReadOnlyList<(int Column, bool Strict, IReadOnlyList<string> Values)> choices =
        [
            .. layout.Questions.Index()
                .Select(q => (FormSheetLayout.FirstAnswer + q.Index, q.Item.Kind == QuestionKind.Choice, Values: Choices(visit, layout, q.Item)))
                .Where(c => c.Values.Count > 0),
        ];

        using MemoryStream file = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = FormSheetStyles.Sheet;
            bool rightToLeft = layout.Wording.Direction == "rtl";
            workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                Sheet(workbook, 1, layout.Wording["sheet.citation"], FormSheetXml.Answers(rows, Validations(choices, rows.Count - layout.Once.Count), rightToLeft)),
                Sheet(workbook, 2, layout.Wording["sheet.help"], FormSheetXml.Help(FormSheetTable.Help(layout), rightToLeft)),
                Sheet(workbook, 3, Lists, FormSheetXml.Plain([.. choices.Select(c => c.Values)]), hidden: true)));
        }

        return file.ToArray();
    }

    private static IEnumerable<FormSheetValidation> Validations(IReadOnlyList<(int Column, bool Strict, IReadOnlyList<string> Values)> choices, int lastRow) =>
        choices.Select((c, n) => new FormSheetValidation(c.Column, lastRow, $"{Lists}!$A${n + 1}:${Cycles.Sheets.XlsxSheetReader.Letters(c.Values.Count - 1)}${n + 1}", c.Strict));

    private static IReadOnlyList<string> Choices(FormVisit visit, FormSheetLayout layout, Question question) => question.Kind switch
    {
        QuestionKind.Choice => [.. question.Options!.Select(o => layout.Words.Option(question, o))],
        QuestionKind.Organisation => [.. visit.Facts.Organisations.Take(MostChoices)],
        _ => [],
    };

    private static Sheet Sheet(WorkbookPart workbook, uint id, string name, byte[] xml, bool hidden = false)
    {
        WorksheetPart part = workbook.AddNewPart<WorksheetPart>();
        using (MemoryStream content = new(xml))
            part.FeedData(content);
        string plain = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        return new()
        {
            Name = plain.Length <= LongestName ? plain : plain[..LongestName],
            SheetId = id,
            Id = workbook.GetIdOfPart(part),
            State = hidden ? SheetStateValues.Hidden : null,
        };
    }
}
