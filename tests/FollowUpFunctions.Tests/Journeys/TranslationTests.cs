using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Domain.Recommendations;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class TranslationTests(AzuriteFixture azurite)
{
    private const string Khmer = "គណៈកម្មាធិការផ្តល់អនុសាសន៍ឲ្យរដ្ឋភាគីធ្វើកិច្ចការទី១។";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_translator_sees_the_document_beside_the_translation_and_goes_on_where_they_stopped()
    {
        await using Story story = await TranslatedStoryAsync();
        Person dara = Translator(story, "Dara");

        WebPage first = await dara.OpenAsync();
        Assert.Contains("take up matter 1.", first.Document.QuerySelector(".beside blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("en", first.Document.QuerySelector("blockquote")!.GetAttribute("lang"));
        Assert.Equal(("km", "ltr"), (first.Document.QuerySelector("textarea")!.GetAttribute("lang"), first.Document.QuerySelector("textarea")!.GetAttribute("dir")));
        WebPage second = await dara.ContinueAsync(first, ("text", Khmer), ("status", "checked"));
        WebPage saved = await dara.PressAsync(second, FormInput.Later, ("text", "កិច្ចការទី២"));

        WebPage again = await dara.OpenAsync("/text/11");
        Assert.Equal((Khmer, "checked"), (again.Fields["text"].Single(), again.Fields["status"].Single()));
        Assert.Empty(saved.Errors);
        TranslatedLanguage khmer = await OverviewAsync(story, "km");
        Assert.Equal((1, 1, 0), (khmer.Informal, khmer.Checked, khmer.Official));
        Assert.Equal(["13", "14-a", "15", "16-a"], khmer.Missing);
    }

    [Fact]
    public async Task The_workshop_goes_ahead_with_the_texts_that_are_there_and_the_others_are_shown_in_the_source_language_marked()
    {
        await using Story story = await TranslatedStoryAsync();
        await Translator(story, "Dara").ContinueAsync(await Translator(story, "Dara").OpenAsync(), ("text", Khmer), ("status", "informal"));

        await story.GoToDayAsync(Schedule.Consultation.Opens);

        RoundReport round = await story.Coordinator.RoundAsync("translation");
        Assert.Equal(("closed", 1, 0), (round.State, round.Invited, round.Answered));
        Person nadia = story.Person(Party.Ngo);
        WebPage choose = await nadia.OpenAsync();
        Assert.Contains(Khmer, choose.Text, StringComparison.Ordinal);
        WebPage translated = await nadia.ContinueAsync(choose, ("recommendations", "11"), ("recommendations", "13"));
        WebPage untranslated = await nadia.OpenAsync("/proposal/13");
        Assert.Equal(("km", Khmer), (translated.Document.QuerySelector("blockquote")!.GetAttribute("lang"), translated.Document.QuerySelector("blockquote")!.TextContent));
        Assert.Contains(FollowUp.Pages.Wording.For("km")["recommendation.informal"], translated.Text, StringComparison.Ordinal);
        Assert.Equal("en", untranslated.Document.QuerySelector("blockquote")!.GetAttribute("lang"));
        Assert.Contains(FollowUp.Pages.Wording.For("km")["recommendation.untranslated"], untranslated.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_comes_late_is_still_used_and_one_that_is_too_long_is_not()
    {
        await using Story story = await TranslatedStoryAsync();
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        Person dara = Translator(story, "Dara");

        WebPage late = await dara.OpenAsync("/text/11");
        await dara.ContinueAsync(late, ("text", Khmer), ("status", "checked"));
        WebPage tooLong = await dara.ContinueAsync(await dara.OpenAsync("/text/12-a"), ("text", new string('ក', 10_001)), ("status", "checked"));

        Assert.Single(tooLong.Errors);
        TranslatedLanguage khmer = await OverviewAsync(story, "km");
        Assert.Equal((0, 1), (khmer.Informal, khmer.Checked));
    }

    [Fact]
    public async Task An_emptied_text_is_taken_away_and_an_official_one_is_not_touched()
    {
        await using Story story = await TranslatedStoryAsync();
        Person dara = Translator(story, "Dara");
        await dara.ContinueAsync(await dara.OpenAsync("/text/11"), ("text", Khmer), ("status", "checked"));
        await dara.ContinueAsync(await dara.OpenAsync("/text/11"), ("text", ""));
        await story.App.Cycles.ChangeRecommendationAsync(story.Cycle, "12-a", r => r.OfficiallyTranslated("km", "ផ្លូវការ"), Cancellation);

        WebPage official = await dara.OpenAsync("/text/12-a");
        Assert.Equal("ផ្លូវការ", official.Fields["text"].Single());
        await dara.ContinueAsync(official, ("text", "ផ្សេង"), ("status", "informal"));

        TranslatedLanguage khmer = await OverviewAsync(story, "km");
        Assert.Equal((0, 0, 1), (khmer.Informal, khmer.Checked, khmer.Official));
        Assert.Contains("11", khmer.Missing);
    }

    [Fact]
    public async Task A_translators_mail_says_what_they_are_asked_as()
    {
        await using Story story = await TranslatedStoryAsync();

        Letter letter = await Translator(story, "Dara").NewestMailAsync();

        Assert.Contains("as a translator of", letter.Text, StringComparison.Ordinal);
        Assert.Contains((await story.Coordinator.ReportAsync()).Waiting, w => w is { What: "translation", For: "translator", Count: 1 });
    }

    [Fact]
    public async Task Without_translators_there_is_no_translation_round()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.WorkshopInvitation.Opens);

        Assert.DoesNotContain((await story.Coordinator.ReportAsync()).Rounds, r => r.Id == "translation");
        Assert.DoesNotContain(await story.Coordinator.JournalAsync(), e => e.Subject == "translation");
    }

    [Fact]
    public async Task The_official_translation_of_the_document_is_taken_by_paragraph_and_letter()
    {
        const string Official = """
            11. Le Comité recommande à l'État partie d'examiner la question 1.
            12. Le Comité recommande à l'État partie :
            a) D'examiner la question 2 ;
            b) D'examiner autre chose.
            13. Le Comité note la question 3.
            """;
        await using Story story = await TranslatedStoryAsync();

        JsonNode rehearsed = await UploadAsync(story, "fr", Official, "?dryRun=true", 200);
        Assert.DoesNotContain((await OverviewsAsync(story)), l => l.Language == "fr");
        JsonNode taken = await UploadAsync(story, "fr", Official, "", 200);

        Assert.Equal((3, 3), ((int)rehearsed["taken"]!, (int)taken["taken"]!));
        Assert.Equal(["14-a", "15", "16-a"], taken["missing"]!.AsArray().Select(k => (string)k!));
        Assert.Equal(["12-b"], taken["notInRegister"]!.AsArray().Select(k => (string)k!));
        CycleFacts facts = await story.App.Cycles.CurrentFactsAsync(story.Cycle, Cancellation);
        Assert.Equal(new("Le Comité recommande à l'État partie : D'examiner la question 2.", TextStatus.Official), facts.Recommendation("12-a")!.Texts["fr"]);
        Assert.Contains(await story.Coordinator.JournalAsync(), e => e is { Event: JournalEvents.TranslationUploaded, Subject: "fr" });
    }

    [Theory]
    [InlineData("en", "11. The Committee recommends it.", "another language")]
    [InlineData("Khmer!", "11. The Committee recommends it.", "another language")]
    [InlineData("km", "Not a document", "No numbered paragraph")]
    [InlineData("km", "1. គណៈកម្មាធិការបានពិនិត្យរបាយការណ៍។", "recommendations was found in this document")]
    public async Task What_is_no_official_translation_is_refused_and_changes_nothing(string language, string document, string message)
    {
        await using Story story = await TranslatedStoryAsync();
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        JsonNode problem = await UploadAsync(story, language, document, "", 400);

        Assert.Contains(message, problem.ToJsonString(JsonSerializerOptions.Web), StringComparison.Ordinal);
        Assert.Equal(before, await story.EverythingStoredAsync());
    }

    private static async Task<JsonNode> UploadAsync(Story story, string language, string document, string query, int status)
    {
        using MultipartFormDataContent form = new() { { new StringContent(document), "document", "official.txt" } };
        using HttpResponseMessage response = await story.App.Coordinator.PostAsync(
            $"cycles/{story.Cycle}/translations/{Uri.EscapeDataString(language)}{query}", form, Cancellation);
        Assert.Equal(status, (int)response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
    }

    private static async Task<IReadOnlyList<TranslatedLanguage>> OverviewsAsync(Story story) =>
        (await story.App.Coordinator.GetFromJsonAsync<List<TranslatedLanguage>>($"cycles/{story.Cycle}/translations", RowDocument.Json, Cancellation))!;

    private static Person Translator(Story story, string name) => story.Person(CycleBuilder.EmailOf(name));

    private static async Task<TranslatedLanguage> OverviewAsync(Story story, string language) =>
        (await OverviewsAsync(story)).Single(l => l.Language == language);

    private Task<Story> TranslatedStoryAsync() =>
        Story.OnDayAsync(azurite, Schedule.Translation.Opens, new CycleBuilder { Translators = [("Dara", "km")] });
}
