using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Domain.Recommendations;

namespace FollowUpFunctions.Tests.Intake;

[Trait("Documents", "shared")]
public sealed partial class SampleAgainstTheRegister
{
    // Printed under civil rights or special protection; articles 19, 34 and 37 (a) are of the cluster on violence since CRC/C/58/Rev.3.
    private static readonly int[] _violence = [39, 41, 42, 72];

    private static readonly Dictionary<string, int> _clusters = new()
    {
        ["A"] = 1, ["B"] = 3, ["C"] = 4, ["D"] = 6, ["E"] = 7, ["F"] = 8, ["G"] = 9,
    };

    [Fact]
    public async Task Paragraphs_headings_and_clusters_are_those_of_the_register()
    {
        ILookup<int, Recommendation> sample = (await Body.Read(Body.Sample)).Contents!.Recommendations.ToLookup(r => r.Paragraph);
        IReadOnlyList<Row> register = Register();

        Assert.Equal(register.Select(r => r.Paragraph), sample.Select(g => g.Key));
        Assert.All(register, row => Assert.All(sample[row.Paragraph], r =>
        {
            Assert.Equal(row.Heading, r.Heading, ignoreCase: true);
            Assert.StartsWith(r.ClusterAsPrinted, row.Cluster, StringComparison.Ordinal);
            Assert.Equal(_violence.Contains(row.Paragraph) ? 5 : _clusters[row.Cluster[..1]], r.Cluster);
        }));
    }

    [Fact]
    public async Task What_was_not_seen_is_marked_as_uncertain()
    {
        ILookup<int, Recommendation> sample = (await Body.Read(Body.Sample)).Contents!.Recommendations.ToLookup(r => r.Paragraph);

        Assert.All(
            Register().Where(r => r.TextSeen != "full" || r.HeadingStatus != "seen" || r.Cluster.Contains("inferred", StringComparison.Ordinal)),
            row => Assert.All(sample[row.Paragraph], r => Assert.NotNull(r.Uncertain)));
    }

    [Fact]
    public async Task Each_letter_was_seen_in_the_register()
    {
        ILookup<int, Recommendation> sample = (await Body.Read(Body.Sample)).Contents!.Recommendations.ToLookup(r => r.Paragraph);

        Assert.All(Register(), row => Assert.All(
            sample[row.Paragraph].Where(r => r.Letter is not null),
            r => Assert.True(row.Letters.Contains($"({r.Letter})", StringComparison.Ordinal) || row.Letters.Contains(")-(", StringComparison.Ordinal), $"{r.Citation}: {row.Letters}")));
    }

    private static IReadOnlyList<Row> Register() =>
    [
        .. File.ReadLines(Path.Combine(Body.Metadata("SharedData"), "khm_2011_co_partial_register.csv")).Skip(1).Select(line =>
        {
            string[] fields = [.. Field.Matches(line).Select(m => m.Groups["plain"].Success ? m.Groups["plain"].Value : m.Groups["quoted"].Value)];
            string heading = fields[3].Replace(" - heading not seen", "", StringComparison.Ordinal).Trim('(', ')');
            return new Row(int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2], heading, fields[4], fields[6], fields[7]);
        }),
    ];

    // The register has no line breaks and no quotation marks inside its fields.
    [GeneratedRegex("""(?<=^|,)(?:"(?<quoted>[^"]*)"|(?<plain>[^,]*))(?=,|$)""")]
    private static partial Regex Field { get; }

    private sealed record Row(int Paragraph, string Cluster, string Heading, string HeadingStatus, string Letters, string TextSeen);
}
