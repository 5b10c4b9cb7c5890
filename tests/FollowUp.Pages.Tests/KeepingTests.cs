using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

/// <summary>What the pages do so that nothing typed is lost.</summary>
public sealed class KeepingTests
{
    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_languages_of_a_form_page_are_buttons_that_take_along_what_is_typed(string language)
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, language);
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[1]));
        string form = page.QuerySelector("main form")!.Id!;
        IElement[] languages = [.. page.QuerySelectorAll("nav[aria-label] li")];

        Assert.Equal(Wording.Languages, languages.Select(l => l.GetAttribute("lang")));
        Assert.Equal(language, Assert.Single(languages, l => l.QuerySelector("[aria-current=true]") is not null).GetAttribute("lang"));
        Assert.All(languages.Where(l => l.GetAttribute("lang") != language), l =>
        {
            IElement button = l.QuerySelector("button")!;
            Assert.Equal((form, $"{FormInput.Speak}{l.GetAttribute("lang")}"), (button.GetAttribute("form"), button.GetAttribute("value")));
            Assert.True(button.HasAttribute("formnovalidate"));
        });
        Assert.Empty(page.QuerySelectorAll("nav a"));
    }

    [Fact]
    public async Task The_enter_key_goes_on_and_changes_no_language()
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, "en");
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[1]));

        IElement first = page.QuerySelector("button")!;

        Assert.Equal((FormInput.Enter, "true", "-1"), (first.GetAttribute("value"), first.GetAttribute("aria-hidden"), first.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task Where_nothing_is_typed_the_languages_are_links()
    {
        using IHtmlDocument page = await Html.Open(FormPages.Of(RoundForms.Consultation, "en").Receipt());

        Assert.Equal(["?lang=fr", "?lang=km", "?lang=ar"], page.QuerySelectorAll("nav li a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_script_is_small_and_the_policy_of_its_page_allows_it_and_nothing_else()
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, "en");
        FormPageModel model = pages.Page(pages.Steps[1]) with { Keeps = true };
        using IHtmlDocument page = await Html.Open(model);
        string script = page.QuerySelector("script")!.TextContent;

        Assert.InRange(Encoding.UTF8.GetByteCount(script), 1, 4_000);
        Assert.EndsWith($"; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'; connect-src 'self'", model.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith(PageStyle.ContentSecurityPolicy, model.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", (model with { Keeps = false }).ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", pages.Check().ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task What_the_script_says_is_on_the_page_in_its_language_and_is_read_out(string language)
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, language);
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[1]) with { Keeps = true });
        IElement status = page.QuerySelector("[role=status]")!;

        Assert.Empty(status.TextContent);
        Assert.Equal(
            new[] { "draft.kept", "draft.no-file", "draft.lost", "draft.refused", "draft.elsewhere" }.Select(key => Wording.For(language)[key]),
            new[] { "kept", "nofile", "lost", "refused", "elsewhere" }.Select(name => status.GetAttribute($"data-{name}")));
    }
}
