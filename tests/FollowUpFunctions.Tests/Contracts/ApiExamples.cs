using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Http;
using FollowUpFunctions.Keeping.Archives;
using FollowUpFunctions.Progress.Evidence;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Api;
using FollowUpFunctions.Tests.Builders;

namespace FollowUpFunctions.Tests.Contracts;

/// <summary>A request for every answer that the API is said to give.</summary>
public sealed class ApiExamples(RunningApp app)
{
    internal const string Known = "testland-2031";

    private const string Document = """
        CRC/C/TST/CO/4

        Concluding observations on the fourth periodic report of Testland

        III. Main areas of concern and recommendations

        A. General measures of implementation

        Legislation

        10. The Committee is concerned that matter 1 has not been taken up.

        11. The Committee recommends that the State party take up matter 1.
        """;

    private const string Uhri = """
        Text,Countries Concerned,Reccomending Body,Document Symbol,Themes,Affected Persons,Sdgs,Document Publication Date,Type,OHCHR Annotation Id
        "Rural children 49.The Committee recommends that the State party build wells.",Testland,- CRC,CRC/C/TST/CO/4,,- Children,- 6.1 - Safe water,2031-01-01,- Recommendations,1
        """;

    private readonly ExampleCycles cycles = new(app);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> All { get; } = new()
    {
        { "StartCycle", 200 }, { "StartCycle", 202 }, { "StartCycle", 400 }, { "StartCycle", 401 }, { "StartCycle", 409 }, { "StartCycle", 413 }, { "StartCycle", 422 },
        { "ReadCycle", 200 }, { "ReadCycle", 401 }, { "ReadCycle", 404 },
        { "ReadJournal", 200 }, { "ReadJournal", 401 }, { "ReadJournal", 404 },
        { "ReadPlanItems", 200 }, { "ReadPlanItems", 401 }, { "ReadPlanItems", 404 },
        { "ReadTranslations", 200 }, { "ReadTranslations", 401 }, { "ReadTranslations", 404 },
        { "ReadGroups", 200 }, { "ReadGroups", 400 }, { "ReadGroups", 401 }, { "ReadGroups", 404 },
        { "ListHandOuts", 200 }, { "ListHandOuts", 401 }, { "ListHandOuts", 404 },
        { "ReadHandOut", 200 }, { "ReadHandOut", 401 }, { "ReadHandOut", 404 },
        { "ReadVoices", 200 }, { "ReadVoices", 401 }, { "ReadVoices", 404 },
        { "ReadAttendance", 200 }, { "ReadAttendance", 401 }, { "ReadAttendance", 404 },
        { "ReadLetters", 200 }, { "ReadLetters", 401 }, { "ReadLetters", 404 },
        { "ReadLetter", 200 }, { "ReadLetter", 401 }, { "ReadLetter", 404 },
        { "ReadOverdue", 200 }, { "ReadOverdue", 401 }, { "ReadOverdue", 404 },
        { "ListEvidence", 200 }, { "ListEvidence", 401 }, { "ListEvidence", 404 },
        { "ReadEvidence", 200 }, { "ReadEvidence", 401 }, { "ReadEvidence", 404 },
        { "ReadClosingReport", 200 }, { "ReadClosingReport", 401 }, { "ReadClosingReport", 404 },
        { "ShowClosingReport", 200 }, { "ShowClosingReport", 401 }, { "ShowClosingReport", 404 },
        { "ReadAnswers", 200 }, { "ReadAnswers", 401 }, { "ReadAnswers", 404 },
        { "RecordAnswers", 200 }, { "RecordAnswers", 400 }, { "RecordAnswers", 401 }, { "RecordAnswers", 404 }, { "RecordAnswers", 409 },
        { "ReadBounces", 200 }, { "ReadBounces", 401 }, { "ReadBounces", 404 },
        { "Decide", 202 }, { "Decide", 400 }, { "Decide", 401 }, { "Decide", 404 }, { "Decide", 409 },
        { "ExportRecommendations", 200 }, { "ExportRecommendations", 400 }, { "ExportRecommendations", 401 }, { "ExportRecommendations", 404 },
        { "ExportStakeholders", 200 }, { "ExportStakeholders", 400 }, { "ExportStakeholders", 401 }, { "ExportStakeholders", 404 },
        { "ImportRecommendations", 200 }, { "ImportRecommendations", 400 }, { "ImportRecommendations", 401 }, { "ImportRecommendations", 404 }, { "ImportRecommendations", 409 }, { "ImportRecommendations", 413 },
        { "ImportStakeholders", 200 }, { "ImportStakeholders", 400 }, { "ImportStakeholders", 401 }, { "ImportStakeholders", 404 }, { "ImportStakeholders", 409 }, { "ImportStakeholders", 413 },
        { "TakeOfficialTranslation", 200 }, { "TakeOfficialTranslation", 400 }, { "TakeOfficialTranslation", 401 }, { "TakeOfficialTranslation", 404 }, { "TakeOfficialTranslation", 413 },
        { "ReadDocument", 200 }, { "ReadDocument", 400 }, { "ReadDocument", 401 }, { "ReadDocument", 413 },
        { "ReadUhriExport", 200 }, { "ReadUhriExport", 400 }, { "ReadUhriExport", 401 }, { "ReadUhriExport", 413 },
        { "TakeStrategicPlan", 200 }, { "TakeStrategicPlan", 400 }, { "TakeStrategicPlan", 401 }, { "TakeStrategicPlan", 404 }, { "TakeStrategicPlan", 409 }, { "TakeStrategicPlan", 413 },
        { "ListStrategicPlans", 200 }, { "ListStrategicPlans", 401 }, { "ListStrategicPlans", 404 },
        { "ReadOverlap", 200 }, { "ReadOverlap", 400 }, { "ReadOverlap", 401 }, { "ReadOverlap", 404 },
        { "ReadReiterations", 200 }, { "ReadReiterations", 401 }, { "ReadReiterations", 404 }, { "ReadReiterations", 409 },
        { "RestartCycle", 202 }, { "RestartCycle", 401 }, { "RestartCycle", 404 }, { "RestartCycle", 409 },
        { "ReadArchive", 200 }, { "ReadArchive", 401 }, { "ReadArchive", 404 }, { "ReadArchive", 409 },
        { "RestoreCycle", 200 }, { "RestoreCycle", 201 }, { "RestoreCycle", 400 }, { "RestoreCycle", 401 }, { "RestoreCycle", 409 }, { "RestoreCycle", 413 },
        { "ErasePerson", 200 }, { "ErasePerson", 400 }, { "ErasePerson", 401 }, { "ErasePerson", 404 }, { "ErasePerson", 409 }, { "ErasePerson", 413 },
        { "ExportPerson", 200 }, { "ExportPerson", 401 }, { "ExportPerson", 404 },
    };

    public async Task<HttpResponseMessage> SendAsync(ApiOperation operation, int status)
    {
        if (operation.Id == "StartCycle" && status != 401)
            return await cycles.StartAsync(status);
        string cycle = (operation.Id, status) switch
        {
            (_, 404) => "nowhere",
            ("RestartCycle", 202) or ("ErasePerson", 200) => await cycles.LostAsync(),
            ("ReadArchive", 200) => await cycles.OverAsync(),
            ("ReadReiterations", 200) => await cycles.FollowingAsync(),
            _ => Known,
        };
        string address = operation.Path.TrimStart('/')
            .Replace("{cycle}", cycle, StringComparison.Ordinal)
            .Replace("{who}", Party.Ministry.Id, StringComparison.Ordinal)
            .Replace("{kind}", "plain-words", StringComparison.Ordinal)
            .Replace("{file}", "en.docx", StringComparison.Ordinal)
            .Replace("{round}", "workshop-invitation", StringComparison.Ordinal)
            .Replace("{sha256}", operation.Path.Contains("evidence", StringComparison.Ordinal) && status != 404 ? await EvidenceAsync() : new string('0', 64), StringComparison.Ordinal)
            .Replace("{language}", status == 400 ? "en" : "fr", StringComparison.Ordinal);
        if (operation.Id == "ReadOverlap")
        {
            address = address.Replace("{organisation}", Party.Ngo.Id, StringComparison.Ordinal) + (status == 400 ? "?format=pdf" : "");
            if (status is 200 or 400)
                (await app.Coordinator.PostAsync($"cycles/{Known}/strategic-plans", StrategicPlan(Party.Ngo.Organisation), Cancellation)).EnsureSuccessStatusCode();
        }

        if (operation.Id.StartsWith("Export", StringComparison.Ordinal))
            address += status == 400 ? "?format=pdf" : "?format=csv";
        if (operation.Id == "ReadGroups" && status == 400)
            address += "?meeting=picnic";
        if (operation.Id == "ReadLetter" && status == 200)
            await app.Story.App.Cycles.WriteItemsAsync(Known, [PlanItem.Empty("13") with { Responsibility = new(Party.Ministry.Organisation, ResponsibilityState.Proposed, []) }], Cancellation);
        if (operation.Id == "ReadOverdue" && status == 200)
            await app.Story.App.Cycles.WriteItemsAsync(Known, [PlanItem.Empty("12-a") with { Commitments = [new("Open a school", Party.Ministry.Organisation, new(2020, 1, 31), new("x~y~r1@12-a", FollowUp.Domain.Cycles.StakeholderCategory.Ministry))] }], Cancellation);
        using HttpRequestMessage request = new(new(operation.Method), address)
        {
            Content = operation.Method == "post" ? await BodyAsync(operation.Id, status) : null,
        };

        // What is too large is refused before it is sent.
        request.Headers.ExpectContinue = operation.Id == "RestoreCycle" && status == 413;
        ImportTurns turns = app.Story.App.Service<ImportTurns>();
        bool busy = operation.Id.StartsWith("Import", StringComparison.Ordinal) && status == 409 && await turns.TakeAsync(Known, Cancellation);
        HttpResponseMessage response = await (status == 401 ? app.Anybody : app.Coordinator).SendAsync(request, Cancellation);
        if (busy)
            await turns.GiveBackAsync(Known);
        return response;
    }

    private async Task<string> EvidenceAsync() => (await app.Story.App.Service<EvidenceStore>().KeepAsync(
        new(Known, "progress-1", "i-described"), "What was done."u8.ToArray(), "txt", "what was done.txt", Cancellation)).Sha256;

    private async Task<HttpContent> BodyAsync(string operation, int status) => (operation, status) switch
    {
        (_, 401 or 404) => new StringContent("{}"),
        ("RestoreCycle", 413) => new ByteArrayContent(new byte[ArchiveEndpoints.LargestArchive + 1]),
        (_, 413) => new ByteArrayContent(new byte[RegisterReader.LargestDocument + 1]),
        ("RestoreCycle", 200 or 201 or 409) => await cycles.ArchiveAsync(status),
        ("ErasePerson", 200) => JsonContent.Create(new JsonObject { ["who"] = Party.Province.Id }),
        ("ErasePerson", 409) => JsonContent.Create(new JsonObject { ["email"] = Schedule.CoordinatorEmail }),
        ("Decide", 202) => Decision("assign"),
        ("Decide", 409) => Decision("approve-plan"),
        ("RecordAnswers", 200) => Answers("yes", "2"),
        ("RecordAnswers", 409) => await RecordedAsync(Answers("yes", "2"), Answers("no", "0")),
        ("ImportRecommendations", _) => await SheetAsync("recommendations", status == 400 ? (",11,", ",0,") : default),
        ("ImportStakeholders", _) => await SheetAsync("stakeholders", status == 400 ? ("minna@example.org", "minna") : default),
        ("TakeStrategicPlan", 200) => StrategicPlan(Party.Ngo.Organisation),
        ("TakeStrategicPlan", 409) => await TakenAsync(),
        ("ReadUhriExport", 200) => new StringContent(Uhri),
        ("ReadDocument" or "TakeOfficialTranslation", not 400) => new StringContent(Document),
        _ => new StringContent("{}"),
    };

    private async Task<StringContent> SheetAsync(string list, (string? Sound, string Spoilt) change)
    {
        string sheet = await app.Coordinator.GetStringAsync($"cycles/{Known}/{list}?format=csv", Cancellation);
        return new(change.Sound is { } sound ? sheet.Replace(sound, change.Spoilt, StringComparison.Ordinal) : sheet);
    }

    // Another name that makes the same slug.
    private async Task<HttpContent> TakenAsync()
    {
        (await app.Coordinator.PostAsync($"cycles/{Known}/strategic-plans", StrategicPlan("Coalition for Children"), Cancellation)).EnsureSuccessStatusCode();
        return StrategicPlan("Coalition, for Children");
    }

    private static MultipartFormDataContent StrategicPlan(string organisation) => new()
    {
        { new StringContent("1. Take up matter 1 in every province\n2. Print a calendar of events\n"), "file" },
        { new StringContent(organisation), "organisation" },
        { new StringContent("en"), "language" },
    };

    private async Task<HttpContent> RecordedAsync(HttpContent first, HttpContent second)
    {
        using HttpResponseMessage recorded = await app.Coordinator.PostAsync($"cycles/{Known}/rounds/workshop-invitation/answers", first, Cancellation);
        Assert.True(recorded.IsSuccessStatusCode);
        return second;
    }

    private static JsonContent Answers(string attending, string people) => JsonContent.Create(new JsonObject
    {
        ["who"] = "province",
        ["how"] = "telephone",
        ["answers"] = new JsonObject { ["attending"] = attending, ["people"] = people },
        ["note"] = "Rang on Monday.",
    });

    private static JsonContent Decision(string kind) => JsonContent.Create(new JsonObject
    {
        ["decision"] = kind,
        ["recommendation"] = "11",
        ["organisation"] = "Children First",
    });
}
