using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents.Structure;

/// <summary>Where a paragraph's text ends and the headings before the next one begin.</summary>
internal sealed class HeadingLines(IReadOnlyList<Vocabulary> words, LineJoining joining)
{
    private const int Longest = 300;
    private const double FullLine = 0.75;

    /// <summary>Index of the first heading among a paragraph's lines, of which the first is the paragraph's own; their number where there is none.</summary>
    public int Start(IReadOnlyList<DocumentLine> lines)
    {
        int width = lines.Max(l => l.Text.Length);
        for (int i = 1; i < lines.Count; i++)
        {
            if (Ended(lines, i) && IsKnownTitle(lines, i))
                return i;
        }

        int first = lines.Count;
        while (first > 1 && (CanBe(lines[first - 1]) || IsLetteredHeading(lines, first - 1)))
            first--;
        while (first < lines.Count && !Begins(lines, first, width))
            first++;
        return first;
    }

    /// <summary>Index of the first line behind the document's last paragraph: whatever follows a heading there has no number.</summary>
    public static int End(IReadOnlyList<DocumentLine> lines)
    {
        int width = lines.Max(l => l.Text.Length);
        for (int i = 1; i < lines.Count; i++)
        {
            if (CanBe(lines[i]) && Begins(lines, i, width) && (lines[i].Apart || Ended(lines, i)))
                return i;
        }

        return lines.Count;
    }

    public IReadOnlyList<Heading> Split(IReadOnlyList<DocumentLine> lines)
    {
        if (lines.Count == 0)
            return [];
        List<List<DocumentLine>> groups = [];
        foreach (DocumentLine line in lines)
        {
            if (groups.Count == 0 || IsNew(groups[^1], line, joining.Width))
                groups.Add([line]);
            else
                groups[^1].Add(line);
        }

        return [.. groups.Select(g => new Heading(g[0], joining.Join(g, l => l.Printed)))];
    }

    /// <summary>Headings before the first paragraph: from the first one that is labelled or known as a section.</summary>
    public IReadOnlyList<DocumentLine> BeforeFirst(IReadOnlyList<DocumentLine> lines)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            DocumentLine line = lines[i];
            Label? label = Labels.Heading(line.Printed);
            bool known = Titles.IsSection(label?.Rest ?? line.Printed, words) || Titles.Cluster(label?.Rest ?? line.Printed, words) is not null;
            if ((label is not null && (known || label.Readings.Any(r => r.Value == 1))) || (known && line.Text.Length < 60))
                return [.. lines.Skip(i).Where(CanBe)];
        }

        // Nothing but an excerpt: the lines right before its first paragraph.
        int first = lines.Count;
        while (first > 0 && CanBe(lines[first - 1]) && !words.Any(v => v.Title.IsMatch(lines[first - 1].Text)))
            first--;
        return lines.Count - first <= 3 ? [.. lines.Skip(first)] : [];
    }

    private static bool IsNew(List<DocumentLine> group, DocumentLine line, int width)
    {
        DocumentLine last = group[^1];
        string so = string.Concat(group.Select(l => l.Printed));
        if (line.Whole || last.Whole)
            return true;
        if (so.Count(c => c is '(' or '（') > so.Count(c => c is ')' or '）'))
            return false;
        if (Labels.Heading(line.Printed) is not null && !RunningOn.Into(last.Text))
            return true;
        if (so.EndsWith(')') && ReadableText.BeginsAnew(line.Text) && last.Text.Length < width * FullLine)
            return true;
        if (line.Apart || line.Bold != last.Bold)
            return !RunningOn.Into(last.Text);
        return ReadableText.BeginsAnew(line.Text) && last.Text.Length < width * FullLine && !RunningOn.Into(last.Text);
    }

    private bool IsKnownTitle(IReadOnlyList<DocumentLine> lines, int i)
    {
        string text = lines[i].Printed + (lines[i].Whole || i + 1 >= lines.Count ? "" : " " + lines[i + 1].Printed);
        return Labels.Heading(text) is { } label && Labels.SubItem(text) is null
            && (Titles.Cluster(label.Rest, words) is not null || Titles.IsSection(label.Rest, words))
            && !(lines[i].Whole && label.Rest.Length > Longest);
    }

    private static bool CanBe(DocumentLine line) =>
        line.IsHeading
        || (line.Text.Length <= Longest && !ReadableText.EndsSentence(line.Text) && (Labels.SubItem(line.Printed) is null));

    /// <summary>"(b) Economic exploitation" behind a full stop: a list's next item stands behind a semicolon.</summary>
    private static bool IsLetteredHeading(IReadOnlyList<DocumentLine> lines, int i) =>
        Labels.SubItem(lines[i].Printed) is { Rest: { Length: > 0 and < 100 } title } && ReadableText.BeginsAnew(title) && !ReadableText.EndsSentence(title)
        && (lines[i].Whole || lines[i].Apart) && lines[i - 1].Text is [.., '.' or '。' or '?' or '!'];

    private static bool Ended(IReadOnlyList<DocumentLine> lines, int i) =>
        lines[i].Whole || lines[i].IsHeading || ReadableText.EndsSentence(lines[i - 1].Text) || (lines[i].Apart && !RunningOn.Into(lines[i - 1].Text));

    private static bool Begins(IReadOnlyList<DocumentLine> lines, int i, int width) =>
        lines[i].IsHeading
        || IsLetteredHeading(lines, i)
        || (ReadableText.BeginsAnew(Labels.Heading(lines[i].Printed)?.Rest ?? lines[i].Printed) && lines[i].Printed[0] is not '(' and not '（'
            && (Ended(lines, i) || (lines[i].Bold && !lines[i - 1].Bold && lines[i - 1].Text.Length < width * FullLine)));
}
