using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Messages;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class PageSafetyTests
{
    private const int FirstRoundTrip = 14 * 1024;

    [Fact]
    public async Task The_policy_allows_the_style_sheet_of_the_page_and_nothing_else()
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, "km");
        using IHtmlDocument form = await Html.Open(pages.Page(pages.Steps[0]));
        using IHtmlDocument plan = await Html.Open(Plans.Page(Plans.Small, "km"));

        Assert.Contains(StyleHash(form), PageStyle.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Contains(StyleHash(plan), PageStyle.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; ", PageStyle.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", PageStyle.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", PageStyle.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Null(form.QuerySelector("meta[http-equiv]"));
    }

    [Fact]
    public async Task A_published_page_carries_its_policy_before_its_style_sheet()
    {
        using IHtmlDocument page = await Html.Open(Plans.Overview(Plans.Small, "en"));
        string policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

        Assert.Equal(PageStyle.PublishedPolicy("https://follow-up.example.org/find/khm-2030"), policy);
        Assert.Contains("form-action https://follow-up.example.org;", policy, StringComparison.Ordinal);
        using IHtmlDocument without = await Html.Open(Plans.Page(Plans.Small, "en"));
        Assert.Equal(PageStyle.PublishedContentSecurityPolicy, without.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"));
        Assert.Contains("form-action 'none'", PageStyle.PublishedContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Contains(StyleHash(page), policy, StringComparison.Ordinal);
        Assert.DoesNotContain("frame-ancestors", policy, StringComparison.Ordinal);
        Assert.True(page.Head!.InnerHtml.IndexOf("http-equiv", StringComparison.Ordinal) < page.Head.InnerHtml.IndexOf("<style", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Everything.FormsAndLanguages), MemberType = typeof(Everything))]
    public async Task Every_form_page_comes_in_one_round_trip(string form, string language)
    {
        FormPages pages = FormPages.Of(Everything.Form(form), language, recommendations: 100) with
        {
            Organisations = [.. Enumerable.Range(1, 100).Select(n => $"Organisation number {n} for children in province {n * 7 % 25}")],
        };
        foreach (FormStep step in pages.Steps.DistinctBy(s => s.Page))
        {
            Assert.InRange(Html.CompressedSize(await Rendering.Pages.RenderAsync(pages.Page(step) with { Concern = 20, Spreadsheet = "/answer/token/spreadsheet", Keeps = true })), 1, FirstRoundTrip);
            Assert.InRange(Html.CompressedSize(await Rendering.Pages.RenderAsync(pages.Page(step) with { Keeps = true })), 1, FirstRoundTrip);
        }
    }

    [Theory]
    [MemberData(nameof(Everything.MessagesAndLanguages), MemberType = typeof(Everything))]
    public async Task Every_message_is_a_whole_page(MessageKind kind, string language)
    {
        using IHtmlDocument page = await Html.Open(new MessagePageModel(PageFrame.Unknown(language), kind, "/post", "/form", FormPages.Closes));

        Html.HoldsForEveryPage(page, language);
        Assert.Equal(kind is MessageKind.DeadLink or MessageKind.Unsubscribe, page.QuerySelector("form[method=post][action='/post'] button") is not null);
    }

    [Fact]
    public async Task Khmer_is_written_as_letters_not_as_entities()
    {
        string html = await Rendering.Pages.RenderAsync(new MessagePageModel(PageFrame.Unknown("km"), MessageKind.Saved));

        Assert.Contains("ចម្លើយ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x17", html, StringComparison.Ordinal);
    }

    private static string StyleHash(IHtmlDocument page) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)))}'";
}
