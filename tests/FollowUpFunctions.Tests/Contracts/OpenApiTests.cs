using System.Reflection;
using System.Text.Json.Nodes;
using FollowUp.Domain.Groups;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Advocacy;
using FollowUpFunctions.Consultation.Children;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Health;
using FollowUpFunctions.Keeping.Archives;
using FollowUpFunctions.Keeping.People;
using FollowUpFunctions.Progress;
using FollowUpFunctions.Progress.Evidence;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Api;
using FollowUpFunctions.Tests.Builders;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>Holds <c>docs/openapi.yaml</c> against the app: what is not described fails, and so does what is described and not there.</summary>
[Collection(nameof(RunningApp))]
public sealed class OpenApiTests(RunningApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_of_OpenAPI_has_nothing_against_it() => Assert.Empty((await ApiDescription.ReadAsync(Cancellation)).ReadingFaults);

    [Fact]
    public async Task It_names_exactly_the_routes_that_take_a_function_key_and_the_one_for_whatever_watches()
    {
        ApiDescription api = await ApiDescription.ReadAsync(Cancellation);

        string[] there =
        [
            .. from type in typeof(FollowUpApp).Assembly.GetTypes()
               from method in type.GetMethods()
               from trigger in method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
               where trigger.AuthLevel == AuthorizationLevel.Function || method.Name == nameof(HealthEndpoints.ShowHealth)
               from verb in trigger.Methods!
               where verb != "head"
               select $"{verb} /{trigger.Route} {method.GetCustomAttribute<FunctionAttribute>()!.Name}",
        ];
        Assert.Equal(there.Order(StringComparer.Ordinal), api.Operations.Select(o => $"{o.Method} {o.Path} {o.Id}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ApiExamples.All), MemberType = typeof(ApiExamples))]
    public async Task Every_answer_is_as_described(string operation, int status)
    {
        ApiDescription api = await ApiDescription.ReadAsync(Cancellation);
        ApiOperation described = Assert.Single(api.Operations, o => o.Id == operation);

        using HttpResponseMessage response = await new ApiExamples(app).SendAsync(described, status);

        string body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {body}");
        Assert.Empty(api.Faults(described, status, response.Content.Headers.ContentType?.MediaType, body));
        IEnumerable<string> headers = api.Resolve(described.Node["responses"]![$"{status}"]!)["headers"]?.AsObject().Select(h => h.Key) ?? [];
        Assert.All(headers, h => Assert.True(response.Headers.Contains(h), h));
    }

    [Fact]
    public async Task Every_answer_that_is_described_is_met()
    {
        ApiDescription api = await ApiDescription.ReadAsync(Cancellation);

        IEnumerable<string> described = api.Operations.SelectMany(o => o.Statuses.Select(s => $"{o.Id} {s}"));
        Assert.Equal(described.Order(StringComparer.Ordinal), ApiExamples.All.Select(e => $"{e.Data.Item1} {e.Data.Item2}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("NewCycleSettings", typeof(CycleRequest))]
    [InlineData("CycleBegun", typeof(CycleBegun))]
    [InlineData("CycleRehearsed", typeof(CycleRehearsed))]
    [InlineData("CycleReport", typeof(CycleReport))]
    [InlineData("JournalEntry", typeof(JournalEntry))]
    [InlineData("TranslatedLanguage", typeof(TranslatedLanguage))]
    [InlineData("PlanItem", typeof(PlanItem))]
    [InlineData("Decision", typeof(DecisionOnRecord))]
    [InlineData("ImportReport", typeof(ImportReport))]
    [InlineData("OfficialTranslation", typeof(OfficialTranslation))]
    [InlineData("GroupReport", typeof(GroupReport))]
    [InlineData("Attendance", typeof(Attendance))]
    [InlineData("Letters", typeof(LettersReport))]
    [InlineData("Overdue", typeof(OverdueReport))]
    [InlineData("Evidence", typeof(EvidenceReport))]
    [InlineData("AnswerReport", typeof(AnswerReport))]
    [InlineData("NewAnswers", typeof(RecordingRequest))]
    [InlineData("AnswersRecorded", typeof(AnswersRecorded))]
    [InlineData("BouncedContact", typeof(BouncedContact))]
    [InlineData("VoicesToReview", typeof(VoicesToReview))]
    [InlineData("CycleRestored", typeof(CycleRestored))]
    [InlineData("NewErasure", typeof(ErasureRequest))]
    [InlineData("ErasureReport", typeof(ErasureReport))]
    [InlineData("PersonHeld", typeof(PersonHeld))]
    [InlineData("UhriRegister", typeof(UhriRegister))]
    [InlineData("DocumentRegister", typeof(RegisterAnswer))]
    [InlineData("HealthReport", typeof(HealthReport))]
    public async Task Every_member_is_described_and_no_other(string schema, Type type)
    {
        ApiDescription api = await ApiDescription.ReadAsync(Cancellation);

        Assert.Empty(new MemberCheck(api).Differences(api.Schemas[schema]!, type));
    }

    [Fact]
    public async Task Every_kind_of_decision_and_every_member_that_one_may_have_is_described()
    {
        ApiDescription api = await ApiDescription.ReadAsync(Cancellation);
        JsonNode[] kinds = [.. api.Schemas["NewDecision"]!["oneOf"]!.AsArray().Select(k => api.Resolve(k!))];

        IEnumerable<string> named = kinds.Select(k => (string)k["properties"]!["decision"]!["const"]!);
        IEnumerable<string> taken = app.Story.App.Host.Services.GetServices<DecisionKind>().Select(k => k.Name);
        Assert.Equal(taken.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        Assert.Equal(taken.Order(StringComparer.Ordinal), api.Schemas["Decision"]!["properties"]!["kind"]!["enum"]!.AsArray().Select(k => (string)k!).Order(StringComparer.Ordinal));
        Assert.Equal(
            MemberCheck.NamesOf(typeof(DecisionRequest)).Order(StringComparer.Ordinal),
            kinds.SelectMany(k => k["properties"]!.AsObject().Select(p => p.Key)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_samples_are_what_is_described_and_a_surprise_is_not()
    {
        ApiDescription api = await ApiDescription.ReadAsync(Cancellation);
        ApiOperation start = Assert.Single(api.Operations, o => o.Id == "StartCycle");
        JsonNode sample = JsonNode.Parse(Repository.Read("samples", "khm-2011", "cycle.json"))!;

        Assert.Empty(api.RequestFaults(start, sample));
        Assert.Empty(api.RequestFaults(start, new CycleBuilder().Build()));
        sample["surprise"] = true;
        Assert.Equal(["/surprise additionalProperties"], api.RequestFaults(start, sample));
    }

    [Fact]
    public async Task A_form_may_have_the_parts_that_are_described()
    {
        ApiDescription api = await ApiDescription.ReadAsync(Cancellation);

        Assert.Equal(
            CyclePosting.Limits.Keys.Order(StringComparer.Ordinal),
            api.Schemas["NewCycleForm"]!["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
    }
}
