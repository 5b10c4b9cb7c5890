using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class FormPageTests
{
    [Theory]
    [MemberData(nameof(Everything.FormsAndLanguages), MemberType = typeof(Everything))]
    public async Task Every_step_can_be_read_and_filled_in(string form, string language)
    {
        FormPages pages = FormPages.Of(Everything.Form(form), language);
        foreach (FormStep step in pages.Steps)
        {
            using IHtmlDocument page = await Html.Open(pages.Page(step) with { Keeps = true });

            Html.HoldsForEveryPage(page, language);
            Html.EveryControlHasALabel(page);
            Assert.NotNull(page.QuerySelector("meta[name=robots][content^=noindex]"));
            Assert.Null(page.QuerySelector("[role=alert]"));
            Assert.All(step.Page.Questions, q => Assert.NotEmpty(page.QuerySelectorAll(q.Kind switch
            {
                QuestionKind.Date => $"[name={q.Id}-day]",
                QuestionKind.Ranking => $"[name^='{q.Id}~']",
                _ => $"[name={q.Id}]",
            })));
            Assert.Equal(language, page.QuerySelector("input[name=_language]")!.GetAttribute("value"));
        }
    }

    [Theory]
    [MemberData(nameof(Everything.FormsAndLanguages), MemberType = typeof(Everything))]
    public async Task What_is_wrong_is_said_on_top_and_at_the_field_and_what_was_typed_stays(string form, string language)
    {
        FormPages pages = FormPages.Of(Everything.Form(form), language).Typed(Wrong);
        foreach (FormStep step in pages.Steps)
        {
            FormPageModel model = pages.Page(step, check: true);
            using IHtmlDocument page = await Html.Open(model);

            Html.HoldsForEveryPage(page, language);
            Html.EveryControlHasALabel(page);
            IHtmlCollection<IElement> links = page.QuerySelectorAll("[role=alert] a");
            Assert.Equal(model.Errors.Count, links.Length);
            if (model.Errors.Count > 0)
                Assert.StartsWith(Wording.For(language)["error.prefix"].TrimEnd(':', '៖', '\u00a0'), page.Title, StringComparison.Ordinal);
            Assert.All(links.Zip(model.Errors), pair =>
            {
                IElement control = page.QuerySelector(pair.First.GetAttribute("href")!)!;
                IElement field = control.Closest(".field")!;
                Assert.Contains(control.LocalName, new[] { "input", "textarea" });
                Assert.NotNull(field.QuerySelector(".error"));
                Assert.Contains("-error", (field.QuerySelector("[aria-describedby]") ?? field).GetAttribute("aria-describedby"), StringComparison.Ordinal);
                Assert.True(field.HasAttribute("aria-invalid") || field.QuerySelector("[aria-invalid=true]") is not null);
            });
            Assert.All(step.Page.Questions.Where(q => q.Kind is QuestionKind.LongText or QuestionKind.ShortText or QuestionKind.Link or QuestionKind.Number), q =>
                Assert.Equal(Wrong(q), Typed(page, q.Id)));
            Assert.All(step.Page.Questions.Where(q => q.Kind == QuestionKind.Date), q =>
                Assert.Equal(("45", "13", "2030"), (Typed(page, q.Id + "-day"), Typed(page, q.Id + "-month"), Typed(page, q.Id + "-year"))));
        }
    }

    [Theory]
    [MemberData(nameof(Everything.FormsAndLanguages), MemberType = typeof(Everything))]
    public async Task The_answers_are_all_on_the_page_where_they_are_checked(string form, string language)
    {
        FormPages pages = FormPages.Of(Everything.Form(form), language).Typed(Right);
        using IHtmlDocument page = await Html.Open(pages.Check());

        Html.HoldsForEveryPage(page, language);
        Assert.Empty(page.QuerySelectorAll("[role=alert]"));
        Assert.Equal(pages.Steps.Count, page.QuerySelectorAll("a.change").Length);
        Assert.All(pages.Steps, step => Assert.NotNull(page.QuerySelector($"a[href='/answer/token/{step.Path}?lang={language}']")));
        Assert.All(
            pages.Form.Pages.SelectMany(p => p.Questions).Where(q => q.Kind is QuestionKind.LongText or QuestionKind.Link or QuestionKind.Organisation),
            q => Assert.Contains(page.QuerySelectorAll("dd"), dd => dd.TextContent == Right(q)));
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task An_order_is_read_back_by_its_places_and_what_is_wrong_with_one_leads_to_its_field(string language)
    {
        FormPages pages = FormPages.Of(RoundForms.Ballot, language);
        FormPages ordered = pages with { Sheet = pages.Sheet.With(RoundForms.Ballot.Pages[0], null, Order("9-a=2", "9-b=1", "9-c=2")) };
        FormPages wrong = pages with { Sheet = pages.Sheet.With(RoundForms.Ballot.Pages[0], null, Order("9-a=4", "9-b=1", "9-b=2", "66-z=1")) };
        using IHtmlDocument check = await Html.Open(ordered.Check());
        using IHtmlDocument page = await Html.Open(wrong.Page(wrong.Steps[0], check: true));

        Assert.Equal(["1. ¶9(b)", "2. ¶9(a)", "2. ¶9(c)"], check.QuerySelectorAll(".places li").Select(li => string.Join(' ', li.TextContent.Split(' ').Take(2))));
        Assert.Equal(["#f-order-9-a", "#f-order-9-b", "#f-order-9-a"], page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
        Assert.Equal("4", page.QuerySelector("#f-order-9-a")!.GetAttribute("value"));
        Assert.EndsWith(Wording.For(language)["error.two-places"], page.QuerySelectorAll("[role=alert] a")[1].TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, IReadOnlyList<string>> Order(params string[] places) => new() { [RoundForms.Order] = places };

    [Fact]
    public async Task Checking_leads_to_the_step_where_something_is_wrong()
    {
        FormPages pages = FormPages.Of(EarlierForms.Consultation, "en").Typed(q => q.Id == "strategy" ? "By steps" : null);
        using IHtmlDocument page = await Html.Open(pages.Check());

        Assert.Equal(3, page.QuerySelectorAll("[role=alert] a").Length);
        Assert.Equal("/answer/token/proposal/9-a?lang=en#f-action", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.StartsWith("¶9(a): ", page.QuerySelector("[role=alert] a")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything.FormsAndLanguages), MemberType = typeof(Everything))]
    public async Task The_receipt_says_what_was_received_and_what_comes_next(string form, string language)
    {
        FormPages pages = FormPages.Of(Everything.Form(form), language);
        using IHtmlDocument page = await Html.Open(pages.Receipt(late: true));

        Html.HoldsForEveryPage(page, language);
        Assert.Contains("K7QF-2M9D", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("03:59", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(Wording.For(language)["receipt.late"], page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(Wording.For(language)[$"form.{form}.next"], page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_sheet_is_not_offered_to_be_sent()
    {
        using IHtmlDocument page = await Html.Open(FormPages.Of(RoundForms.Commitments, "en").Check());

        Assert.Null(page.QuerySelector("button"));
        Assert.Contains("nothing to send yet", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_form_says_that_what_is_sent_is_kept()
    {
        FormPages pages = FormPages.Of(RoundForms.Progress, "en");
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[0]) with { Late = true });

        Assert.Contains("kept and marked as late", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suggestions_stay_away_where_there_are_too_many_for_a_weak_network()
    {
        FormPages pages = FormPages.Of(RoundForms.Commitments, "en") with { Organisations = [.. Enumerable.Range(0, 101).Select(n => $"Organisation {n}")] };
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[0]));

        Assert.Null(page.QuerySelector("datalist"));
        Assert.Null(page.QuerySelector("[list]"));
    }

    [Fact]
    public async Task What_concerns_the_person_comes_first_and_the_others_stand_by_cluster_behind_it()
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, "en", recommendations: 30);
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[0]) with { Concern = 4, Sheet = AnswerSheet.Blank(pages.Form, "en") });
        using IHtmlDocument chosen = await Html.Open(pages.Page(pages.Steps[0]) with { Concern = 4 });

        Assert.Equal(30, page.QuerySelectorAll("input[type=checkbox]").Length);
        Assert.Equal(26, page.QuerySelectorAll("details input[type=checkbox]").Length);
        Assert.Equal(pages.Asked.Skip(4).Select(r => r.Cluster).Distinct().Count(), page.QuerySelectorAll("details summary").Length);
        Assert.Empty(page.QuerySelectorAll("details[open]"));
        Assert.Equal(chosen.QuerySelectorAll("details").Length, chosen.QuerySelectorAll("details[open]").Length);
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task Nobody_is_quoted_who_does_not_say_so(string language)
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, language);
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[1]));

        Assert.Equal("no", page.QuerySelector("[name=quote][checked]")!.GetAttribute("value"));
        Assert.Equal(2, page.QuerySelectorAll("[name=quote]").Length);
    }

    [Fact]
    public async Task What_another_window_has_saved_stands_beside_what_was_typed()
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, "en").Typed(q => q.Id == "action" ? "Mine" : null);
        AnswerSheet theirs = FormPages.Of(RoundForms.Consultation, "en").Typed(q => q.Id == "action" ? "Theirs" : null).Sheet;
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[1]) with { SavedElsewhere = theirs });

        Assert.Equal("Mine", Typed(page, "action"));
        Assert.Contains("Theirs", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Fingerprint.Of(pages.Steps[1], theirs), page.QuerySelector("[name=_seen]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_optional_choice_can_be_taken_back()
    {
        FormPages pages = FormPages.Of(RoundForms.Consultation, "en");
        using IHtmlDocument page = await Html.Open(pages.Page(pages.Steps[1]));

        Assert.NotNull(page.QuerySelector("[name=priority][value='']"));
    }

    private static string? Typed(IHtmlDocument page, string name) => page.QuerySelector($"[name={name}]") switch
    {
        IHtmlTextAreaElement area => area.Value,
        { } input => input.GetAttribute("value"),
        null => null,
    };

    private static string? Wrong(Question question) => question.Kind switch
    {
        QuestionKind.LongText => new string('x', question.MaxLength) + "\n<b>&amp; more",
        QuestionKind.ShortText => new string('y', question.MaxLength + 1),
        QuestionKind.Link => "javascript:alert(1)",
        QuestionKind.Number => "-7 \"people\"",
        QuestionKind.Date => "2030-13-45",
        QuestionKind.Choice => "<none>",
        QuestionKind.Ranking => "9-a=\"first\"",
        _ => null,
    };

    private static string? Right(Question question) => question.Kind switch
    {
        QuestionKind.LongText => "First line\nសេចក្តី <second> & last",
        QuestionKind.ShortText => "A law in force",
        QuestionKind.Link => "https://example.org/?a=1&b=2",
        QuestionKind.Number => "3",
        QuestionKind.Date => "2030-03-27",
        QuestionKind.Choice => question.Options![0],
        QuestionKind.Ranking => "9-b=2",
        QuestionKind.Organisation => "Ministry of Women's Affairs",
        _ => null,
    };
}
