using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>Counts as Word does: one counter for each level of a list's definition, which lists that share the definition also share (ISO/IEC 29500-1, 17.9).</summary>
internal sealed partial class AutomaticNumbers
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _definitions = [];
    private readonly Dictionary<int, NumberingInstance> _lists = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _overridden = [];

    public AutomaticNumbers(Numbering? numbering)
    {
        foreach (AbstractNum definition in numbering?.Elements<AbstractNum>() ?? [])
            _definitions.TryAdd(definition.AbstractNumberId?.Value ?? -1, definition);
        foreach (NumberingInstance list in numbering?.Elements<NumberingInstance>() ?? [])
            _lists.TryAdd(list.NumberID?.Value ?? -1, list);
    }

    /// <summary>The label of the list's next paragraph, such as <c>12.</c> or <c>(a)</c>; null for bullets and unknown lists.</summary>
    public string? Next(int listId, int level)
    {
        if (!_lists.TryGetValue(listId, out NumberingInstance? list) || list.AbstractNumId?.Val?.Value is not { } id || !_definitions.TryGetValue(id, out AbstractNum? definition))
            return null;
        if (!_counters.TryGetValue(id, out int?[]? counters))
            _counters[id] = counters = new int?[Levels];
        for (int l = 0; l <= level; l++)
        {
            // A list that starts anew does so once, at its first paragraph on that level.
            if (Override(list, l)?.StartOverrideNumberingValue?.Val?.Value is { } start && _overridden.Add((listId, l)))
                counters[l] = start - (l == level ? 1 : 0);
        }

        counters[level] = counters[level] is { } count ? count + 1 : Start(list, definition, level);
        for (int deeper = level + 1; deeper < Levels; deeper++)
            counters[deeper] = null;
        return Label(list, definition, level, counters);
    }

    private static string? Label(NumberingInstance list, AbstractNum definition, int level, int?[] counters)
    {
        if (LevelOf(list, definition, level) is not { LevelText.Val.Value: { Length: > 0 } pattern } settings || Format(settings) == NumberFormatValues.Bullet)
            return null;
        string label = Placeholder.Replace(pattern, m =>
        {
            int l = m.Value[1] - '1';
            return LevelOf(list, definition, l) is { } other ? Shown(counters[l] ?? Start(list, definition, l), Format(other)) : "";
        });
        return label.Trim() is { Length: > 0 } shown ? shown : null;
    }

    private static NumberFormatValues Format(Level level) => level.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;

    private static int Start(NumberingInstance list, AbstractNum definition, int level) =>
        LevelOf(list, definition, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static LevelOverride? Override(NumberingInstance list, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level);

    private static Level? LevelOf(NumberingInstance list, AbstractNum definition, int level) =>
        Override(list, level)?.Level ?? definition.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == level);

    private static string Shown(int number, NumberFormatValues format)
    {
        if (format == NumberFormatValues.None)
            return "";
        if (format == NumberFormatValues.LowerLetter)
            return NumberFormats.Letters(number);
        if (format == NumberFormatValues.UpperLetter)
            return NumberFormats.Letters(number).ToUpperInvariant();
        if (format == NumberFormatValues.LowerRoman)
            return NumberFormats.Roman(number);
        if (format == NumberFormatValues.UpperRoman)
            return NumberFormats.Roman(number).ToUpperInvariant();
        return _chinese.Contains(format) ? NumberFormats.ChineseCounting(number) : $"{number}";
    }

    private static readonly HashSet<NumberFormatValues> _chinese =
    [
        NumberFormatValues.ChineseCounting, NumberFormatValues.ChineseCountingThousand, NumberFormatValues.TaiwaneseCounting, NumberFormatValues.TaiwaneseCountingThousand,
        NumberFormatValues.JapaneseCounting, NumberFormatValues.IdeographDigital,
    ];

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Placeholder { get; }
}
