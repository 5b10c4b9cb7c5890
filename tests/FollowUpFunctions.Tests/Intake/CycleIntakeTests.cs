using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Tests.Intake;

public sealed class CycleIntakeTests
{
    [Theory]
    // What must be there.
    [InlineData("/id", null, "Give the cycle an id")]
    [InlineData("/workshopGroups", "0", "A workshop has 1 to 200 working groups")]
    [InlineData("/workshopGroups", "201", "A workshop has 1 to 200 working groups")]
    [InlineData("/title", null, "Give the cycle a title")]
    [InlineData("/title", "\"  \"", "Give the cycle a title")]
    [InlineData("/country", null, "Name the country")]
    [InlineData("/symbol", null, "Give the symbol")]
    [InlineData("/timeZone", null, "Give the time zone")]
    [InlineData("/sourceLanguage", null, "Name the language of the recommendations")]
    [InlineData("/languages", "[]", "Name at least one language")]
    [InlineData("/coordinators", "[]", "Name at least one coordinator")]
    [InlineData("/coordinators/0/name", null, "Give the coordinator's name")]
    [InlineData("/coordinators/0/email", null, "Give the coordinator's e-mail address")]
    [InlineData("/calendar", null, "Give a calendar")]
    [InlineData("/calendar/rounds", null, "Give each round its window")]
    [InlineData("/calendar/workshop", null, "Say when and where the dissemination workshop is")]
    [InlineData("/calendar/monitoringWorkshop/place", null, "Say where the monitoring workshop is")]
    [InlineData("/calendar/workshop/starts", null, "Say when the dissemination workshop starts")]
    [InlineData("/calendar/rounds/consultation", null, "has no window")]
    [InlineData("/calendar/rounds/consultation/opens", null, "Say when the round opens")]
    [InlineData("/calendar/rounds/consultation/closes", null, "Say when the round closes")]
    [InlineData("/recommendations", "[]", "Give at least one recommendation")]
    [InlineData("/recommendations/0/paragraph", null, "Give the number of the paragraph")]
    [InlineData("/recommendations/0/cluster", null, "Say which cluster")]
    [InlineData("/recommendations/0/heading", null, "Give the heading")]
    [InlineData("/recommendations/0/texts/en", null, "Give the text in “en”")]
    [InlineData("/stakeholders", "[]", "Name at least one stakeholder")]
    [InlineData("/stakeholders/0/organisation", null, "Name the organisation")]
    [InlineData("/stakeholders/0/category", null, "Name the category: ministry, ")]
    [InlineData("/stakeholders/0/contact", null, "Name the person")]
    [InlineData("/stakeholders/0/email", null, "Give the e-mail address")]
    [InlineData("/stakeholders/0/language", null, "Name a language of the cycle: en, fr, km")]
    // What it must look like.
    [InlineData("/id", "\"KHM 2011\"", "lower-case letters")]
    [InlineData("/id", "5", "a text in quotation marks")]
    [InlineData("/timeZone", "\"Phnom Penh\"", "not a known time zone")]
    [InlineData("/timeZone", "\"SE Asia Standard Time\"", "IANA")]
    [InlineData("/sourceLanguage", "\"English\"", "not a language tag")]
    [InlineData("/languages/2", "\"de\"", "don't exist in “de”")]
    [InlineData("/languages/2", "\"en\"", "named twice")]
    [InlineData("/languages", "\"en\"", "a list in square brackets")]
    [InlineData("/coordinators/0/email", "\"secretariat\"", "not an e-mail address")]
    [InlineData("/coordinators/0/language", "\"ar\"", "not a language of this cycle")]
    [InlineData("/coordinatorReminderEvery", "\"weekly\"", "7.00:00:00")]
    [InlineData("/coordinatorReminderEvery", "\"-1.00:00:00\"", "between a second and a year")]
    [InlineData("/calendar/rounds", "[]", "an object in curly brackets")]
    [InlineData("/calendar/rounds/consultation/opens", "\"25/03/2030\"", "not a date or time")]
    [InlineData("/calendar/rounds/consultation/opens", "\"2030-02-30\"", "not a date or time")]
    [InlineData("/calendar/workshop/starts", "\"2030-02-20\"", "not a date with a time")]
    [InlineData("/recommendations/0/paragraph", "0", "can't be a paragraph")]
    [InlineData("/recommendations/0/paragraph", "9.5", "a whole number")]
    [InlineData("/recommendations/0/letter", "\"(a)\"", "without brackets")]
    [InlineData("/recommendations/0/cluster", "12", "There is no cluster 12")]
    [InlineData("/recommendations/0/urgent", "\"yes\"", "true or false")]
    [InlineData("/recommendations/0/texts/Khmer", "\"x\"", "not a language tag")]
    [InlineData("/stakeholders/0/id", "\"a/b\"", "can't be an id")]
    [InlineData("/stakeholders/0/id", "\"coordinator-1\"", "for coordinators")]
    [InlineData("/stakeholders/0/category", "\"ngo\"", "not a category: choose from ministry")]
    [InlineData("/stakeholders/0/email", "\"Dara <dara@example.org>\"", "one address without a name")]
    [InlineData("/stakeholders/0/email", "\"a@example.org, b@example.org\"", "one address")]
    [InlineData("/stakeholders/0/email", "\"dara@ministry\"", "not an e-mail address")]
    [InlineData("/stakeholders/0/language", "\"ar\"", "add it to /languages")]
    [InlineData("/stakeholders/0/clusters/0", "0", "There is no cluster 0")]
    [InlineData("/stakeholders/0/contact", "\"Dara\\u0000\"", "control characters")]
    [InlineData("/stakeholders/1", "null", "null")]
    [InlineData("/stakeholders/1", "\"min\"", "an object in curly brackets")]
    // What isn't known.
    [InlineData("/stakeholder", "[]", "“stakeholder” is not known here")]
    [InlineData("/recommendations/0/paragraf", "9", "“paragraf” is not known here: correct it to one of paragraph, letter")]
    [InlineData("/calendar/rounds/plan-review", "{}", "opens by itself")]
    [InlineData("/calendar/rounds/siesta", "{}", "There is no round “siesta”")]
    [InlineData("/calendar/rounds/progress", "{}", "There is no round “progress”")]
    [InlineData("/calendar/rounds/progress-01", "{}", "There is no round “progress-01”")]
    [InlineData("/calendar/rounds/a~1b", "{}", "There is no round “a/b”")]
    public async Task One_mistake_is_one_problem_at_its_place(string pointer, string? value, string message)
    {
        string problem = Assert.Single(await Body.Problems(body => Body.Set(body, pointer, value)));

        Assert.StartsWith($"{pointer}: ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        IReadOnlyList<string> problems = await Body.Problems(body =>
        {
            Body.Set(body, "/id", "7");
            Body.Set(body, "/colour", "\"red\"");
            Body.Set(body, "/calendar/rounds/progress-1", null);
            Body.Set(body, "/recommendations/1/cluster", "99");
            Body.Set(body, "/stakeholders/2/email", "\"nobody\"");
        });

        Assert.Equal(
            ["/id", "/colour", "/calendar/rounds/progress-1", "/recommendations/1/cluster", "/stakeholders/2/email"],
            problems.Select(p => p[..p.IndexOf(':', StringComparison.Ordinal)]).Distinct().Order().OrderBy(p => p switch { "/id" => 0, "/colour" => 1, _ => 2 }));
    }

    [Fact]
    public async Task What_is_not_json_is_told_with_line_and_position()
    {
        Problem problem = Assert.Single((await Body.Read("{\n  \"id\": oops\n}")).Problems);

        Assert.Equal("", problem.Pointer);
        Assert.Contains("line 2, position 9", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"cycle\"")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    public async Task What_is_no_cycle_at_all_is_refused_too(string json) => Assert.NotEmpty((await Body.Read(json)).Problems);

    [Fact]
    public async Task A_property_given_twice_is_refused()
    {
        string json = Body.Small().ToJsonString();

        Problem problem = Assert.Single((await Body.Read(json.Insert(1, "\"id\":\"other\","))).Problems);

        Assert.Equal(("/id", "“id” is given twice: leave one of them out."), (problem.Pointer, problem.Message));
    }

    [Fact]
    public async Task An_address_that_stands_twice_names_both_entries()
    {
        string problem = Assert.Single(await Body.Problems(b => Body.Set(b, "/stakeholders/2/email", "\"MIN-EDUCATION@example.org\"")));

        Assert.StartsWith("/stakeholders/2/email: ", problem, StringComparison.Ordinal);
        Assert.Contains("Ministry of Justice", problem, StringComparison.Ordinal);
        Assert.Contains("Ministry of Education", problem, StringComparison.Ordinal);
        Assert.Contains("/stakeholders/0/email", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_stands_twice_names_both_entries()
    {
        string problem = Assert.Single(await Body.Problems(b => Body.Set(b, "/stakeholders/2/id", "\"min-education\"")));

        Assert.Contains("Ministry of Justice", problem, StringComparison.Ordinal);
        Assert.Contains("Ministry of Education", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recommendation_that_stands_twice_is_refused()
    {
        string problem = Assert.Single(await Body.Problems(b => Body.Set(b, "/recommendations/2/paragraph", "9")));

        Assert.StartsWith("/recommendations/2: Paragraph 9 is also at /recommendations/0", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_a_text_and_too_many_entries_are_refused()
    {
        Assert.Contains("shorten it to 10,000", Assert.Single(await Body.Problems(b => Body.Set(b, "/recommendations/0/texts/en", $"\"{new string('x', 10_001)}\""))), StringComparison.Ordinal);
        Assert.Contains("takes 5,000", Assert.Single(await Body.Problems(b => Fill(b["recommendations"]!, 5_001))), StringComparison.Ordinal);
        Assert.Contains("takes 100,000", Assert.Single(await Body.Problems(b => Fill(b["stakeholders"]!, 100_001))), StringComparison.Ordinal);

        static void Fill(JsonNode list, int count)
        {
            while (list.AsArray().Count < count)
                list.AsArray().Add(new JsonObject());
        }
    }

    [Fact]
    public async Task What_may_be_left_out_has_a_default()
    {
        CycleContents contents = (await Body.Read(b =>
        {
            Body.Set(b, "/coordinatorReminderEvery", null);
            Body.Set(b, "/stakeholders/0/id", null);
            Body.Set(b, "/stakeholders/0/clusters", null);
            Body.Set(b, "/stakeholders/1/id", null);
            Body.Set(b, "/stakeholders/1/organisation", "\"ក្រសួងអប់រំ\"");
            Body.Set(b, "/recommendations/0/clusterAsPrinted", null);
            Body.Set(b, "/recommendations/0/texts/km", "{\"text\":\"អប់រំ\",\"status\":\"checked\"}");
        })).Contents!;

        Assert.Equal(TimeSpan.FromDays(7), contents.Settings.CoordinatorReminderEvery);
        Assert.Equal(["ministry-of-education-youth-and-sport-sample", "stakeholder-2"], contents.Stakeholders.Take(2).Select(s => s.Id));
        Assert.Empty(contents.Stakeholders[0].Clusters);
        Assert.Equal("General measures of implementation", contents.Recommendations[0].ClusterAsPrinted);
        Assert.Equal(new RecommendationText("អប់រំ", TextStatus.Checked), contents.Recommendations[0].Texts["km"]);
        Assert.Equal(TextStatus.Informal, contents.Recommendations[0].Texts["en"].Status);
    }

    [Fact]
    public async Task A_translation_of_unknown_standing_is_refused() =>
        Assert.StartsWith(
            "/recommendations/0/texts/en/status: “final” is not known",
            Assert.Single(await Body.Problems(b => Body.Set(b, "/recommendations/0/texts/en", "{\"text\":\"x\",\"status\":\"final\"}"))),
            StringComparison.Ordinal);

    [Fact]
    public async Task Text_is_stored_in_one_unicode_form_and_names_in_one_line()
    {
        CycleContents contents = (await Body.Read(b => Body.Set(b, "/stakeholders/0/organisation", "\" Se\u0301cours\\n à  tous \""))).Contents!;

        Assert.Equal("Sécours à tous", contents.Stakeholders[0].Organisation);
    }
}
