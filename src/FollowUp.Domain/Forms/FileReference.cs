using System.Globalization;
using System.Text.RegularExpressions;

namespace FollowUp.Domain.Forms;

/// <summary>
/// The answer to a question for a file, such as <c>9f86….pdf 48213 report.pdf</c>: where its bytes lie, how many they are, and what the person calls it.
/// </summary>
/// <param name="Sha256">Of the bytes, in lower-case hexadecimal.</param>
/// <param name="Extension">Of what the bytes are, such as <c>pdf</c>; the name may say something else.</param>
/// <param name="Name">For the person and the coordinators: names of files hold names of people.</param>
public sealed partial record FileReference(string Sha256, string Extension, long Size, string Name)
{
    private const int LongestName = 120;

    /// <summary>What the bytes are called in storage.</summary>
    public string Key => $"{Sha256}.{Extension}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key} {Size} {Name}");

    /// <summary>The reference in an answer, or null where it is none.</summary>
    public static FileReference? Parse(string? answer) =>
        answer is not null && Form.Match(answer) is { Success: true } match && long.TryParse(match.Groups["size"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out long size)
            ? new(match.Groups["sha"].Value, match.Groups["extension"].Value, size, match.Groups["name"].Value)
            : null;

    /// <summary>A file's own name as one line of letters, digits and what stands between them, without folders; <c>file</c> where nothing is left.</summary>
    public static string Named(string? name)
    {
        string last = (name ?? "").Split('/', '\\')[^1].Normalize();
        string clean = Spaces.Replace(string.Concat(last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))), " ").Trim();
        string some = clean.Length <= LongestName ? clean : clean[^LongestName..].TrimStart();
        return some.Length == 0 ? "file" : char.IsLowSurrogate(some[0]) ? some[1..] : some;
    }

    [GeneratedRegex(@"^(?<sha>[0-9a-f]{64})\.(?<extension>[a-z]{1,8}) (?<size>[0-9]{1,12}) (?<name>\S[^\r\n]{0,200})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
