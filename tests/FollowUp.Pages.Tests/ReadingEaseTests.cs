using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Pages.Children;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class ReadingEaseTests
{
    /// <summary>Easy: what a child of ten or eleven reads.</summary>
    private const double Floor = 80;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task What_children_read_is_easy_to_read(string language)
    {
        Dictionary<ChildStep, string[]> pages = [];
        foreach (ChildStep step in Enum.GetValues<ChildStep>())
            pages[step] = await PassagesAsync(ChildPages.Of(step, language));
        string[] errors = [.. Wording.For(language).Keys.Where(k => k.StartsWith("child.error.", StringComparison.Ordinal)).Select(k => Wording.For(language)[k])];
        (string Name, double Ease)[] figures =
        [
            .. pages.Select(p => (p.Key.ToString(), ReadingEase.Of(language, p.Value))),
            ("Errors", ReadingEase.Of(language, errors)),
            ("All", ReadingEase.Of(language, pages.Values.SelectMany(p => p).Concat(errors).Distinct())),
        ];

        foreach ((string name, double ease) in figures)
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language} {name}: {ease:0.0}"));
        Assert.All(figures, f => Assert.True(f.Ease >= Floor, string.Create(CultureInfo.InvariantCulture, $"{language} {f.Name}: {f.Ease:0.0}")));
    }

    [Theory]
    [InlineData("en", "The cat sat on the mat.", 116)]
    [InlineData("en", "Implementation necessitates interinstitutional coordination.", -200)]
    [InlineData("fr", "Le chat dort sur le lit.", 127)]
    [InlineData("fr", "L’opérationnalisation nécessite une coordination interinstitutionnelle.", -100)]
    public void The_formulas_tell_easy_from_hard(string language, string text, double ease)
    {
        if (ease > 0)
            Assert.Equal(ease, ReadingEase.Of(language, [text]), 1.0);
        else
            Assert.InRange(ReadingEase.Of(language, [text]), -1_000, 0);
    }

    [Theory]
    [InlineData("en", "people", 2)]
    [InlineData("en", "asked", 1)]
    [InlineData("en", "wanted", 2)]
    [InlineData("en", "pages", 2)]
    [InlineData("en", "names", 1)]
    [InlineData("en", "the", 1)]
    [InlineData("fr", "adulte", 2)]
    [InlineData("fr", "numéro", 3)]
    [InlineData("fr", "réponses", 2)]
    [InlineData("fr", "que", 1)]
    public void Syllables_are_counted_as_they_are_said(string language, string word, int syllables) =>
        Assert.Equal(syllables, ReadingEase.Syllables(language, word));

    private static async Task<string[]> PassagesAsync(ChildPageModel model)
    {
        using IHtmlDocument page = await Html.Open(model);
        return
        [
            .. page.QuerySelectorAll("main *:not(.typed, bdi)")
                .Select(e => string.Concat(e.ChildNodes.OfType<IText>().Select(t => t.Data)).Trim())
                .Where(text => text.Length > 0),
        ];
    }
}
