using FollowUp.Domain.Documents.Wording;

namespace FollowUp.Domain.Documents.Structure;

internal sealed record Heading(DocumentLine Line, string Text);

internal sealed record Place(string? Section, string? ClusterAsPrinted, int? Cluster, string? Heading)
{
    public static Place Nowhere { get; } = new(null, null, null, null);
}

/// <summary>
/// Where in the document a paragraph stands. Labels alone don't tell a section from a cluster: "I." follows both nothing and "H.", and older documents letter their sections
/// and number their clusters. So a title that is known decides first, then what a label follows.
/// </summary>
internal sealed class Headings(IReadOnlyList<Vocabulary> words, bool clustersAreLabelled, Action<DocumentLine, string> doubt)
{
    private int _lastSection;
    private int _lastCluster;
    private Counting? _sectionsCount;
    private Counting? _clustersCount;

    public Place Place { get; private set; } = Place.Nowhere;

    public void Enter(IReadOnlyList<Heading> headings)
    {
        bool joins = false;
        foreach (Heading heading in headings)
        {
            Label? label = Labels.Heading(heading.Text);
            string title = label?.Rest ?? heading.Text;
            (Level level, Counting? kind) = LevelOf(label, title, heading);
            switch (level)
            {
                case Level.Section:
                    _sectionsCount = kind ?? _sectionsCount;
                    _lastSection = kind is { } s ? label!.As(s) ?? 0 : _lastSection;
                    _lastCluster = 0;
                    Place = new(heading.Text, null, null, null);
                    joins = false;
                    break;
                case Level.Cluster:
                    _clustersCount = kind ?? _clustersCount;
                    _lastCluster = kind is { } c ? label!.As(c) ?? 0 : _lastCluster;
                    Place = Place with { ClusterAsPrinted = heading.Text, Cluster = Titles.Cluster(title, words), Heading = null };
                    if (Place.Cluster is null)
                    {
                        doubt(heading.Line, "This heading is not a cluster of CRC/C/58/Rev.3: say which cluster the recommendations below it belong to (dissemination and reporting come from article 44 (6), which is of cluster 1).");
                    }

                    joins = false;
                    break;
                default:
                    Place = Place with { Heading = joins ? $"{Place.Heading} / {heading.Text}" : heading.Text };
                    joins = true;
                    break;
            }
        }
    }

    private (Level, Counting?) LevelOf(Label? label, string title, Heading heading)
    {
        bool cluster = Titles.Cluster(title, words) is not null;
        bool section = Titles.IsSection(title, words);
        if (label is null)
        {
            return section && !cluster && heading.Text.Length < 120 ? (Level.Section, null)
                : !clustersAreLabelled && Titles.IsClusterAlone(title, words) ? (Level.Cluster, null)
                : (Level.Heading, null);
        }

        Counting[] kinds = [.. label.Readings.Select(r => r.Kind)];
        if (section && !cluster)
            return (Level.Section, Expected(kinds, label, _lastSection, _sectionsCount));
        if (cluster)
            return (Level.Cluster, Expected(kinds, label, _lastCluster, _clustersCount));
        if (_clustersCount is { } c && label.As(c) == _lastCluster + 1 && (_lastCluster > 0 || c != _sectionsCount))
            return (Level.Cluster, c);
        if (_sectionsCount is { } s && label.As(s) == _lastSection + 1)
            return (Level.Section, s);
        return _sectionsCount switch
        {
            null when label.As(Counting.Roman) == 1 || label.As(Counting.Chinese) == 1 => (Level.Section, kinds.First(k => k is Counting.Roman or Counting.Chinese)),
            Counting.Roman or Counting.Chinese when label.As(Counting.Letter) == 1 => (Level.Cluster, Counting.Letter),
            _ => (Level.Heading, null),
        };
    }

    private static Counting Expected(Counting[] kinds, Label label, int last, Counting? kind) =>
        kind is { } known && label.As(known) == last + 1 ? known
        : kinds.FirstOrDefault(k => label.As(k) == last + 1, kind is { } k && kinds.Contains(k) ? k : kinds[0]);

    private enum Level
    {
        Heading,
        Cluster,
        Section,
    }
}
