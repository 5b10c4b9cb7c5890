using FollowUp.Pages.Mail;

namespace FollowUp.Pages.Tests.Builders;

internal static class Mails
{
    public const string Link = "https://followup.example/a/khm-2030/inv-17.k1.9f2c4b7a";

    public const string Stop = "https://followup.example/stop/khm-2030/inv-17.k1.0b1d";

    public const string Plan = "https://followup.example/plans/khm-2030/index.html";

    public static MailModel Of(MailKind kind, string form, string language) => new(
        kind,
        form,
        language,
        "Sok Dara",
        "Ministry of Education",
        "Children’s rights in Cambodia 2030–2035",
        Link,
        Stop,
        FormPages.Closes,
        "Asia/Phnom_Penh",
        kind == MailKind.Reminder ? 1 : 0,
        kind is MailKind.PlanPublished or MailKind.ReportPublished or MailKind.DraftWaits ? Plan : null,
        form.EndsWith("-invitation", StringComparison.Ordinal) ? FormPages.Workshop : null);
}
