using AngleSharp.Html.Dom;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Domain.Publication;
using FollowUp.Domain.Recommendations;
using FollowUp.Domain.Rounds;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Mail;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class HostileInputTests
{
    private const string Evil = "\"'></textarea></title></style><script>alert(1)</script><b onclick=x>{closes}";

    private static readonly RecommendationView Recommendation = new("9-a", $"S ¶{Evil}", Evil, Evil, "en", "en", true, true);

    [Fact]
    public async Task Nothing_typed_into_a_form_becomes_markup()
    {
        foreach (Form form in RoundForms.All)
        {
            FormPages pages = new FormPages(form, "en") { Asked = [Recommendation], Organisations = [Evil] };
            pages = pages.Typed(q => q.Kind == QuestionKind.Date ? $"{Evil}-x-y" : Evil) with { Asked = [Recommendation] };
            pages = pages.Typed(q => q.Kind == QuestionKind.Date ? $"{Evil}-x-y" : Evil);
            PageFrame frame = pages.Frame with { CycleTitle = Evil };
            foreach (FormStep step in pages.Steps)
            {
                IsClean(await Rendering.Pages.RenderAsync(pages.Page(step, check: true) with
                {
                    Frame = frame,
                    Organisation = Evil,
                    Meeting = FormPages.Workshop with { Place = Evil, Programme = Evil },
                }));
            }

            IsClean(await Rendering.Pages.RenderAsync(pages.Check() with { Frame = frame, Organisation = Evil }));
            IsClean(await Rendering.Pages.RenderAsync(pages.Receipt() with { Frame = frame, Organisation = Evil, Reference = Evil }));
        }
    }

    [Fact]
    public async Task Nothing_in_a_plan_becomes_markup()
    {
        PublishedRecommendation recommendation = new(
            "9-a", Evil, 9, Evil, Evil, Evil, new Dictionary<string, RecommendationText> { ["en"] = new(Evil) }, true, Evil, Evil, Evil,
            ResponsibilityState.Declined, Evil,
            [new(Evil, Evil, new(2031, 1, 1))],
            [new(Evil, Evil, Evil, Evil, Evil, new Dictionary<StakeholderCategory, int>())],
            [new(Evil, Evil, new(2031, 1, 1), Evil)],
            [new(Evil, Evil, Evil, Evil, Evil, Evil, Evil)]);
        PublishedPlan plan = Plans.Of([(1, recommendation)]) with { Title = Evil, Country = Evil, Symbol = Evil };

        IsClean(await Rendering.Pages.RenderAsync(Plans.Page(plan, "en")));
        IsClean(await Rendering.Pages.RenderAsync(new PlansIndexModel(Evil, Evil, "en", "UTC", [])));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//example.org")]
    [InlineData(" javascript:alert(1)")]
    public async Task Evidence_that_is_no_web_address_is_shown_but_is_no_link(string evidence)
    {
        PublishedPlan plan = Plans.Small;
        PublishedRecommendation first = plan.Clusters[0].Recommendations[0];
        plan = plan with
        {
            Clusters = [plan.Clusters[0] with { Recommendations = [first with { Progress = [first.Progress[0] with { Evidence = evidence }] }] }],
        };
        using IHtmlDocument page = await Html.Open(Plans.Page(plan, "en"));

        Assert.Empty(page.QuerySelectorAll("table a"));
        Assert.Contains(evidence.Trim(), page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_a_mail_becomes_markup_or_a_second_header()
    {
        RenderedMail mail = await Rendering.Mails.RenderAsync(Mails.Of(MailKind.Invitation, "workshop-invitation", "en") with
        {
            ContactName = Evil + "\r\nBcc: x@example.org",
            Organisation = Evil,
            CycleTitle = Evil,
            Meeting = FormPages.Workshop with { Place = Evil },
        });

        IsClean(mail.Html);
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain("\nBcc", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', mail.Text);
    }

    [Fact]
    public async Task A_mail_with_a_link_that_is_no_web_address_is_not_written() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Rendering.Mails.RenderAsync(Mails.Of(MailKind.Invitation, "consultation", "en") with { Link = "javascript:alert(1)" }));

    private static void IsClean(string html)
    {
        using IHtmlDocument page = Html.Parse(html);
        Assert.Contains("<script>alert(1)</script>", page.DocumentElement.TextContent + string.Concat(page.QuerySelectorAll("input").Select(i => i.GetAttribute("value"))), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script,[onclick]"));
    }
}
