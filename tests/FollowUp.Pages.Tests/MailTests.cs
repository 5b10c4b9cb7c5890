using AngleSharp.Html.Dom;
using FollowUp.Pages.Mail;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

public sealed class MailTests
{
    [Theory]
    [MemberData(nameof(Everything.Mails), MemberType = typeof(Everything))]
    public async Task Every_mail_says_in_html_and_in_text_what_it_has_to(MailKind kind, string form, string language)
    {
        MailModel model = Mails.Of(kind, form, language);
        RenderedMail mail = await Rendering.Mails.RenderAsync(model);
        using IHtmlDocument html = Html.Parse(mail.Html);

        Assert.InRange(mail.Subject.Length, 10, 119);
        Assert.Equal(mail.Subject, html.Title);
        Assert.Equal((language, Wording.For(language).Direction), (html.DocumentElement.GetAttribute("lang")!, html.DocumentElement.GetAttribute("dir")!));
        Assert.Empty(html.QuerySelectorAll("img,script,link,style,form"));

        string visible = html.Body!.TextContent;
        string[] needed =
        [
            "Sok Dara", "Children’s rights in Cambodia 2030–2035",
            .. kind is MailKind.PlanThanks ? [Mails.Link, Wording.For(language)["mail.note.personal"]] : Array.Empty<string>(),
            .. kind is MailKind.PlanPublished or MailKind.PlanThanks or MailKind.Silence or MailKind.Overdue or MailKind.ReportPublished or MailKind.ClosingReport or MailKind.MeetingMoved or MailKind.MeetingCancelled ? [] : new[] { Mails.Link, Wording.For(language)["mail.note.personal"], Wording.For(language)["mail.note.phone"] },
            .. kind is MailKind.PlanPublished or MailKind.PlanThanks or MailKind.Silence or MailKind.Overdue or MailKind.ReportPublished or MailKind.ClosingReport or MailKind.MeetingMoved or MailKind.MeetingCancelled or MailKind.ChildrenTold ? [] : new[] { "31", "2031", "23:59", "Phnom Penh", "UTC+7" },
            .. model.PlanUrl is { } plan && kind is not MailKind.Silence ? [plan] : Array.Empty<string>(),
            .. model.Meeting is { } meeting && kind is not (MailKind.PlanPublished or MailKind.PlanThanks or MailKind.Silence or MailKind.Overdue or MailKind.ReportPublished or MailKind.ClosingReport) ? ["08:30", "17:00", meeting.Place] : Array.Empty<string>(),
        ];
        Assert.All(needed, text => Assert.Contains(text, visible, StringComparison.Ordinal));
        Assert.All(needed, text => Assert.Contains(text, mail.Text, StringComparison.Ordinal));
        Assert.Contains(html.QuerySelectorAll("a"), a => a.GetAttribute("href") == Mails.Stop);
        Assert.Contains(Mails.Stop, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Subject + mail.Html + mail.Text, c => c is '{' or '}');
        Assert.All(Wording.For("en").Keys, key => Assert.DoesNotContain(key, mail.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("km")]
    public async Task What_is_overdue_comes_with_a_letter_behind_the_coordinators_own_link(string language)
    {
        MailModel model = Mails.Of(MailKind.Overdue, "plan-review", language) with
        {
            Overdue =
            [
                new("Ministry of Health", [new("¶60", new(2031, 4, 30), Silent: true)], "min-health"),
                new(null, [new("¶17(f)", new(2031, 4, 1), Silent: false)], null),
            ],
        };

        RenderedMail mail = await Rendering.Mails.RenderAsync(model);

        using IHtmlDocument html = Html.Parse(mail.Html);
        Assert.Equal([$"{Mails.Link}/letters/min-health"], html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Where(h => h.Contains("/letters/", StringComparison.Ordinal)));
        Assert.Contains($"{Mails.Link}/letters/min-health", mail.Text, StringComparison.Ordinal);
        Assert.All(["Ministry of Health", "¶60", "¶17(f)"], text => Assert.Contains(text, mail.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("km")]
    [InlineData("ar")]
    public async Task A_meeting_that_moved_is_told_as_it_is_now_and_as_it_was(string language)
    {
        RenderedMail mail = await Rendering.Mails.RenderAsync(
            Mails.Of(MailKind.MeetingMoved, "workshop-invitation", language) with { Meeting = FormPages.Workshop with { Programme = "Only in the morning" } });

        string now = mail.Text[..mail.Text.IndexOf(Wording.For(language)["meeting.before.when"], StringComparison.Ordinal)];
        Assert.Contains(FormPages.Workshop.Place, now, StringComparison.Ordinal);
        Assert.Contains("Only in the morning", now, StringComparison.Ordinal);
        Assert.Contains(Mails.Earlier.Place, mail.Text[now.Length..], StringComparison.Ordinal);
        Assert.Contains(Mails.Link, mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "goes on without it")]
    [InlineData(true, "Nothing more is asked of you")]
    public async Task A_meeting_that_is_off_asks_nothing_and_says_what_comes_next(bool cycle, string says)
    {
        RenderedMail mail = await Rendering.Mails.RenderAsync(Mails.Of(MailKind.MeetingCancelled, "workshop-invitation", "en") with { CycleCancelled = cycle });

        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mails.Link, mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("answer by", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_s_mail_has_nothing_to_stop_and_a_round_without_end_no_date()
    {
        RenderedMail mail = await Rendering.Mails.RenderAsync(Mails.Of(MailKind.DraftWaits, "plan-review", "en") with { Organisation = "", UnsubscribeLink = null, Closes = null });

        Assert.Contains("as a coordinator of", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("stop them", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("answer by", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "3 of 94 recommendations")]
    [InlineData("ar", "3 من أصل 94")]
    public async Task The_mail_about_a_draft_says_how_much_of_it_is_disputed(string language, string says)
    {
        RenderedMail mail = await Rendering.Mails.RenderAsync(
            Mails.Of(MailKind.DraftWaits, "draft-review", language) with { Organisation = "", UnsubscribeLink = null, Closes = null, Review = (3, 94) });

        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains(says, mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_told_to_the_coordinators_by_organisation_and_asks_for_no_form()
    {
        RenderedMail mail = await Rendering.Mails.RenderAsync(
            Mails.Of(MailKind.Silence, "draft-review", "en") with { Organisation = "", UnsubscribeLink = null, Closes = null, Silent = ["Senate (¶9)", "Agency (¶66(a))"] });

        Assert.Contains("Senate (¶9), Agency (¶66(a))", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Mails.Link, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("consultation", false)]
    [InlineData("responsibility", false)]
    [InlineData("monitoring-plan", true)]
    [InlineData("progress", true)]
    public async Task An_invitation_leads_to_the_plan_once_there_is_one(string form, bool leads)
    {
        RenderedMail mail = await Rendering.Mails.RenderAsync(Mails.Of(MailKind.Invitation, form, "en") with { PlanUrl = Mails.Plan });

        Assert.Equal(leads, mail.Text.Contains(Mails.Plan, StringComparison.Ordinal));
        Assert.Equal(leads, mail.Html.Contains(Mails.Plan, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_invitation_to_the_consultation_is_as_approved()
    {
        RenderedMail mail = await Rendering.Mails.RenderAsync(Mails.Of(MailKind.Invitation, "consultation", "en"));

        Approved.Matches("invitation-consultation.en.txt", $"{mail.Subject}\n\n{mail.Text}");
    }
}
