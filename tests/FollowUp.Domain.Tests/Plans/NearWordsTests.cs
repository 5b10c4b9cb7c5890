using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;

namespace FollowUp.Domain.Tests.Plans;

/// <summary>Pairs as people write them, labelled by hand: what must come together, and what looks alike and says something else.</summary>
public sealed class NearWordsTests
{
    [Theory]
    [InlineData("Train teachers in every district", "Train the teachers in every district.")]
    [InlineData("Train teachers in every district", "Train teacher in every district")]
    [InlineData("Organise hearings with the National Assembly", "Organize hearings with the National Assembly")]
    [InlineData("Adopt the child protection law", "Adopt a child protection law")]
    [InlineData("Open 12 shelters for girls", "Open 12 shelters for girls!!")]
    [InlineData("Strengthen the birth registration programme", "Strengthen birth registration program")]
    [InlineData("Establish an independent monitoring mechanism", "Establish an independant monitoring mechanism")]
    [InlineData("Former les enseignants dans chaque district", "Former des enseignants dans chaque district")]
    [InlineData("Créer un mécanisme indépendant de suivi", "Creer un mecanisme independant de suivi")]
    [InlineData("Former les juges à l'écoute des enfants", "Former les juges à l’écoute des enfants")]
    [InlineData("បណ្តុះបណ្តាលគ្រូនៅគ្រប់ស្រុក", "បណ្ដុះបណ្ដាលគ្រូនៅគ្រប់ស្រុក")]
    [InlineData("ផ្តល់ថវិកាឱ្យសាលារៀននៅជនបទ", "ផ្តល់ថវិកាឲ្យសាលារៀននៅជនបទ")]
    [InlineData("បង្កើតមជ្ឈមណ្ឌល ១២ សម្រាប់កុមារ", "បង្កើតមជ្ឈមណ្ឌល 12 សម្រាប់កុមារ")]
    [InlineData("تدريب المعلمين في كل محافظة", "تدريب المعلمين على كل محافظة")]
    public void Nearly_the_same_words_come_together(string a, string b) => Assert.True(Near(a, b));

    [Theory]
    [InlineData("Do not separate children from their parents in detention", "Do separate children from their parents in detention")]
    [InlineData("Children in detention must be held with adults they know", "Children in detention must be held without adults they know")]
    [InlineData("Train 100 teachers in every district of the country", "Train 200 teachers in every district of the country")]
    [InlineData("Open shelters for boys in every province of the country", "Open shelters for girls in every province of the country")]
    [InlineData("Increase the budget for primary education in rural areas", "Decrease the budget for primary education in rural areas")]
    [InlineData("Increase the budget for primary education in rural areas", "Increase the budget for secondary education in rural areas")]
    [InlineData("Raise the age of marriage before the next State report", "Raise the age of marriage after the next State report")]
    [InlineData("Hold officials responsible for violence in all care homes", "Hold officials irresponsible for violence in all care homes")]
    [InlineData("Adopt the law on child protection", "Adapt the law on child protection")]
    [InlineData("Prevent violence against children in schools", "Present violence against children in schools")]
    [InlineData("Train girls and boys as peer educators", "Train girls or boys as peer educators")]
    [InlineData("Train teachers", "Train judges")]
    [InlineData("Ne pas placer les enfants en détention avec des adultes", "Placer les enfants en détention avec des adultes")]
    [InlineData("Augmenter le budget des écoles publiques rurales", "Augmenter le budget des écoles privées rurales")]
    [InlineData("Ouvrir 3 centres d'accueil pour les enfants des rues", "Ouvrir 30 centres d'accueil pour les enfants des rues")]
    [InlineData("មិនត្រូវដាក់កុមារនៅក្នុងពន្ធនាគារជាមួយមនុស្សពេញវ័យ", "ត្រូវដាក់កុមារនៅក្នុងពន្ធនាគារជាមួយមនុស្សពេញវ័យ")]
    [InlineData("បង្កើតមជ្ឈមណ្ឌល ១២ សម្រាប់កុមារនៅជនបទ", "បង្កើតមជ្ឈមណ្ឌល ១៣ សម្រាប់កុមារនៅជនបទ")]
    [InlineData("បើកជម្រកសម្រាប់ក្មេងប្រុសនៅគ្រប់ខេត្ត", "បើកជម្រកសម្រាប់ក្មេងស្រីនៅគ្រប់ខេត្ត")]
    [InlineData("ផ្តល់សេវាឥតគិតថ្លៃដល់កុមារនៅជនបទ", "ផ្តល់សេវាគិតថ្លៃដល់កុមារនៅជនបទ")]
    [InlineData("تدريب المعلمين على حماية الأطفال", "عدم تدريب المعلمين على حماية الأطفال")]
    public void What_only_looks_alike_stays_apart(string a, string b) => Assert.False(Near(a, b));

    [Fact]
    public void Two_texts_that_are_both_near_a_third_are_not_near_for_that()
    {
        // Each differs from the next by one letter in another place; the ends are two letters apart in one word.
        string[] chain = ["Strengthen coordination", "Strengthen coordinatiom", "Strengthen coordinatiiom"];
        Dictionary<string, string> homes = NearWords.Group(chain.Select(SameWords.Key).Select((k, n) => (k, n)).ToDictionary(x => x.k, x => x.n == 0 ? 5 : 1), out _);

        Assert.Equal(homes[SameWords.Key(chain[0])], homes[SameWords.Key(chain[1])]);
        Assert.NotEqual(homes[SameWords.Key(chain[0])], homes[SameWords.Key(chain[2])]);
    }

    [Fact]
    public void Every_text_of_a_group_is_near_the_one_that_stands_for_it_and_order_changes_nothing()
    {
        string[] words = ["train", "teachers", "teacher", "the", "judges", "in", "every", "district", "districts", "12", "13", "not", "coordination", "coordinatoin"];
        Random random = new(7);
        KeyValuePair<string, int>[] texts =
        [
            .. Enumerable.Range(0, 600)
                .Select(_ => SameWords.Key(string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => words[random.Next(words.Length)]))))
                .Distinct()
                .Select(k => KeyValuePair.Create(k, 1 + k.Length % 3)),
        ];
        Dictionary<string, string> homes = NearWords.Group(texts.ToDictionary(), out int notCompared);

        Assert.Equal(0, notCompared);
        Assert.All(homes, h => Assert.True(h.Key == h.Value || NearWords.Same(h.Key, h.Value), $"{h.Key} / {h.Value}"));
        Assert.All(homes.Values, home => Assert.Equal(home, homes[home]));
        Assert.True(homes.Values.Distinct().Count() < homes.Count);
        random.Shuffle(texts);
        Dictionary<string, string> again = NearWords.Group(texts.ToDictionary(), out _);
        Assert.All(homes, h => Assert.Equal(h.Value, again[h.Key]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a")]
    [InlineData("\u17D2")]
    public void Nothing_is_too_short(string text) => Assert.True(Near(text, text));

    private static bool Near(string a, string b)
    {
        Dictionary<string, int> texts = new() { [SameWords.Key(a)] = 2 };
        texts.TryAdd(SameWords.Key(b), 1);
        bool grouped = NearWords.Group(texts, out _).Values.Distinct().Count() == 1;
        Assert.Equal(NearWords.Same(a, b), grouped);
        Assert.Equal(NearWords.Same(a, b), NearWords.Same(b, a));
        return grouped;
    }
}
