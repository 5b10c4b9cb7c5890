using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>Gives each recommendation a text that resembles no other, so that compression has as little to find as in a real document.</summary>
internal static class OwnTexts
{
    private const int Syllables = 90;

    private static readonly Dictionary<string, string[]> _syllables = new()
    {
        ["en"] = "the of chil dren rights en sure pro tect law mea sures all forms dis crim in ation edu ca tion health ser vices pro vin ces poor est girls boys fam ily courts jus tice bud get".Split(' '),
        ["fr"] = "les des en fants droits as su rer pro té ger loi me sures tou tes for mes dis cri mi na tion é du ca tion san té ser vices pro vin ces pau vres fil les gar çons fa mille".Split(' '),
        ["km"] = "កុមារ សិទ្ធិ ធានា ការពារ ច្បាប់ វិធាន ការ ទាំងអស់ រើសអើង អប់រំ សុខភាព សេវា ខេត្ត ក្រីក្រ ក្មេងស្រី ក្មេងប្រុស គ្រួសារ តុលាការ យុត្តិធម៌ ថវិកា រដ្ឋ ភាគី គណៈកម្មាធិការ អនុវត្ត".Split(' '),
        ["ar"] = "ال أط فال حق وق ضم ان حم اية قان ون تد ابير جم يع أش كال تم ييز تع ليم صح ة خد مات مقا طعة أس رة فت يات محك مة عد الة مي زا نية".Split(' '),
    };

    public static PublishedPlan Of(PublishedPlan plan)
    {
        Dice dice = new();
        return plan with
        {
            Clusters =
            [
                .. plan.Clusters.Select(c => c with
                {
                    Recommendations = [.. c.Recommendations.Select(r => r with { Texts = _syllables.Keys.ToDictionary(l => l, l => new RecommendationText(Text(l, Syllables * 3, dice))) })],
                }),
            ],
        };
    }

    /// <summary>Such texts without end.</summary>
    /// <param name="letters">Each has a few more.</param>
    public static IEnumerable<string> In(string language, int letters)
    {
        Dice dice = new();
        while (true)
            yield return Text(language, letters, dice);
    }

    private static string Text(string language, int letters, Dice dice)
    {
        string[] syllables = _syllables[language];
        List<string> words = [];
        while (words.Sum(w => w.Length) < letters)
            words.Add(string.Concat(Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => syllables[dice.Next(syllables.Length)])));
        return string.Join(language == "km" ? "" : " ", words) + ".";
    }

    // The same on every machine.
    private sealed class Dice
    {
        private uint state = 7;

        public int Next(int below) => (int)((state = (state * 1_664_525) + 1_013_904_223) >> 16) % below;
    }
}
