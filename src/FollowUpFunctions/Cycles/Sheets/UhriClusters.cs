using F23.StringSimilarity;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;

namespace FollowUpFunctions.Cycles.Sheets;

/// <summary>
/// The cluster that a heading belongs to. The index keeps none, so only a heading that is a cluster's title, or is named for one cluster alone in
/// CRC/C/58/Rev.3, tells it surely.
/// </summary>
internal static class UhriClusters
{
    private static readonly Cosine _likeness = new(2);

    private static readonly Dictionary<int, string[]> _headings = new()
    {
        [1] = ["Legislation", "Comprehensive policy and strategy", "Coordination", "Allocation of resources", "Data collection", "Independent monitoring", "Dissemination, awareness-raising and training", "Cooperation with civil society", "Children's rights and the business sector", "International cooperation"],
        [2] = ["Definition of the child"],
        [3] = ["Non-discrimination", "Best interests of the child", "Right to life, survival and development", "Respect for the views of the child"],
        [4] = ["Birth registration", "Name and nationality", "Nationality", "Right to identity", "Freedom of expression", "Freedom of thought, conscience and religion", "Freedom of association and peaceful assembly", "Right to privacy", "Access to appropriate information"],
        [5] = ["Corporal punishment", "Abuse and neglect", "Violence against children", "Sexual exploitation and abuse", "Harmful practices", "Helplines", "Gender-based violence"],
        [6] = ["Family environment", "Children deprived of a family environment", "Adoption", "Alternative care", "Children in prison with their mothers", "Illicit transfer and non-return"],
        [7] = ["Children with disabilities", "Health and health services", "Mental health", "Adolescent health", "HIV/AIDS", "Breastfeeding", "Nutrition", "Standard of living", "Impact of climate change on the rights of the child", "Environmental health", "Drug and substance abuse"],
        [8] = ["Education, including vocational training and guidance", "Education", "Early childhood development", "Aims of education", "Human rights education", "Rest, leisure, recreation and cultural and artistic activities"],
        [9] = ["Asylum-seeking and refugee children", "Children in situations of migration", "Children belonging to a minority or an indigenous group", "Indigenous children", "Economic exploitation, including child labour", "Child labour", "Children in street situations", "Sale, trafficking and abduction", "Trafficking", "Administration of child justice", "Administration of juvenile justice", "Child victims and witnesses of crimes", "Children in armed conflict"],
        [10] = ["Optional Protocol on the sale of children, child prostitution and child pornography"],
        [11] = ["Optional Protocol on the involvement of children in armed conflict"],
    };

    private static readonly Dictionary<string, int> _known = _headings
        .SelectMany(c => c.Value.Append(Clusters.Titles[c.Key - 1]).Select(h => (Key: SameWords.Key(h), c.Key)))
        .GroupBy(h => h.Item1).ToDictionary(g => g.Key, g => g.First().Item2);

    /// <returns>The cluster, and whether it is sure.</returns>
    public static (int Cluster, bool Sure) Of(string heading)
    {
        string words = SameWords.Key(heading.Replace('’', '\''));
        if (_known.TryGetValue(words, out int cluster))
            return (cluster, true);
        return words.Length == 0 ? (Clusters.First, false) : (_known.MaxBy(k => _likeness.Similarity(words, k.Key)).Value, false);
    }

    /// <summary>A cluster's title before the heading itself, as where the first paragraph of a cluster is quoted with both.</summary>
    public static (int? Cluster, string Heading) WithoutTitle(string heading)
    {
        string bare = heading.Length > 3 && char.IsAsciiLetterUpper(heading[0]) && heading[1] == '.' ? heading[2..].TrimStart() : heading;
        for (int n = 0; n < Clusters.Titles.Count; n++)
        {
            if (bare.Length > Clusters.Titles[n].Length && bare.StartsWith(Clusters.Titles[n] + " ", StringComparison.OrdinalIgnoreCase))
                return (n + 1, bare[Clusters.Titles[n].Length..].Trim());
        }

        return (null, bare);
    }
}
