using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FollowUp.Pages.Tests.Builders;

/// <summary>Reads rendered pages, and holds what is true of every one of them.</summary>
internal static class Html
{
    public static async Task<IHtmlDocument> Open(PageModel model) => Parse(await Rendering.Pages.RenderAsync(model));

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>What goes over the air: the smaller encoding that every browser understands, without headers.</summary>
    public static int CompressedSize(string html)
    {
        using MemoryStream compressed = new();
        using (BrotliStream brotli = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
            brotli.Write(Encoding.UTF8.GetBytes(html));
        return (int)compressed.Length;
    }

    public static void HoldsForEveryPage(IHtmlDocument page, string language)
    {
        IElement root = page.DocumentElement;
        Assert.Equal(language, root.GetAttribute("lang"));
        Assert.Equal(language == "ar" ? "rtl" : "ltr", root.GetAttribute("dir"));
        Assert.NotNull(page.QuerySelector("meta[name=viewport]"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main#main"));
        Assert.Equal("#main", page.QuerySelector("a")!.GetAttribute("href"));

        string[] ids = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-describedby],[aria-labelledby]"), e =>
            Assert.All($"{e.GetAttribute("aria-describedby")} {e.GetAttribute("aria-labelledby")}".Split(' ', StringSplitOptions.RemoveEmptyEntries), id =>
                Assert.Contains(id, ids)));
        Assert.All(page.QuerySelectorAll("h1,h2,h3,h4,p,li,dt,dd,label,legend,button,a,th,option[value='']"), e =>
            Assert.False(string.IsNullOrWhiteSpace(e.TextContent), e.OuterHtml));
        Assert.All(Wording.For("en").Keys, key => Assert.DoesNotContain(key, page.Body!.TextContent, StringComparison.Ordinal));

        Assert.All(page.QuerySelectorAll("script:not([type='application/ld+json'])"), script => Assert.Contains(script.TextContent, new[] { PageScript.Draft.Text, PageScript.Leave.Text }));
        Assert.Empty(page.QuerySelectorAll("script[src],link:not([rel=alternate]),img,iframe,object,embed,[style],[onclick]"));
        Assert.All(page.QuerySelectorAll("[href]"), e => IsHarmless(e.GetAttribute("href")!));
    }

    public static void EveryControlHasALabel(IHtmlDocument page) =>
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]),textarea,select"), control =>
            Assert.Single(page.QuerySelectorAll("label"), label => label.GetAttribute("for") == control.Id));

    private static void IsHarmless(string href) =>
        Assert.True(
            !Uri.TryCreate(href, UriKind.Absolute, out Uri? uri) || uri.Scheme is "http" or "https" or "file" or "tel",
            $"A page must not link to {href}.");
}
