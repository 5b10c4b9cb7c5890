using System.Text.Json.Nodes;

namespace FollowUpFunctions.Tests.Intake;

public sealed class TranslatorIntakeTests
{
    private const string Translator = """[{"name": "Dara Keo", "email": "dara@example.org", "language": "en", "into": "km"}]""";
    private const string Window = """{"opens": "2030-01-14", "closes": "2030-02-10"}""";

    [Fact]
    public async Task Translators_come_with_a_round_in_the_calendar()
    {
        Assert.Empty(await Body.Problems(body => Translate(body, Translator, Window)));
        Assert.Contains(await Body.Problems(body => Translate(body, Translator, null)), p => p.StartsWith("/calendar/rounds/translation: There are translators", StringComparison.Ordinal));
        Assert.Contains(await Body.Problems(body => Translate(body, null, Window)), p => p.StartsWith("/calendar/rounds/translation: There is a translation round", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/translators/0/into", "\"en\"", "is the language of the document")]
    [InlineData("/translators/0/into", "\"Khmer!\"", "is not a language tag")]
    [InlineData("/translators/0/into", null, "Name the language that they translate into")]
    [InlineData("/translators/0/language", "\"xx\"", "is not a language of this cycle")]
    [InlineData("/translators/0/email", "\"dara\"", "is not an e-mail address")]
    [InlineData("/translators/0/name", null, "Give the translator's name")]
    public async Task What_is_wrong_with_a_translator_is_told_where_it_stands(string pointer, string? value, string message)
    {
        IReadOnlyList<string> problems = await Body.Problems(body =>
        {
            Translate(body, Translator, Window);
            Body.Set(body, pointer, value);
        });

        string problem = Assert.Single(problems);
        Assert.StartsWith(pointer, problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    private static void Translate(JsonNode body, string? translators, string? window)
    {
        Body.Set(body, "/translators", translators);
        Body.Set(body, "/calendar/rounds/translation", window);
    }
}
