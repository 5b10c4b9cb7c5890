using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed partial class WordingTests
{
    private static string Sources => Path.Combine(
        typeof(WordingTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "src",
        "FollowUp.Pages");

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public void Every_language_has_the_same_texts_with_the_same_placeholders(string language)
    {
        Dictionary<string, string> english = File("en");
        Dictionary<string, string> texts = File(language);

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
        Assert.All(texts, text => Assert.Equal(Placeholders(english[text.Key]), Placeholders(text.Value)));
        Assert.All(texts, text => Assert.Equal(english[text.Key].StartsWith('@'), text.Value.StartsWith('@')));
    }

    [Fact]
    public void Every_text_of_every_form_exists()
    {
        IReadOnlyDictionary<string, string> texts = File("en");

        Assert.All(RoundForms.All.SelectMany(Keys), key => Assert.Contains(key, texts));
        Assert.All(FormProblem.All, problem => Assert.Contains($"error.{problem}", texts));
        Assert.All(StakeholderCategories.All, category => Assert.Contains($"category.{category.Slug()}", texts));
        Assert.All(Enumerable.Range(Clusters.First, Clusters.Last), cluster => Assert.Contains($"cluster.{cluster}", texts));
        Assert.All(Enum.GetNames<ResponsibilityState>(), state => Assert.Contains($"responsibility.{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(state)}", texts));
    }

    [Fact]
    public void Every_text_that_the_code_names_exists()
    {
        string code = string.Concat(Directory.EnumerateFiles(Sources, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Select(System.IO.File.ReadAllText));
        string[] named = [.. NamedKey().Matches(code).Select(m => m.Groups[1].Value).Distinct()];

        Assert.True(named.Length > 80, "The pattern no longer finds the keys in the code.");
        Assert.All(named, key => Assert.Contains(key, File("en")));
    }

    [Fact]
    public void The_clusters_have_the_titles_of_the_reporting_guidelines() =>
        Assert.Equal(Clusters.Titles, Enumerable.Range(Clusters.First, Clusters.Last).Select(n => Wording.For("en")[$"cluster.{n}"]));

    [Theory]
    [InlineData("fr-CA", "fr")]
    [InlineData("km-KH", "km")]
    [InlineData("vi", "en")]
    public void A_language_without_texts_is_shown_in_the_nearest_that_has_them(string asked, string shown) =>
        Assert.Equal(shown, Wording.For(asked).Language);

    [Fact]
    public void Braces_in_what_people_type_are_no_placeholders() =>
        Assert.Equal("Dear {closes} {name},", Wording.For("en").Format("mail.greeting", ("name", "{closes} {name}")));

    [Fact]
    public void A_placeholder_that_nothing_was_given_for_is_a_mistake_in_the_code() =>
        Assert.Throws<InvalidOperationException>(() => Wording.For("en").Format("mail.greeting"));

    [Theory]
    [InlineData("en", "31 March 2031, 23:59 (Phnom Penh time, UTC+7)")]
    [InlineData("fr", "31 mars 2031 à 23:59 (heure de Phnom Penh, UTC+7)")]
    [InlineData("km", "ថ្ងៃទី31 ខែមីនា ឆ្នាំ2031 ម៉ោង 23:59 (ម៉ោងនៅ Phnom Penh, UTC+7)")]
    [InlineData("ar", "31 مارس 2031، الساعة 23:59 (توقيت Phnom Penh، UTC+7)")]
    public void An_instant_is_said_in_the_cycle_s_time_zone(string language, string said) =>
        Assert.Equal(said, Dates.Instant(Wording.For(language), FormPages.Closes, "Asia/Phnom_Penh"));

    [Theory]
    [InlineData("UTC", "1er janvier 2031 à 04:30 (UTC)")]
    [InlineData("Asia/Kolkata", "1er janvier 2031 à 10:00 (heure de Kolkata, UTC+5:30)")]
    [InlineData("America/New_York", "31 décembre 2030 à 23:30 (heure de New York, UTC-5)")]
    public void The_first_of_a_month_and_odd_offsets_are_said_right(string zone, string said) =>
        Assert.Equal(said, Dates.Instant(Wording.For("fr"), new(2031, 1, 1, 4, 30, 0, TimeSpan.Zero), zone));

    private static IEnumerable<string> Keys(Form form) =>
    [
        .. new[] { "title", "intro", "duration", "next" }.Select(k => $"form.{form.Id}.{k}"),
        .. form.Pages.Select(p => $"form.{form.Id}.page.{p.Id}"),
        .. form.Pages.SelectMany(p => p.Questions).SelectMany(q => (string[])
        [
            $"form.{form.Id}.{q.Id}.label",
            .. (q.Options ?? []).Select(o => $"form.{form.Id}.{q.Id}.{o}"),
        ]),
        $"mail.ask.{form.Id}",
        $"mail.invitation.subject.{form.Id}",
    ];

    private static Dictionary<string, string> File(string language) =>
        Directory.EnumerateFiles(Path.Combine(Sources, "Texts"), $"{language}.json", SearchOption.AllDirectories)
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, string>>(System.IO.File.ReadAllText(f))!)
            .ToDictionary();

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?i:text)(?:\[|\.Format\(\s*)""([a-z][a-z0-9.-]+)""")]
    private static partial Regex NamedKey();
}
