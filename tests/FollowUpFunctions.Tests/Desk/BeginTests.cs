using System.Net;
using System.Text;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Desk;

public sealed class BeginTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_newcomer_begins_a_cycle_with_the_document_and_the_contacts_alone_and_nothing_is_mailed_before()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(BeginFiles.Now);
        using HttpClient client = await app.AtDeskAsync();
        DeskForms desk = new(client);
        MailBag mails = new(app);

        WebPage read = await BeginFiles.GiveAsync(desk);
        Assert.Equal("What was read", read.Heading);
        Assert.Contains("ministries: 4", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(read.Document.QuerySelectorAll("section.note li"), l => l.TextContent.StartsWith("Row", StringComparison.Ordinal));
        Assert.NotEmpty(await client.GetByteArrayAsync("desk/begin/register", Cancellation));

        WebPage settings = await desk.OpenAsync("desk/begin/settings");
        WebPage wrong = await desk.SendAsync(settings, "/desk/begin/settings", new Dictionary<string, string[]> { ["/calendar/rounds/consultation/closes"] = ["1999-01-01"] });
        Assert.Equal("#f-calendar-rounds-consultation-closes", wrong.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("1999-01-01", wrong.Document.QuerySelector("[name='/calendar/rounds/consultation/closes']")!.GetAttribute("value"));

        WebPage preview = await desk.SendAsync(settings, "/desk/begin/settings");
        Assert.Equal("Before anything is sent", preview.Heading);
        Assert.Contains("Asked: 15.", preview.Text, StringComparison.Ordinal);
        Assert.Equal(2, preview.Document.QuerySelectorAll("details .card").Length);
        WebPage form = await desk.OpenAsync("desk/begin/preview/form?lang=fr");
        Assert.Equal("fr", form.Document.DocumentElement.GetAttribute("lang"));
        WebPage tried = await desk.SendAsync(form, "/desk/begin/preview/form");
        Assert.Contains("This is a preview: nothing was sent.", tried.Text, StringComparison.Ordinal);
        Assert.Empty(await mails.ReadAsync());

        WebPage tested = await desk.SendAsync(preview, "/desk/begin/test");
        Assert.Contains("The test mail was sent to your address.", tested.Text, StringComparison.Ordinal);
        Letter mail = Assert.Single(await mails.ReadAsync());
        Assert.Equal((TestApp.DeskCoordinator, true), (mail.To, mail.Message.Subject!.StartsWith("[Test] ", StringComparison.Ordinal)));
        Assert.Contains("/desk/begin/preview/form", mail.Text, StringComparison.Ordinal);
        Assert.Null(mail.Unsubscribe);
        Assert.Empty(await app.Cycles.ListAsync(Cancellation));

        HttpResponseMessage[] twice = await Task.WhenAll(desk.PostAsync(preview, "/desk/begin/start"), desk.PostAsync(preview, "/desk/begin/start"));
        Assert.All(twice, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        HttpResponseMessage again = await desk.PostAsync(preview, "/desk/begin/start");
        string id = Assert.Single(await app.Cycles.ListAsync(Cancellation));
        Assert.StartsWith($"/desk/cycles/{id}", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(15, (await app.Cycles.CurrentFactsAsync(id, Cancellation)).Stakeholders.Count);
        Assert.Single(await mails.ReadAsync());
    }

    [Theory]
    [InlineData("photo.jpg", "This is a picture.")]
    [InlineData("empty.docx", "The document is empty.")]
    [InlineData("old.doc", "old word processor")]
    public async Task A_wrong_document_is_refused_at_its_field_and_what_was_typed_stays(string name, string sentence)
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(BeginFiles.Now);
        using HttpClient client = await app.AtDeskAsync();
        byte[] bytes = name switch
        {
            "photo.jpg" => [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3],
            "old.doc" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("WordDocument")],
            _ => "  "u8.ToArray(),
        };

        WebPage page = await BeginFiles.GiveAsync(new(client), document: (name, bytes), title: "<script>alert(1)</script>");

        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("#fdocument", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal("<script>alert(1)</script>", page.Document.QuerySelector("[name='/title']")!.GetAttribute("value"));
        Assert.Empty(page.Document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Wrong_contacts_are_told_by_row_and_column_and_a_file_without_a_needed_column_at_its_field()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(BeginFiles.Now);
        using HttpClient client = await app.AtDeskAsync();
        DeskForms desk = new(client);

        WebPage noColumn = await BeginFiles.GiveAsync(desk, contacts: ("contacts.csv", "Organisation;Language\nA;en\n"u8.ToArray()));
        Assert.Contains(noColumn.Errors, e => e.Contains("email", StringComparison.Ordinal));
        WebPage read = await BeginFiles.GiveAsync(
            desk, contacts: ("contacts.csv", "Organisation;Category;Contact;Email;Language\n<b>A</b>;ministry;Ann;not an address;en\n"u8.ToArray()));

        Assert.Contains("Row 2, column email", read.Text, StringComparison.Ordinal);
        WebPage preview = await desk.OpenAsync("desk/begin/preview");
        Assert.Contains("Row 2, column email", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/begin/start", preview.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_at_its_field()
    {
        await using TestApp app = await TestApp.StartAsync(azurite);
        await app.RunToAsync(BeginFiles.Now);
        using HttpClient client = await app.AtDeskAsync();

        WebPage page = await BeginFiles.GiveAsync(new(client), document: ("long.docx", new byte[10_000_001]));

        Assert.Contains("more than 10 MB", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_a_draft_and_only_coordinators_of_the_installation_begin()
    {
        await using TestApp app = await TestApp.StartAsync(azurite, new() { Settings = new Dictionary<string, string?> { ["Desk:Coordinators"] = $"{TestApp.DeskCoordinator},second@example.org" } });
        await app.RunToAsync(BeginFiles.Now);
        using HttpClient first = await app.AtDeskAsync();
        using HttpClient second = await app.AtDeskAsync("second@example.org");
        using HttpClient other = await app.AtDeskAsync("other@example.org");
        await BeginFiles.GiveAsync(new(first), title: "The title of the first");

        Assert.Contains("The title of the first", await first.GetStringAsync("desk/begin", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("The title of the first", await second.GetStringAsync("desk/begin", Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await second.GetAsync("desk/begin/read", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("desk/begin", Cancellation)).StatusCode);
    }
}
