using FollowUp.Domain.Recommendations;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>Recommendations written for the tests, in English and, where asked for, in Khmer.</summary>
internal static class SomeRecommendations
{
    private const string Symbol = "CRC/C/KHM/CO/2-3";

    private static readonly string[] Headings =
        ["Legislation", "Independent monitoring", "Birth registration", "Corporal punishment", "Children with disabilities", "Child labour"];

    private static readonly string[] English =
    [
        "adopt without delay the law that has long been in preparation",
        "give the council enough people, money and power to coordinate the work of all ministries",
        "make sure that every birth is registered free of charge, in remote provinces too",
        "ban corporal punishment in all settings and teach parents and teachers other ways",
        "open ordinary schools to children with disabilities and train their teachers",
        "inspect workplaces more often, above all where children work at night or with chemicals",
        "collect figures by age, sex, region and origin and publish them every year",
        "ask children themselves, and show them what became of what they said",
    ];

    private static readonly string[] Khmer =
    [
        "អនុម័តច្បាប់ដែលបានរៀបចំជាយូរមកហើយដោយមិនបង្អង់យូរ",
        "ផ្តល់មនុស្ស ថវិកា និងអំណាចគ្រប់គ្រាន់ដល់ក្រុមប្រឹក្សា",
        "ធានាថាកំណើតទាំងអស់ត្រូវបានចុះបញ្ជីដោយឥតគិតថ្លៃ",
        "ហាមឃាត់ការដាក់ទណ្ឌកម្មលើរាងកាយគ្រប់ទីកន្លែង",
        "បើកសាលារៀនសម្រាប់កុមារមានពិការភាព និងបណ្តុះបណ្តាលគ្រូ",
        "ត្រួតពិនិត្យកន្លែងធ្វើការឱ្យបានញឹកញាប់ជាងមុន",
        "ប្រមូលទិន្នន័យតាមអាយុ ភេទ តំបន់ និងផ្សព្វផ្សាយរៀងរាល់ឆ្នាំ",
        "សួរកុមារដោយផ្ទាល់ និងប្រាប់ពួកគេពីលទ្ធផល",
    ];

    public static Recommendation One => Many(1)[0];

    public static IReadOnlyList<Recommendation> Many(int count) => [.. Enumerable.Range(0, count).Select(n => Number(n))];

    private static Recommendation Number(int n)
    {
        int paragraph = 9 + 2 * (n / 3);
        string letter = $"{(char)('a' + n % 3)}";
        return new(
            Recommendation.KeyOf(paragraph, letter),
            Symbol,
            paragraph,
            letter,
            1 + n * 9 / 100 % 9,
            "A. General measures of implementation (arts. 4, 42, 44 para. 6)",
            Headings[n / 3 % Headings.Length],
            new Dictionary<string, RecommendationText>
            {
                ["en"] = new(Sentence("The State should ", English, "; ", n), TextStatus.Official),
                ["km"] = new(Sentence("រដ្ឋគួរ", Khmer, " ", n)),
            },
            Urgent: n % 10 == 0,
            Uncertain: n % 12 == 5 ? "the letter is inferred from the order" : null);
    }

    private static string Sentence(string opening, string[] parts, string join, int n) =>
        opening + string.Join(join, Enumerable.Range(0, 4).Select(i => parts[(n * 5 + i * (1 + n % 3)) % parts.Length])) + ".";
}
