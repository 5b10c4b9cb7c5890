using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>A form that is filled in as a spreadsheet.</summary>
public sealed class SpreadsheetTests(AzuriteFixture azurite)
{
    private static readonly RoundRef consultation = new("testland-2031", "consultation");

    [Fact]
    public async Task An_office_with_a_weak_connection_answers_in_a_spreadsheet()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        await minna.PressAsync(await minna.OpenAsync("/remarks"), FormInput.Later, ("remarks", "=SUM(A1) and more"));

        FormWorkbook sheet = await FormWorkbook.DownloadAsync(story, minna);
        MustBeSound(sheet);
        Assert.Equal("=SUM(A1) and more", sheet.Text("action", "=remarks"));
        sheet.Type(sheet.Cell("action", "11"), "Train teachers").Type(sheet.Cell("priority", "11"), "high")
            .Type(sheet.Cell("time-frame", "11"), "D’ici un an").Type(sheet.Cell("quote", "11"), "Yes, with our name")
            .Type(sheet.Cell("lead", "12-a"), "An office of its own");
        WebPage check = await sheet.SendAsync(story, minna);

        Assert.True(check.IsCheck, check.Text);
        Assert.True((await minna.PressAsync(check, FormInput.Send)).IsReceipt);
        SubmittedAnswer sent = Assert.Single(await story.App.Service<RoundAnswers>().NewestAsync(consultation, TestContext.Current.CancellationToken));
        Assert.Equal(["11", "12-a"], sent.Sheet.All("recommendations"));
        Assert.Equal(
            ("Train teachers", "high", "one-year", "yes", "An office of its own", "=SUM(A1) and more"),
            (Said("action@11"), Said("priority@11"), Said("time-frame@11"), Said("quote@11"), Said("lead@12-a"), Said("remarks")));

        string Said(string key) => sent.Sheet.Answers[key].Single();
    }

    [Fact]
    public async Task What_is_wrong_is_told_cell_by_cell_and_nothing_is_taken()
    {
        await using Story story = await ConsultationAsync();
        Person nadia = story.Person(Party.Ngo);
        FormWorkbook sheet = await FormWorkbook.DownloadAsync(story, nadia);
        string wrong = sheet.Cell("priority", "11");
        string[] cells = [wrong, sheet.Cell("indicator", "13")];
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        WebPage page = await sheet.Type(cells[0], "perhaps").Type(cells[1], new string('x', 301)).Type(sheet.Cell("action", "11"), "គ្រូ").SendAsync(story, nadia);
        FormWorkbook formula = await FormWorkbook.DownloadAsync(story, nadia);
        WebPage refused = await formula.Type(wrong, "1+1", formula: true).SendAsync(story, nadia);

        Assert.Equal("km", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(2, page.Errors.Count);
        Assert.All(cells, cell => Assert.Contains(page.Errors, e => e.StartsWith(cell, StringComparison.Ordinal)));
        Assert.StartsWith(wrong, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(before, await story.EverythingStoredAsync());
        Assert.True((await sheet.Type(cells[0], "high").Type(cells[1], "Fewer").SendAsync(story, nadia)).IsCheck);
    }

    [Fact]
    public async Task What_was_changed_on_the_pages_meanwhile_is_kept_until_the_person_decides()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        await minna.FillInAsync(await minna.OpenAsync(), ("recommendations", "11"), ("recommendations", "13"), ("action", "At first"));
        FormWorkbook sheet = await FormWorkbook.DownloadAsync(story, minna);
        await minna.ContinueAsync(await minna.OpenAsync("/proposal/11"), ("action", "On the page"));
        await minna.ContinueAsync(await minna.OpenAsync("/proposal/13"), ("action", "On the page too"));

        string torn = sheet.Cell("action", "11");
        WebPage page = await sheet.Type(torn, "In the sheet").SendAsync(story, minna);
        string kept = (await minna.OpenAsync("/proposal/11")).Fields["action"].Single();
        WebPage check = await sheet.SendAsync(story, minna, replace: true);

        Assert.StartsWith(torn[1..], Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.True(page.Asks(FormInput.ReplaceField));
        Assert.Equal("On the page", kept);
        Assert.Contains("In the sheet", check.Text, StringComparison.Ordinal);
        Assert.Contains("On the page too", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_spreadsheet_of_somebody_else_or_no_spreadsheet_is_refused()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        FormWorkbook others = await FormWorkbook.DownloadAsync(story, story.Person(Party.Province));
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        WebPage[] pages =
        [
            await others.SendAsync(story, minna),
            await new FormWorkbook("no workbook"u8.ToArray()).SendAsync(story, minna),
            await new FormWorkbook([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]).SendAsync(story, minna),
            await minna.PressAsync(await minna.OpenAsync("/spreadsheet"), FormInput.TakeSheet),
        ];

        Assert.All(pages, page => Assert.Single(page.Errors));
        Assert.Contains("another person", pages[0].Errors[0], StringComparison.Ordinal);
        Assert.Equal(before, await story.EverythingStoredAsync());
    }

    private static void MustBeSound(FormWorkbook sheet)
    {
        using MemoryStream stream = new(sheet.File);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
    }

    private Task<Story> ConsultationAsync() =>
        Story.OnDayAsync(azurite, Schedule.Consultation.Opens, new CycleBuilder { Languages = ["en", "km", "fr"] });
}
