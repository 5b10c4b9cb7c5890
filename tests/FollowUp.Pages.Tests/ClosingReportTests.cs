using System.IO.Compression;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Closing;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class ClosingReportTests
{
    private static readonly int _most = AlternativeReports.WordLimit - AlternativeReports.OwnWords;

    public static MatrixTheoryData<int, string> SizesAndLanguages => new([2, 40, 100, 200, 250], Wording.Languages);

    [Theory]
    [MemberData(nameof(SizesAndLanguages))]
    public void However_much_there_is_to_tell_it_leaves_room_within_the_limit_and_every_recommendation_is_there(int recommendations, string language)
    {
        PublishedPlan plan = Progresses.Plan(recommendations, 8);
        ClosingText text = ClosingWriter.Write(ClosingReports.Compose(plan), language);

        TestContext.Current.TestOutputHelper?.WriteLine($"{recommendations} in {language}: {text.Words} words");
        Assert.InRange(text.Words, 1, recommendations <= 200 ? _most : AlternativeReports.WordLimit);
        Assert.Equal(
            plan.Clusters.SelectMany(c => c.Recommendations).Select(r => r.Key),
            text.Chapters.SelectMany(c => c.Sections).Select(s => s.Key));
        Assert.Equal(plan.Clusters.Select(c => (int?)c.Number), text.Chapters.Select(c => c.Cluster).Where(c => c is not null));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public void The_words_that_it_says_it_has_are_those_of_the_document(string language)
    {
        PublishedPlan plan = Progresses.Plan(30, 4);
        ClosingText text = ClosingWriter.Write(ClosingReports.Compose(plan), language);
        using WordprocessingDocument word = WordprocessingDocument.Open(new MemoryStream(ClosingDocument.Write(text, plan, language)), isEditable: false);

        int counted = word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Sum(p => WordCount.Of(string.Concat(p.Descendants<Text>().Select(t => t.Text))));

        Assert.Equal(text.Words, counted);
        Assert.Contains($"{text.Words}", string.Concat(text.Front.Select(b => b.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_out_is_said_and_counted()
    {
        PublishedPlan plan = Progresses.Plan(250, 8);
        ClosingText text = ClosingWriter.Write(ClosingReports.Compose(plan), "en");

        Assert.Contains(text.Front, b => b.Text.Contains("of 250 recommendations are told more shortly", StringComparison.Ordinal));
        Assert.Contains(text.Chapters.SelectMany(c => c.Sections).SelectMany(s => s.Blocks), b => b.Text.StartsWith("Left out here: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_even_the_shortest_is_too_long_it_says_so_and_leaves_nothing_out()
    {
        PublishedPlan plan = Progresses.Plan(900, 1);
        ClosingText text = ClosingWriter.Write(ClosingReports.Compose(plan), "en");

        Assert.Equal(900, text.Chapters.Sum(c => c.Sections.Count));
        Assert.Contains(text.Front, b => b.Text.StartsWith("Even told as shortly as can be", StringComparison.Ordinal));
    }

    [Fact]
    public void It_says_what_was_planned_done_by_whom_with_what_evidence_and_what_hindered()
    {
        ClosingSection section = ClosingWriter.Write(ClosingReports.Compose(Plans.Small), "en").Chapters.SelectMany(c => c.Sections).First();
        string all = string.Join('\n', section.Blocks.SelectMany(b => b.Items.Prepend(b.Text)));

        Assert.All(
            new[]
            {
                "Put the draft law on the agenda of the Council of Ministers – Ministry of Justice, by 1 December 2031", "Adopt the child protection law", "Follow the draft through each reading",
                "Government: Ministry of Justice – Under way. Law or policy: Before parliament or the government. Evidence: https://example.org/law.pdf", "What hindered: Nobody has seen the draft",
                "The newest views of it differ.", "[Our assessment: write here]",
            },
            said => Assert.Contains(said, all, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public void The_document_is_valid_and_ready_to_be_worked_on(string language)
    {
        PublishedPlan plan = Progresses.Plan(20, 3);
        byte[] document = ClosingDocument.Write(ClosingWriter.Write(ClosingReports.Compose(plan), language), plan, language);
        using WordprocessingDocument word = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        Body body = word.MainDocumentPart!.Document!.Body!;

        Assert.Empty(Documents.Faults(document));
        Assert.Equal(20, body.Elements<Paragraph>().Count(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading2"));
        Assert.Contains("TOC ", body.Descendants<FieldCode>().Single().Text, StringComparison.Ordinal);
        Assert.Equal(22, body.Elements<SdtBlock>().Count(s => s.SdtProperties!.GetFirstChild<ShowingPlaceholder>() is not null));
        string[] styles = [.. word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!)];
        Assert.All(body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).Distinct(), style => Assert.Contains(style, styles));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_page_says_what_the_document_says(string language)
    {
        PublishedPlan plan = Progresses.Plan(20, 3);
        ClosingText text = ClosingWriter.Write(ClosingReports.Compose(plan), language);
        using IHtmlDocument page = await Html.Open(new ClosingPageModel(text, plan.Title, language, Plans.Pages, "../index.html", "closing-report.docx", "plan.json"));

        Html.HoldsForEveryPage(page, language);
        string body = page.Body!.TextContent;
        Assert.All(text.Chapters.SelectMany(c => c.Sections).SelectMany(s => s.Blocks).SelectMany(b => b.Items.Prepend(b.Text)), said => Assert.Contains(said, body, StringComparison.Ordinal));
        Assert.Equal(20, page.QuerySelectorAll("article[id^='r-']").Length);
        Assert.All(page.QuerySelectorAll(".toc a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
    }
}
