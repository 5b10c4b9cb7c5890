using System.Text.Json.Nodes;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Api;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>Each test has a cycle of its own with the five parties, before any round.</summary>
[Collection(nameof(RunningApp))]
public sealed class StakeholderImportTests(RunningApp app) : IAsyncLifetime
{
    private const string Header = "Organisation,Category,Contact,Email,Language\n";
    private string _cycle = "";
    private SheetDesk _desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await SheetDesk.InNewCycleAsync(app, "stakeholders");
        _cycle = _desk.Cycle;
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_exported_is_all_the_same_when_it_comes_back(string format)
    {
        (int status, JsonNode answer) = await _desk.ImportAsync(await _desk.ExportAsync(format));

        Assert.Equal((200, "added:0 changed:0 same:5 refused:0"), (status, answer.Counts()));
    }

    [Fact]
    public async Task Whoever_is_new_is_added_with_an_id_made_from_the_name_and_with_the_moment()
    {
        (int status, JsonNode answer) = await _desk.ImportAsync(Header + "Blue Sky,national-ngo,Bo Skye,bo@example.org,en\nខ្មែរ,senate,Kanya,kanya@example.org,km\n");

        Assert.Equal((200, "added:2 changed:0 same:0 refused:0"), (status, answer.Counts()));
        IReadOnlyList<Stakeholder> all = (await app.Story.App.Cycles.CurrentFactsAsync(_cycle, Cancellation)).Stakeholders;
        Assert.Equal(["blue-sky", "stakeholder-1"], all.Where(s => s.Added is not null).Select(s => s.Id));
    }

    [Fact]
    public async Task An_address_on_record_is_found_again_in_any_case_and_what_differs_is_changed()
    {
        (int status, JsonNode answer) = await _desk.ImportAsync("E-Mail;Contact person;Clusters\nminna@example.org;Minna Istry;\"- 9\n- 1\"\nnadia@example.org;Nadia Bestwin;\n");

        Assert.Equal(200, status);
        Assert.Equal(["2 minna@example.org changed clusters:→1; 9", "3 nadia@example.org changed contact:Nadia Goodwin→Nadia Bestwin"], answer.Rows());
    }

    [Fact]
    public async Task A_row_with_an_id_on_record_changes_the_address()
    {
        (int status, JsonNode answer) = await _desk.ImportAsync("id,email\nministry,office@example.org\n");

        Assert.Equal((200, "2 office@example.org changed email:minna@example.org→office@example.org"), (status, Assert.Single(answer.Rows())));
    }

    [Theory]
    [InlineData("Ministry of Children,ministry,Minna Istry,new@example.org,en\n", "/rows/2/email", "write “ministry” under id")]
    [InlineData("Youth,children-and-youth,Other,other@example.org,en\n", "/rows/2/id", "is that of “Yola Uthmann” on record")]
    [InlineData("Nobody,ministry,No,nobody,en\n", "/rows/2/email", "is not an e-mail address")]
    [InlineData("Nobody,ministry,No,no@example.org,xx\n", "/rows/2/language", "is not a language of this cycle")]
    [InlineData("Nobody,bank,No,no@example.org,en\n", "/rows/2/category", "is not a category")]
    [InlineData("A,senate,A,same@example.org,en\nB,senate,B,Same@example.org,en\n", "/rows/3/email", "also the address of “A” (row 2, column email)")]
    [InlineData("A,senate,A,a@example.org,en\nA,senate,B,b@example.org,en\n", "/rows/3/id", "give one of them an id of its own")]
    public async Task What_would_make_a_duplicate_or_a_mistake_is_refused(string rows, string pointer, string words)
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();

        (int status, JsonNode problem) = await _desk.ImportAsync(Header + rows);

        Assert.Equal(400, status);
        Assert.Equal(pointer, Assert.Single(problem.Pointers()));
        Assert.Contains(words, problem.Details(), StringComparison.Ordinal);
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [InlineData("id,email\nother,minna@example.org\n", "an id doesn't change")]
    [InlineData("id,email\nyouth,minna@example.org\n", "is the address of “Ministry of Children” (id ministry)")]
    public async Task An_id_and_an_address_of_two_entries_are_told(string csv, string words)
    {
        (int status, JsonNode problem) = await _desk.ImportAsync(csv);

        Assert.Equal((400, "/rows/2/id"), (status, problem.Pointers().First()));
        Assert.Contains(words, problem.Details(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_a_round_has_opened_a_category_does_not_change()
    {
        SheetDesk begun = new(app.Coordinator, app.Story.Cycle, "stakeholders");

        (int status, JsonNode problem) = await begun.ImportAsync("email,category\nminna@example.org,senate\n");

        Assert.Equal((400, "/rows/2/category"), (status, Assert.Single(problem.Pointers())));
    }

    [Fact]
    public async Task An_import_into_an_unknown_cycle_is_not_found()
    {
        (int status, _) = await new SheetDesk(app.Coordinator, "nowhere", "stakeholders").ImportAsync(Header);

        Assert.Equal(404, status);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
