using System.Text.Json.Nodes;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Api;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>Each test has a cycle of its own: recommendations 11, 12(a), 13, 14(a), 15 and 16(a), before any round.</summary>
[Collection(nameof(RunningApp))]
public sealed class RecommendationImportTests(RunningApp app) : IAsyncLifetime
{
    private string _cycle = "";
    private SheetDesk _desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CyclesTable Cycles => app.Story.App.Cycles;

    public async ValueTask InitializeAsync()
    {
        _desk = await SheetDesk.InNewCycleAsync(app, "recommendations");
        _cycle = _desk.Cycle;
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task What_is_exported_is_all_the_same_when_it_comes_back(string format, string type)
    {
        using HttpResponseMessage export = await app.Coordinator.GetAsync($"{_desk.Address}?format={format}", Cancellation);
        (int status, JsonNode answer) = await _desk.ImportAsync(await export.Content.ReadAsByteArrayAsync(Cancellation));

        Assert.Equal((type, $"{_cycle}-recommendations.{format}"), (export.Content.Headers.ContentType!.MediaType, export.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal((200, "added:0 changed:0 same:6 refused:0"), (status, answer.Counts()));
        Assert.Equal(format, (string)answer["sheet"]!["format"]!);
    }

    [Fact]
    public async Task The_header_Accept_asks_for_a_workbook_too_and_an_unknown_format_is_refused()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, _desk.Address);
        request.Headers.Accept.ParseAdd("text/csv;q=0.5, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        using HttpResponseMessage workbook = await app.Coordinator.SendAsync(request, Cancellation);
        using HttpResponseMessage unknown = await app.Coordinator.GetAsync($"{_desk.Address}?format=ods", Cancellation);

        Assert.Equal("xlsx", workbook.Content.Headers.ContentDisposition!.FileName![^4..]);
        Assert.Equal(400, (int)unknown.StatusCode);
    }

    [Fact]
    public async Task Columns_are_known_in_the_words_that_people_use()
    {
        (int status, JsonNode answer) = await _desk.ImportAsync("Para;SUB-ITEM;Text (km);Text_fr;Urgent \n11;;ខ្មែរ;français;yes\n12;(a);ខ្មែរ;;\n");

        Assert.Equal(200, status);
        Assert.Equal(
            ["2 11 changed text:km:→ខ្មែរ status:km:→informal text:fr:→français status:fr:→informal urgent:→true", "3 12-a changed text:km:→ខ្មែរ status:km:→informal"],
            answer.Rows().Select(r => string.Join(' ', r.Split(' ').OrderBy(w => Order(w)))));

        static int Order(string word) => new[] { "2", "3", "1", "c", "text:km", "status:km", "text:fr", "status:fr", "urgent" }.ToList().FindIndex(p => word.StartsWith(p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_columns_that_the_sheet_has_are_changed_and_rows_that_it_does_not_have_stay()
    {
        (int status, _) = await _desk.ImportAsync("paragraph,letter,starred\n12,a,true\n");

        IReadOnlyList<Recommendation> all = (await Cycles.CurrentFactsAsync(_cycle, Cancellation)).Recommendations;
        Assert.Equal((200, 6), (status, all.Count));
        Assert.Equal(["12-a"], all.Where(r => r.Starred).Select(r => r.Key));
        Assert.Equal(("Matter 2", 3), (all[1].Heading, all[1].Cluster));
    }

    [Fact]
    public async Task A_rehearsal_says_row_by_row_what_would_happen_and_writes_nothing()
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();

        (int status, JsonNode answer) = await _desk.ImportAsync(
            "paragraph,letter,cluster,heading,text\n11,,2,Matter 1,Do it\n12,a,3,Matter 2,\n20,b,4,New,Do that\n21,,99,Bad,Do what\n", dryRun: true);

        Assert.Equal((200, true, "added:1 changed:1 same:1 refused:1"), (status, (bool)answer["dryRun"]!, answer.Counts()));
        Assert.Equal(
            ["5 21 refused", "2 11 changed text:en:The Committee recommends that the State party take up matter 1.→Do it", "4 20-b added"], answer.Rows());
        Assert.Contains("There is no cluster 99", (string)answer["rows"]![0]!["problems"]![0]!, StringComparison.Ordinal);
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Fact]
    public async Task One_bad_row_refuses_the_file_and_every_bad_row_is_told()
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();

        (int status, JsonNode problem) = await _desk.ImportAsync(
            "symbol,paragraph,letter,heading,urgent,status:en\nCRC/C/TST/CO/4,11,,New heading,,\nCRC/C/XYZ/CO/1,12,a,H,,\n,13,,,,\n,14,a,H,perhaps,\n,15,,H,,final\n,15,,H,,\n,sixteen,a,H,,\n");

        Assert.Equal(400, status);
        Assert.Equal(
            ["/rows/3/symbol", "/rows/4/heading", "/rows/5/urgent", "/rows/6/status:en", "/rows/7", "/rows/8/paragraph"], problem.Pointers().Distinct());
        Assert.Contains("Row 7: Paragraph 15 is also at row 6", problem.Details(), StringComparison.Ordinal);
        Assert.Contains("Row 5, column urgent: “perhaps” is neither yes nor no", problem.Details(), StringComparison.Ordinal);
        Assert.Equal("6 rows must be mended; nothing was written.", (string)problem["title"]!);
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [InlineData("paragraph,headng\n11,x\n", "/header/headng", "the nearest is “heading”")]
    [InlineData("paragraph,text:khmer\n11,x\n", "/header/text:khmer", "There is no column")]
    [InlineData("letter,heading\na,x\n", "/header/paragraph", "no column “paragraph”")]
    [InlineData("paragraph,Heading,heading \n11,x,y\n", "/header/heading", "the same column")]
    [InlineData("paragraph,heading\n11,x\n99,y\n", "/header/cluster", "Row 3 is not on record, and a new recommendation needs the columns cluster, text:en")]
    public async Task A_header_that_is_wrong_is_told_once(string csv, string pointer, string words)
    {
        (int status, JsonNode problem) = await _desk.ImportAsync(csv);

        Assert.Equal(400, status);
        Assert.Equal(pointer, Assert.Single(problem.Pointers()));
        Assert.Contains(words, problem.Details(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_text_gives_way_to_an_official_one_only()
    {
        await _desk.ImportAsync("paragraph,text:km,status:km\n11,ផ្លូវការ,official\n");

        (int informal, JsonNode problem) = await _desk.ImportAsync("paragraph,text:km\n11,ផ្សេង\n");
        (int demoted, _) = await _desk.ImportAsync("paragraph,status:km\n11,checked\n");
        (int same, _) = await _desk.ImportAsync("paragraph,text:km,status:km\n11,ផ្លូវការ,\n");
        (int official, JsonNode answer) = await _desk.ImportAsync("status:km,paragraph,text:km\nOfficial,11,ផ្លូវការថ្មី\n");

        Assert.Equal((400, 400, 200, 200), (informal, demoted, same, official));
        Assert.Contains("Row 2, column text:km: The official text is replaced by an official one only", problem.Details(), StringComparison.Ordinal);
        Assert.Equal("2 11 changed text:km:ផ្លូវការ→ផ្លូវការថ្មី", Assert.Single(answer.Rows()));
    }

    [Fact]
    public async Task A_blank_cell_leaves_a_text_and_clears_what_may_be_left_out()
    {
        await _desk.ImportAsync("paragraph,concern,text:km,articles\n11,Worry,ខ្មែរ,\"- 37(b)\n- 40\"\n");

        (_, JsonNode answer) = await _desk.ImportAsync("paragraph,concern,text:km,articles\n11,,,40; 12\n");

        Assert.Equal("2 11 changed concern:Worry→ articles:37(b); 40→40; 12", Assert.Single(answer.Rows()));
    }

    [Fact]
    public async Task The_journal_says_how_many_and_a_file_that_changes_nothing_leaves_no_trace()
    {
        const string Csv = "paragraph,starred\n11,x\n13,x\n";
        await _desk.ImportAsync(Csv);
        IReadOnlyList<string> before = await app.EverythingStoredAsync();

        await _desk.ImportFormAsync(System.Text.Encoding.UTF8.GetBytes(Csv));

        Assert.Equal(before, await app.EverythingStoredAsync());
        JournalEntry entry = (await app.Story.App.Service<JournalTable>().ReadAsync(_cycle, 10, Cancellation)).Single(e => e.Event == JournalEvents.RecommendationsImported);
        Assert.Equal((_cycle, "0 added, 2 changed"), (entry.Subject, entry.Detail));
    }

    [Fact]
    public async Task A_second_import_waits_until_the_first_is_done()
    {
        Assert.True(await app.Story.App.Service<ImportTurns>().TakeAsync(_cycle, Cancellation));
        (int during, JsonNode problem) = await _desk.ImportAsync("paragraph,starred\n11,x\n");
        await app.Story.App.Service<ImportTurns>().GiveBackAsync(_cycle);
        (int after, _) = await _desk.ImportAsync("paragraph,starred\n11,x\n");

        Assert.Equal((409, 200), (during, after));
        Assert.Contains("Another import", (string)problem["title"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_at_once_of_different_columns_all_count_or_are_told_to_wait()
    {
        string[] files = ["paragraph,starred\n11,x\n", "paragraph,urgent\n11,x\n", "paragraph,text:km\n11,ក\n", "paragraph,concern\n11,c\n"];

        (int Status, JsonNode Answer)[] answers = await Task.WhenAll(files.Select(f => _desk.ImportAsync(f)));
        foreach (string file in files.Where((_, n) => answers[n].Status == 409))
            Assert.Equal(200, (await _desk.ImportAsync(file)).Status);

        Assert.All(answers, a => Assert.True(a.Status is 200 or 409));
        Recommendation first = (await Cycles.CurrentFactsAsync(_cycle, Cancellation)).Recommendation("11")!;
        Assert.Equal((true, true, "ក", "c"), (first.Starred, first.Urgent, first.Texts["km"].Text, first.Concern));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
