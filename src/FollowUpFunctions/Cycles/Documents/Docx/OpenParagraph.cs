using System.Text;
using System.Text.RegularExpressions;

namespace FollowUpFunctions.Cycles.Documents.Docx;

/// <summary>A paragraph that is being read. A text box in it opens paragraphs of its own.</summary>
internal sealed partial class OpenParagraph(int number)
{
    private readonly StringBuilder _text = new();
    private bool _isHidden;
    private bool? _isBold;
    private bool _isRaised;
    private string? _style;
    private string? _language;

    public WordParagraph Paragraph { get; } = new(number);

    public bool InProperties { get; set; }

    public bool InText { get; set; }

    public void Take(string text) => _text.Append(text);

    /// <summary>What the element says of the paragraph, or of its mark.</summary>
    public void Property(string name, string? value)
    {
        switch (name)
        {
            case "pStyle":
                Paragraph.Style = value;
                break;
            case "numId":
                Paragraph.Numbering = WordXml.Int(value);
                break;
            case "ilvl":
                Paragraph.Level = WordXml.Int(value);
                break;
            case "outlineLvl":
                Paragraph.OutlineLevel = WordXml.Int(value);
                break;
            case "del" or "moveFrom":
                Paragraph.IsJoinedToNext = true;
                break;
        }
    }

    /// <summary>What the element says of the run, or adds to it.</summary>
    public void Run(string name, string? value)
    {
        switch (name)
        {
            case "r":
                (_isHidden, _isRaised, _isBold, _style, _language) = (false, false, null, null, null);
                break;
            case "rStyle":
                _style = value;
                break;
            case "b":
                _isBold = WordXml.IsOn(value);
                break;
            case "vanish":
                _isHidden = WordXml.IsOn(value);
                break;
            case "vertAlign":
                _isRaised = value == "superscript";
                break;
            case "lang":
                _language = value;
                break;
            case "tab" or "ptab" or "br" or "cr":
                _text.Append(' ');
                break;
            case "noBreakHyphen":
                _text.Append('-');
                break;
            case "t":
                InText = true;
                break;
        }
    }

    public void EndRun()
    {
        if (_text.Length > 0 && !_isHidden && !(_isRaised && FootnoteMark.IsMatch(_text.ToString())))
            Paragraph.Runs.Add(new(_text.ToString(), _style, _isBold, _language));
        _text.Clear();
    }

    // Typed by whoever made a page into a document.
    [GeneratedRegex(@"^\s*(\d{1,3}|\*{1,3})\s*$")]
    private static partial Regex FootnoteMark { get; }
}
