using System.Net;
using FollowUpFunctions.Decisions;
using FollowUpFunctions.Desk.Decide;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Api;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;

namespace FollowUpFunctions.Tests.Desk;

[Collection(nameof(RunningApp))]
public sealed class DecideTests(RunningApp app) : IAsyncLifetime
{
    private const string Hostile = "\"><script>alert(1)</script>'&amp;{title}";

    private HttpClient client = null!;

    public static TheoryData<string> Kinds => [.. DecisionForms.All.Select(f => f.Kind)];

    private DecisionDesk Desk => new(client, app.Story.Cycle);

    public async ValueTask InitializeAsync() => client = await app.Story.App.AtDeskAsync();

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Every_kind_of_decision_has_one_form() =>
        Assert.Equal(app.Story.App.Service<DecisionTaking>().Kinds.Order(), DecisionForms.All.Select(f => f.Kind).Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_wrong_with_an_empty_form_leads_to_its_fields_and_changes_nothing(string kind)
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();
        WebPage page = await Desk.OpenAsync(kind);
        Assert.Equal(HttpStatusCode.OK, page.Status);

        if (DecisionDesk.Form(page) is not null && kind is not ("cancel-cycle" or "record-attendance" or "set-letters"))
        {
            WebPage answer = await Desk.SendAsync(page);

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotEmpty(answer.Errors);
            Assert.All(answer.Document.QuerySelectorAll(".errors a"), a => Assert.NotNull(answer.Document.QuerySelector(a.GetAttribute("href")!)));
        }

        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Hostile_text_in_every_field_comes_back_as_text(string kind)
    {
        DecisionForm form = DecisionForms.Find(kind)!;
        string query = string.Join('&', form.All.Select(f => $"{f.Name}={Uri.EscapeDataString(Hostile)}")) + $"&back={Uri.EscapeDataString(Hostile)}";

        WebPage page = await Desk.OpenAsync(kind, query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        if (DecisionDesk.Form(page) is null || kind == "cancel-cycle")
            return;
        WebPage answer = await Desk.SendAsync(page, [.. form.All.Select(f => (f.Name, Hostile)), ("_id", Hostile), ("_back", Hostile), ("_was-text", Hostile)]);
        Assert.DoesNotContain("<script", answer.Html, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
    }

    [Fact]
    public async Task What_was_typed_is_kept_beside_what_is_wrong_with_it()
    {
        WebPage page = await Desk.OpenAsync("extend-round", "round=workshop-invitation&back=rounds");

        WebPage answer = await Desk.SendAsync(page, ("closes", "2030-01-01T10:00"), ("note", "They asked for it"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("Error", answer.Document.Title, StringComparison.Ordinal);
        Assert.Equal("New end: Give a date and time later than now, and later than the end so far.", Assert.Single(answer.Errors));
        Assert.Equal("2030-01-01T10:00", answer.Document.QuerySelector("#f-closes")!.GetAttribute("value"));
        Assert.Equal("They asked for it", answer.Document.QuerySelector("#f-note")!.TextContent);
        Assert.Equal("workshop-invitation", answer.Document.QuerySelector("#f-round option[selected]")?.GetAttribute("value"));
        Assert.Equal(page.Document.QuerySelector("[name=_id]")!.GetAttribute("value"), answer.Document.QuerySelector("[name=_id]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_can_not_be_decided_now_is_said_at_the_top_and_what_was_typed_stays()
    {
        WebPage page = await Desk.OpenAsync("cancel-meeting", "meeting=monitoring-workshop");

        WebPage answer = await Desk.SendAsync(page, ("note", "No room"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Nobody has been invited", answer.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("No room", answer.Document.QuerySelector("#f-note")!.TextContent);
    }

    [Fact]
    public async Task In_another_language_a_sentence_of_the_api_is_marked_as_english()
    {
        using HttpClient khmer = await app.Story.App.AtDeskAsync(language: "km");
        DecisionDesk desk = new(khmer, app.Story.Cycle);

        WebPage answer = await desk.SendAsync(await desk.OpenAsync("cancel-meeting", "meeting=monitoring-workshop"));

        Assert.Equal("en", answer.Document.QuerySelector("[role=alert] [lang]")!.GetAttribute("lang"));
        Assert.Equal("km", answer.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_decision()
    {
        DecisionDesk desk = await OfAnotherAsync();
        WebPage page = await desk.OpenAsync("star", "recommendation=11&back=plan");

        WebPage first = await desk.SendAsync(page);
        WebPage second = await desk.SendAsync(page);
        WebPage other = await desk.SendAsync(page, ("recommendation", "13"));

        Assert.All([first, second], answer => Assert.Equal((HttpStatusCode.SeeOther, $"/desk/cycles/{Cycle}/plan?done=decided"), (answer.Status, answer.Address)));
        Assert.Single(await app.Story.App.Service<DecisionsTable>().ListAsync(Cycle, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("was sent before", other.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.SendAsync(other)).Status);
    }

    [Fact]
    public async Task A_form_leads_back_to_the_desk_alone()
    {
        DecisionDesk desk = await OfAnotherAsync();

        Assert.Equal($"/desk/cycles/{Cycle}?done=decided", await desk.DecideAsync("star", "recommendation=11", ("_back", "https://evil.example")));
    }

    [Fact]
    public async Task An_unknown_kind_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await Desk.OpenAsync("dither")).Status);

    private string Cycle { get; set; } = "";

    private async Task<DecisionDesk> OfAnotherAsync()
    {
        System.Text.Json.Nodes.JsonObject body = app.NewCycle();
        Cycle = (string)body["id"]!;
        using HttpResponseMessage begun = await app.Story.Coordinator.StartAsync(body);
        begun.EnsureSuccessStatusCode();
        return new(client, Cycle);
    }
}
