using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Pages.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace FollowUp.Pages.Tests;

/// <summary>Whatever stands in any text of any page's model, no markup comes of it. New pages are found by themselves.</summary>
public sealed partial class InjectionTests
{
    private const int Tries = 12;
    private const int MostCodes = 60;

    // Each closes what a text may stand in, and begins an element or an attribute that no page has.
    private static readonly string[] fragments =
    [
        "<x-evil>", "\" x-evil=\"", "' x-evil='", " x-evil ", "</title><x-evil>", "</style><x-evil>", "</script><x-evil>", "</textarea><x-evil>", "--><x-evil>",
        "<script>x</script>", "<svg/onload=x>", "<img src=x onerror=x>", "]]><x-evil>", "&lt;x-evil&gt;", "{closes}", "@(1)", "=1+1", "\0", "\u2028", "\r\n", "ក្រ", "‮", "javascript:x",
    ];

    // The parts of a report of commitments name one another, so it can't be filled with one text; HostileTextTests of the app reads a published one.
    public static TheoryData<Type> Models =>
        [.. typeof(PageModel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract && t != typeof(Report.ReportPageModel)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task No_text_of_a_page_becomes_markup(Type model)
    {
        Dictionary<string, string> codes = await LearnAsync(model);
        HashSet<string> ordinary = Names(await RenderAsync(model, codes, "x"));
        foreach (string hostile in Gen.ArrayOf(Gen.Elements(fragments)).Where(f => f.Length > 0).Select(string.Concat).Sample(Tries, 6).Append(string.Concat(fragments)))
        {
            HashSet<string> names = Names(await RenderAsync(model, codes, hostile));

            names.ExceptWith(ordinary);
            Assert.True(names.Count == 0, $"{model.Name} with “{hostile}” has {string.Join(", ", names)}.");
        }
    }

    private static async Task<string> RenderAsync(Type model, Dictionary<string, string> codes, string text)
    {
        bool filled = false;
        string html = await Rendering.Pages.RenderAsync((PageModel)new Filled(member =>
        {
            if (codes.TryGetValue(member, out string? code))
                return code;
            filled = true;
            return text;
        }).Of(model));
        Assert.True(filled, $"No text of {model.Name} was filled.");
        return html;
    }

    // Which members are words of ours by which a page finds its texts, and never typed by anybody: the page says so itself, by failing without them.
    private static async Task<Dictionary<string, string>> LearnAsync(Type model)
    {
        Dictionary<string, string> codes = [];
        HashSet<(string Member, string Code)> refused = [];
        for (int n = 0; n < MostCodes; n++)
        {
            List<string> members = [];
            try
            {
                await Rendering.Pages.RenderAsync((PageModel)new Filled(member =>
                {
                    members.Add(member);
                    return codes.TryGetValue(member, out string? code) ? code : $"x{members.Count - 1}q";
                }).Of(model));
                return codes;
            }
            catch (InvalidOperationException e) when (MissingText().Match(e.Message) is { Success: true } missing)
            {
                string key = missing.Groups[1].Value;
                if (Tag().Match(key) is { Success: true } tag)
                {
                    Learn(members[int.Parse(tag.Groups[1].Value, CultureInfo.InvariantCulture)], key, tag.Value);
                }
                else
                {
                    // What was found for one text does not fit another: the next one.
                    (string member, string code) = codes.First(c => key.Split('.').Contains(c.Value) || key.Contains($".{c.Value}.", StringComparison.Ordinal));
                    refused.Add((member, code));
                    Learn(member, key, code);
                }
            }
            catch (KeyNotFoundException e) when (Tag().Match(e.Message) is { Success: true } tag)
            {
                // What one part of a model names by its key is in another.
                foreach (string member in members.Where(m => m.EndsWith(".Key", StringComparison.Ordinal)).Append(members[int.Parse(tag.Groups[1].Value, CultureInfo.InvariantCulture)]))
                    codes[member] = "key";
            }
        }

        throw new InvalidOperationException($"{model.Name} still lacks texts after {MostCodes} tries.");

        // Texts without places first, which nothing need be given for.
        void Learn(string member, string key, string part)
        {
            Regex wanted = new($"^{Regex.Escape(key).Replace(Regex.Escape(part), "(.+)", StringComparison.Ordinal)}$");
            codes[member] = Wording.For("en").Keys
                .Select(k => (Code: wanted.Match(k).Groups[1].Value, HasPlaces: Wording.For("en")[k].Contains('{', StringComparison.Ordinal)))
                .Where(k => k.Code.Length > 0 && !refused.Contains((member, k.Code)))
                .OrderBy(k => k.HasPlaces)
                .ThenBy(k => k.Code.Contains('.', StringComparison.Ordinal))
                .Select(k => k.Code)
                .First();
        }
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

    [GeneratedRegex("no en text under '([^']+)'")]
    private static partial Regex MissingText();

    [GeneratedRegex(@"x(\d+)q")]
    private static partial Regex Tag();
}
