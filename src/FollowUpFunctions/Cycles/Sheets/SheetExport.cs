using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>Rows as a file to edit and send back.</summary>
internal static class SheetExport
{
    /// <param name="name">Of the file, without what stands behind the dot.</param>
    public static IResult Of<T>(SheetFormat format, string name, IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows)
    {
        string file = $"{name}.{format.Name}";
        IEnumerable<IReadOnlyList<string>> table = Table(columns, rows);
        return format == SheetFormat.Csv
            ? Results.Stream(body => CsvSheetWriter.WriteAsync(table, body), $"{format.MediaType}; charset=utf-8", file)
            : Results.Stream(Workbook(table), format.MediaType, file);
    }

    public static IEnumerable<IReadOnlyList<string>> Table<T>(IReadOnlyList<SheetColumn<T>> columns, IEnumerable<T> rows) =>
        rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(c => c.Show(row))]).Prepend([.. columns.Select(c => c.Name)]);

    // An archive is not written from front to back; its parts are too large to hold.
    private static FileStream Workbook(IEnumerable<IReadOnlyList<string>> table)
    {
        FileStream file = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        XlsxSheetWriter.Write(table, file);
        file.Position = 0;
        return file;
    }
}
