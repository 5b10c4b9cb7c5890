using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Report;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class ReportTests
{
    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_report_is_a_whole_page_in_every_language(string language)
    {
        using IHtmlDocument page = await Html.Open(Reports.Page(Reports.Full, language));

        Html.HoldsForEveryPage(page, language);
        Assert.Equal(PageStyle.PublishedContentSecurityPolicy, page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
        Assert.Equal([$"report.{language}.docx", "report.json", "report.schema.json"], page.QuerySelectorAll(".about a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task It_says_who_promised_what_and_who_stands_by_it()
    {
        using IHtmlDocument page = await Html.Open(Reports.Page(Reports.Full, "en"));
        IElement recommendation = page.QuerySelector($"#{ReportPageModel.Anchor(Reports.Full.Recommendations[0].Key)}")!;

        Assert.Contains("Ministry of Justice, confirmed, by 1 December 2031", recommendation.TextContent, StringComparison.Ordinal);
        Assert.Contains("Child Rights Now, not yet confirmed", recommendation.TextContent, StringComparison.Ordinal);
        Assert.Contains("Village teachers, not asked: we have no address", recommendation.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ministry of Education, declined", recommendation.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_took_up_can_be_found_from_the_contents()
    {
        using IHtmlDocument page = await Html.Open(Reports.Page(Reports.Full, "en"));

        Assert.NotNull(page.QuerySelector(".toc a[href='#not-taken-up']"));
        string href = page.QuerySelectorAll("section[aria-labelledby=not-taken-up] li a").Single().GetAttribute("href")!;
        Assert.Contains("Nobody committed themselves.", page.QuerySelector(href)!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_came_and_nobody_committed_it_says_so()
    {
        using IHtmlDocument page = await Html.Open(Reports.Page(Reports.Nothing, "en"));

        Assert.Contains("Nobody took part", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No organisation committed itself", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[aria-labelledby=reach] tbody tr").Length);
    }

    [Fact]
    public async Task While_attendance_is_not_recorded_it_says_whom_it_counts()
    {
        using IHtmlDocument said = await Html.Open(Reports.Page(Reports.Full, "en"));
        using IHtmlDocument recorded = await Html.Open(Reports.Page(Reports.Full with { AttendanceRecorded = true }, "en"));

        Assert.Equal(("Said they would come", "Took part"), (Attended(said), Attended(recorded)));

        static string Attended(IHtmlDocument page) => page.QuerySelectorAll("[aria-labelledby=reach] th[scope=col]")[3].TextContent;
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public void The_word_document_is_valid_and_says_its_language(string language)
    {
        using WordprocessingDocument word = Open(ReportDocument.Write(Reports.Full, language));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Languages languages = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single();
        Assert.Equal((language, language, language), (languages.Val!.Value, languages.Bidi!.Value, word.PackageProperties.Language));
    }

    [Fact]
    public void The_word_document_has_headings_that_can_be_jumped_to_and_tables_with_a_header_row()
    {
        using WordprocessingDocument word = Open(ReportDocument.Write(Reports.Full, "en"));
        Body body = word.MainDocumentPart!.Document!.Body!;

        string[] styles = [.. body.Elements<Paragraph>().Select(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value).OfType<string>()];
        Assert.Equal("Title", styles[0]);
        Assert.Superset(new HashSet<string> { "Heading1", "Heading2", "Heading3" }, styles.ToHashSet());
        Assert.All(body.Elements<Table>(), table => Assert.Single(table.Elements<TableRow>(), r => r.TableRowProperties?.GetFirstChild<TableHeader>() is not null));
    }

    [Fact]
    public void The_word_document_says_what_the_page_says()
    {
        using WordprocessingDocument word = Open(ReportDocument.Write(Reports.Full, "en"));
        string text = word.MainDocumentPart!.Document!.Body!.InnerText;

        Assert.All(
            new[] { "Put the draft law on the agenda", "Ministry of Justice(confirmed)", "Child Rights Now (not yet confirmed)", "បណ្តុះបណ្តាលគ្រូ", "Nobody committed themselves." },
            sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Arabic_runs_from_right_to_left()
    {
        using WordprocessingDocument word = Open(ReportDocument.Write(Reports.Full, "ar"));
        MainDocumentPart main = word.MainDocumentPart!;

        Assert.NotEmpty(main.StyleDefinitionsPart!.Styles!.Descendants<BiDi>());
        Assert.All(main.Document!.Body!.Descendants<TableProperties>(), t => Assert.NotNull(t.GetFirstChild<BiDiVisual>()));
    }

    [Fact]
    public void A_character_that_no_document_can_hold_does_not_stop_it()
    {
        ReportedCommitment pasted = Reports.Full.Recommendations[0].Commitments[0] with { Action = "Pasted\u0001 from\u000B somewhere" };
        CommitmentsReport report = Reports.Full with { Recommendations = [Reports.Full.Recommendations[0] with { Commitments = [pasted, Reports.Full.Recommendations[0].Commitments[1]] }, Reports.Full.Recommendations[1]] };

        using WordprocessingDocument word = Open(ReportDocument.Write(report, "en"));

        Assert.Contains("Pasted from somewhere", word.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
}
