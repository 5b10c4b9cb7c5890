using System.Globalization;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>One cell while it is read; what can't be read is noted where it stands.</summary>
internal readonly record struct SheetCell(string Content, int Row, string Column, Findings Findings)
{
    // Made when something is wrong: a large sheet has a million cells that are right.
    private string Pointer => Intake.Findings.Pointer(Intake.Findings.Pointer("/rows", Row), Column);

    private static readonly Dictionary<string, bool> _flags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true, ["yes"] = true, ["x"] = true, ["1"] = true, ["false"] = false, ["no"] = false, ["0"] = false,
    };

    /// <summary>Null for a blank cell.</summary>
    public string? Text => Content.Length == 0 ? null : Content;

    public IReadOnlyList<string> List => CellLists.Read(Content);

    public int? Number() => Text is { } text ? Number(text) : null;

    public bool Flag()
    {
        if (Text is { } text && !_flags.ContainsKey(text))
            Findings.Add(Pointer, $"“{text}” is neither yes nor no: write “true”, or leave the cell blank.");
        return _flags.GetValueOrDefault(Content);
    }

    // Numbers have no comma in them here, so that it may part them too.
    public IReadOnlyList<int?> Numbers()
    {
        List<int?> numbers = [];
        foreach (string text in List.SelectMany(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (Number(text) is { } number)
                numbers.Add(number);
        }

        return numbers;
    }

    private int? Number(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return number;
        Findings.Add(Pointer, $"“{text}” is not a whole number: write it in digits alone.");
        return null;
    }
}
