using System.Text.RegularExpressions;

namespace RegisterFigures.Layouts;

/// <summary>What a line of a text is that has one paragraph a line: told by its own label alone, since these texts were written for it.</summary>
public sealed partial record Line(int Level, string Label, string Text)
{
    public const int Heading = -1;

    public static Line Of(string line)
    {
        Match m = Labelled.Match(line);
        int level = !m.Success ? Heading : m.Groups["number"].Success ? 0 : m.Groups["roman"].Success ? 2 : 1;
        return level == Heading ? new(Heading, "", line) : new(level, m.Groups["label"].Value, m.Groups["text"].Value);
    }

    [GeneratedRegex(@"^(?<label>(?<number>\d{1,3}[.)])|\((?<roman>ii?i?|iv|vi{0,3})\)|\(?[a-z]\))\s+(?<text>\S.*)$")]
    private static partial Regex Labelled { get; }
}
