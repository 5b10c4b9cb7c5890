using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LocalHost.Pages;

/// <summary>Markup. Text that is put into an interpolated string of this type is encoded; only markup goes in as it is.</summary>
internal sealed record Html(string Markup)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Html Empty { get; } = new("");

    public static Html Of(Interpolation markup) => new(markup.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Markup)));

    [InterpolatedStringHandler]
    public readonly struct Interpolation(int literalLength, int formattedCount)
    {
        private readonly StringBuilder markup = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => markup.Append(literal);

        // One method for all: overloads would take a list of markup for a value like any other.
        public void AppendFormatted(object? value) => markup.Append(value switch
        {
            Html html => html.Markup,
            IEnumerable<Html> parts => Join(parts).Markup,
            _ => Encoder.Encode(value?.ToString() ?? ""),
        });

        public override string ToString() => markup.ToString();
    }
}
