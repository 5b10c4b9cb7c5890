using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;

namespace FollowUpFunctions.Tests.Api;

[Collection(nameof(RunningApp))]
public sealed class PostingTests(RunningApp app)
{
    private const string Contacts = """
        Organisation;Category;Contact;Email;Language;Clusters
        Ministry of Children;ministry;Minna Istry;minna@example.org;en;
        Children First;national-ngo;Nadia Goodwin;nadia@example.org;km;"- 1
        - 3"
        """;

    private const string Recommendations = "paragraph,letter,cluster,heading,text:en,starred\n11,,1,Legislation,The Committee recommends a law.,yes\n12,a,3,Being heard,The Committee recommends that children be heard.,\n";

    private const string Document = """
        CRC/C/TST/CO/4
        A. General measures of implementation
        11. The Committee recommends that the State party adopt a law.
        12. The Committee recommends that the State party:
        (a) Hear children;
        (b) Train judges.
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_begins_with_settings_and_two_sheets()
    {
        JsonObject settings = Settings();

        (int status, JsonNode answer) = await PostAsync(settings, ("recommendations", Recommendations), ("stakeholders", Contacts));

        Assert.True(status == 202, answer.ToJsonString());
        CycleFacts facts = (await app.Story.App.Cycles.FactsAsync((string)settings["id"]!, Cancellation))!;
        Assert.Equal(["11", "12-a"], facts.Recommendations.Select(r => r.Key));
        Assert.Equal((true, false), (facts.Recommendations[0].Starred, facts.Recommendations[1].Starred));
        Assert.Equal([1, 3], facts.Stakeholders.Single(s => s.Email == "nadia@example.org").Clusters);
    }

    [Fact]
    public async Task A_cycle_begins_with_the_document_and_the_list_of_contacts_alone()
    {
        JsonObject settings = Settings();

        (int status, JsonNode answer) = await PostAsync(settings, ("document", Document), ("stakeholders", Contacts));

        Assert.True(status == 202, answer.ToJsonString());
        CycleFacts facts = (await app.Story.App.Cycles.FactsAsync((string)settings["id"]!, Cancellation))!;
        Assert.Equal(["11", "12-a", "12-b"], facts.Recommendations.Select(r => r.Key));
        Assert.Equal("CRC/C/TST/CO/4 ¶12(a)", facts.Recommendation("12-a")!.Citation);
    }

    [Fact]
    public async Task What_is_wrong_in_a_file_is_told_by_its_part_row_and_column_beside_what_is_wrong_in_the_settings()
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();
        JsonObject settings = Settings();
        settings["timeZone"] = "Mars/Olympus";

        (int status, JsonNode problem) = await PostAsync(
            settings,
            ("recommendations", Recommendations.Replace("12,a,3", "12,a,33", StringComparison.Ordinal)),
            ("stakeholders", Contacts.Replace("minna@example.org", "minna", StringComparison.Ordinal)));

        Assert.Equal(400, status);
        Assert.Equal(["/recommendations/rows/3/cluster", "/stakeholders/rows/2/email", "/timeZone"], Pointers(problem).Order(StringComparer.Ordinal));
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [InlineData("recommendations", "", "/recommendations")]
    [InlineData("recommendations", "number,words\n1,one\n", "/recommendations/header/number")]
    [InlineData("stakeholders", "Organisation,Category\nA,ministry\n", "/stakeholders/header/email")]
    [InlineData("document", "no paragraphs here", "/document")]
    public async Task A_file_that_can_not_be_read_is_a_problem_of_its_part(string part, string content, string pointer)
    {
        (int status, JsonNode problem) = await PostAsync(
            Settings(),
            [("stakeholders", part == "stakeholders" ? content : Contacts), .. part == "stakeholders" ? [("recommendations", Recommendations)] : new[] { (part, content) }]);

        Assert.Equal(400, status);
        Assert.Contains(pointer, Pointers(problem));
    }

    [Fact]
    public async Task Lists_that_stand_twice_are_refused()
    {
        (int status, JsonNode problem) = await PostAsync(
            app.NewCycle(), ("recommendations", Recommendations), ("stakeholders", Contacts), ("document", Document));

        Assert.Equal(400, status);
        Assert.Superset(new HashSet<string> { "/recommendations", "/stakeholders", "/document" }, Pointers(problem).ToHashSet());
    }

    [Fact]
    public async Task A_form_without_settings_or_with_a_part_that_nobody_knows_is_refused()
    {
        (int missing, JsonNode settings) = await PostAsync(null, ("stakeholders", Contacts));
        (int unknown, JsonNode part) = await PostAsync(Settings(), ("guests", Contacts));

        Assert.Equal((400, "/cycle"), (missing, Pointers(settings).Single()));
        Assert.Equal((400, "/guests"), (unknown, Pointers(part).Single()));
    }

    [Theory]
    [InlineData("stakeholders", 10_000_001)]
    [InlineData("document", 20_000_001)]
    public async Task A_part_that_is_too_large_is_refused(string part, int bytes)
    {
        using MultipartFormDataContent form = new() { { new StringContent(Settings().ToJsonString()), "cycle" }, { new ByteArrayContent(new byte[bytes]), part, "file" } };

        using HttpResponseMessage response = await app.Coordinator.PostAsync("cycles", form, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(part, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_files_under_one_key_begin_one_cycle_though_every_form_has_another_boundary()
    {
        JsonObject settings = Settings();
        (string, string)[] files = [("recommendations", Recommendations), ("stakeholders", Contacts)];

        (int first, JsonNode begun) = await PostAsync(settings, "forms", files);
        (int again, JsonNode same) = await PostAsync(settings, "forms", files);
        (int other, _) = await PostAsync(settings, "forms", [files[0], ("stakeholders", Contacts + "\n")]);

        Assert.Equal((202, 202, 422), (first, again, other));
        Assert.Equal(begun.ToJsonString(), same.ToJsonString());
    }

    [Fact]
    public async Task A_document_becomes_a_register_or_a_sheet_and_nothing_is_stored()
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();
        using StringContent body = new(Document);
        using MultipartFormDataContent form = new() { { new StringContent(Document), "document", "observations.txt" } };

        using HttpResponseMessage json = await app.Coordinator.PostAsync("documents", body, Cancellation);
        using HttpResponseMessage csv = await app.Coordinator.PostAsync("documents?format=csv&symbol=CRC/C/X/CO/1", form, Cancellation);

        JsonNode register = JsonNode.Parse(await json.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal(("CRC/C/TST/CO/4", "en", 3), ((string)register["symbol"]!, (string)register["language"]!, (int)register["counts"]!["recommendations"]!));
        Assert.Equal("a", (string)register["recommendations"]![1]!["letter"]!);
        string sheet = await csv.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("text:en", sheet.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal(3, sheet.Split("CRC/C/X/CO/1").Length - 1);
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [InlineData("?language=Klingon!", Document, "/language")]
    [InlineData("?format=pdf", Document, "/format")]
    [InlineData("", "", "")]
    public async Task A_document_that_can_not_be_read_says_why(string query, string document, string pointer)
    {
        using StringContent body = new(document);

        using HttpResponseMessage response = await app.Coordinator.PostAsync($"documents{query}", body, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(pointer, Pointers(JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!).Single());
    }

    private JsonObject Settings()
    {
        JsonObject settings = app.NewCycle();
        settings.Remove("recommendations");
        settings.Remove("stakeholders");
        return settings;
    }

    private Task<(int Status, JsonNode Answer)> PostAsync(JsonObject? settings, params (string Part, string Content)[] files) => PostAsync(settings, null, files);

    private async Task<(int Status, JsonNode Answer)> PostAsync(JsonObject? settings, string? key, (string Part, string Content)[] files)
    {
        using MultipartFormDataContent form = [];
        if (settings is not null)
            form.Add(new StringContent(settings.ToJsonString()), "cycle");
        foreach ((string part, string content) in files)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), part, part);
        using HttpRequestMessage request = new(HttpMethod.Post, "cycles") { Content = form };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage response = await app.Coordinator.SendAsync(request, Cancellation);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!);
    }

    private static IEnumerable<string> Pointers(JsonNode problem) => problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!);
}
