using FollowUp.Pages;
using Microsoft.Playwright;

namespace FollowUpFunctions.Tests.Browser;

/// <summary>How somebody comes to a page: in which language, with scripts or without, on how wide a screen.</summary>
public sealed record Way(string Language, bool Scripts, int Width)
{
    public const int Phone = 320;
    public const int Desk = 1280;

    public static TheoryData<string, bool, int> All
    {
        get
        {
            TheoryData<string, bool, int> all = [];
            foreach (Way way in Every)
                all.Add(way.Language, way.Scripts, way.Width);
            return all;
        }
    }

    public static IReadOnlyList<Way> Every { get; } =
        [.. Wording.Languages.SelectMany(l => new[] { true, false }.SelectMany(s => new[] { Phone, Desk }.Select(w => new Way(l, s, w))))];

    public int Number => Every.ToList().IndexOf(this);

    public override string ToString() => $"{Language}-{(Scripts ? "scripts" : "none")}-{Width}";

    /// <summary>On a wide screen with scripts, one language is looked at in dark colours and one with more contrast: colours don't depend on the language.</summary>
    public bool IsDark => Scripts && Width == Desk && Language == "en";

    public bool HasMoreContrast => Scripts && Width == Desk && Language == "fr";

    public Task<Tab> OpenAsync(Chromium chromium) => chromium.OpenAsync(
        Width, scripts: Scripts, colours: IsDark ? ColorScheme.Dark : ColorScheme.Light, contrast: HasMoreContrast ? Contrast.More : Contrast.NoPreference);

    /// <summary>
    /// Language, direction, title and width are right; axe looks once in each language, on the phone, since neither scripts nor room change what it finds,
    /// and once in each set of colours.
    /// </summary>
    /// <param name="wrong">Whether the page has errors, which its title then says.</param>
    public async Task MustBeRightAsync(Tab tab, string state, bool wrong = false)
    {
        string[] said = await tab.Page.EvaluateAsync<string[]>("[document.documentElement.lang, document.documentElement.dir, document.title]");
        Assert.Equal((Language, Wording.DirectionOf(Language)), (said[0], said[1]));
        Assert.True(said[2].Length > 5, $"{state} ({this}) has the title “{said[2]}”.");
        string begins = Wording.For(Language)["site.title.error"].Split('{')[0];
        Assert.True(wrong == said[2].StartsWith(begins, StringComparison.Ordinal), $"{state} ({this}) has the title “{said[2]}”.");
        if (Scripts && (Width == Phone || IsDark || HasMoreContrast))
            await tab.MustBeUsableAsync($"{state} ({this})");
        else
            await tab.MustFitAsync($"{state} ({this})");
    }

    /// <summary>Nothing was asked of anybody but these, and no cookie was set.</summary>
    public static async Task MustHaveStayedHomeAsync(Tab tab, params Uri[] homes)
    {
        Assert.All(tab.Asked.Where(a => !a.StartsWith("data:", StringComparison.Ordinal)), asked => Assert.Contains(homes, h => h.Authority == new Uri(asked).Authority));
        Assert.Empty(await tab.Page.Context.CookiesAsync());
    }
}
