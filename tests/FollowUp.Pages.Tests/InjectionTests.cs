using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Pages.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace FollowUp.Pages.Tests;

/// <summary>Whatever stands in any text of any page's model, no markup comes of it. New pages are found by themselves.</summary>
public sealed class InjectionTests
{
    private const int Tries = 12;

    // Each closes what a text may stand in, and begins an element or an attribute that no page has.
    private static readonly string[] fragments =
    [
        "<x-evil>", "\" x-evil=\"", "' x-evil='", " x-evil ", "</title><x-evil>", "</style><x-evil>", "</script><x-evil>", "</textarea><x-evil>", "--><x-evil>",
        "<script>x</script>", "<svg/onload=x>", "<img src=x onerror=x>", "]]><x-evil>", "&lt;x-evil&gt;", "{closes}", "@(1)", "=1+1", "\0", "\u2028", "\r\n", "ក្រ", "‮", "javascript:x",
    ];

    public static TheoryData<Type> Models =>
        [.. typeof(PageModel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task No_text_of_a_page_becomes_markup(Type model)
    {
        HashSet<string> ordinary = Names(await RenderAsync(model, "x"));
        foreach (string hostile in Gen.ArrayOf(Gen.Elements(fragments)).Where(f => f.Length > 0).Select(string.Concat).Sample(Tries, 6).Append(string.Concat(fragments)))
        {
            HashSet<string> names = Names(await RenderAsync(model, hostile));

            names.ExceptWith(ordinary);
            Assert.True(names.Count == 0, $"{model.Name} with “{hostile}” has {string.Join(", ", names)}.");
        }
    }

    private static async Task<string> RenderAsync(Type model, string text)
    {
        Filled filled = new(text);
        string html = await Rendering.Pages.RenderAsync((PageModel)filled.Of(model));
        Assert.True(filled.Texts > 0, $"No text of {model.Name} was filled.");
        return html;
    }

    // Every element and every attribute by its name, and how often there is what can run.
    private static HashSet<string> Names(string html)
    {
        using IHtmlDocument page = Html.Parse(html);
        return
        [
            .. page.All.Select(e => e.LocalName),
            .. page.All.SelectMany(e => e.Attributes.Select(a => $"{e.LocalName}[{a.Name}]")),
            .. page.All.GroupBy(e => e.LocalName).Where(g => g.Key is "script" or "style" or "iframe" or "form" or "meta").Select(g => $"{g.Count()} × {g.Key}"),
        ];
    }
}
