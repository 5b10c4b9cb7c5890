namespace FollowUp.Domain.Documents.Structure;

internal sealed record BodyLine(DocumentLine Line, string Text);

internal sealed record ItemDraft(string Letter, string Label, int Depth, List<BodyLine> Lines);

/// <param name="Lead">Before the first sub-item.</param>
/// <param name="Tail">Behind the last one, without a label.</param>
internal sealed record BodyDraft(List<BodyLine> Lead, List<ItemDraft> Items, List<BodyLine> Tail);

/// <summary>Takes a paragraph's lines apart into its lead-in, its sub-items, whose labels must follow one another, and what comes behind them.</summary>
internal sealed class SubItems(int number, IReadOnlyList<BodyLine> body, Action<DocumentLine, string> doubt)
{
    private const int ShortLine = 8;

    private readonly BodyDraft _draft = new([], [], []);
    private readonly List<(Counting Kind, int Last, string Prefix)> _levels = [];
    private string _previous = "";

    public static BodyDraft Read(int number, IReadOnlyList<BodyLine> body, Action<DocumentLine, string> doubt) => new SubItems(number, body, doubt).Read();

    private BodyDraft Read()
    {
        for (int i = 0; i < body.Count; i++)
        {
            (DocumentLine line, string text) = body[i];
            bool labelled = false;
            while (Labels.SubItem(text) is { } label && Open(label, i))
            {
                labelled = true;
                text = label.Rest;
                _previous = ":";
            }

            if (text.Length > 0)
                Place(line, text, labelled, first: i == 0);
            // A line may hold no more than the "and" of a list.
            _previous = text.Length < ShortLine ? $"{_previous} {text}" : text;
        }

        return _draft;
    }

    private void Place(DocumentLine line, string text, bool labelled, bool first)
    {
        bool stands = !first && !labelled && (line.Whole || line.Apart) && ReadableText.BeginsAnew(text) && ReadableText.EndsItem(_previous);
        if (_draft.Tail.Count > 0 || (stands && _draft.Items.Count > 0))
        {
            if (_draft.Tail.Count == 0)
                doubt(line, "This text has no number or letter and was taken as the end of the paragraph before it: look whether it belongs there.");
            _draft.Tail.Add(new(line, text));
        }
        else
        {
            if (!first && !labelled && line.Whole)
                doubt(line, "This text has no number or letter and was taken as part of the paragraph before it: look whether it belongs there.");
            (_draft.Items.Count > 0 ? _draft.Items[^1].Lines : _draft.Lead).Add(new(line, text));
        }
    }

    private bool Open(Label label, int i)
    {
        DocumentLine line = body[i].Line;
        bool whole = line.Whole || i == 0;
        if (!whole && RunningOn.Into(_previous))
            return false;
        bool begins = whole || line.Apart || ReadableText.EndsItem(_previous);

        for (int depth = _levels.Count - 1; depth >= 0; depth--)
        {
            (Counting kind, int last, string prefix) = _levels[depth];
            if (label.As(kind) == last + 1 && !(kind == Counting.Letter && label.As(Counting.Roman) == 1 && depth == _levels.Count - 1 && RomanFollows(i)))
                return Add(label, depth, kind, last + 1, prefix);
        }

        if (label.Readings.Where(r => r.Value == 1 && !_levels.Any(l => l.Kind == r.Kind)).Select(r => (Counting?)r.Kind).FirstOrDefault() is { } fresh
            && (begins || NextFollows(i, fresh)))
        {
            string prefix = _levels.Count == 0 ? "" : _draft.Items[^1].Letter + "-";
            return Add(label, _levels.Count, fresh, 1, prefix);
        }

        // A citation such as (b) that a wrapped line begins with is in no order; a label of its own is, or there is something wrong with it.
        if (!begins || (_levels.Count == 0 && !line.Whole) || i == 0 || label.Readings.Count == 0)
            return false;
        (Counting Kind, int Value) reading = label.Readings.FirstOrDefault(r => _levels.Count > 0 && r.Kind == _levels[0].Kind, label.Readings[0]);
        doubt(line, $"Sub-item {label.Printed} follows {_draft.Items.LastOrDefault()?.Label ?? "nothing"} in paragraph {number}: check the letters.");
        return Add(label, 0, reading.Kind, reading.Value, "");
    }

    private bool Add(Label label, int depth, Counting kind, int value, string prefix)
    {
        _levels.RemoveRange(depth, _levels.Count - depth);
        _levels.Add((kind, value, prefix));
        string own = prefix + kind switch
        {
            Counting.Letter or Counting.OtherLetter => Ordinals.LatinLetter(value),
            Counting.Roman => Ordinals.RomanNumeral(value),
            _ => $"{value}",
        };
        string letter = own;
        for (int again = 2; _draft.Items.Any(item => item.Letter == letter); again++)
            letter = $"{own}-{again}";
        if (_draft.Tail.Count > 0 && _draft.Items.Count > 0)
        {
            _draft.Items[^1].Lines.AddRange(_draft.Tail);
            _draft.Tail.Clear();
        }

        _draft.Items.Add(new(letter, label.Printed, depth, []));
        return true;
    }

    private bool RomanFollows(int i) => NextLabel(i) is { } next && next.As(Counting.Roman) == 2;

    private bool NextFollows(int i, Counting kind) => NextLabel(i) is { } next && next.As(kind) == 2;

    private Label? NextLabel(int i) => body.Skip(i + 1).Select(b => Labels.SubItem(b.Text)).FirstOrDefault(l => l is not null);
}
