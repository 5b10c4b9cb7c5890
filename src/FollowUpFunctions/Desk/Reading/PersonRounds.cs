using System.Text.Json;
using FollowUp.Pages.Desk.Reading;
using FollowUpFunctions.Keeping.People;

namespace FollowUpFunctions.Desk.Reading;

/// <summary>What is held about somebody in a round, as their page shows it.</summary>
internal static class PersonRounds
{
    public static PersonRound Of(InvitationHeld i, string address) => new(
        i.Round,
        i.Submitted is not null ? "answered" : i.Unsubscribed is not null ? "unsubscribed" : i.Bounced is not null ? "bounced" : i.Started is not null ? "started" : i.Sent is not null ? "mailed" : "unsent",
        i.Submitted ?? i.Unsubscribed ?? i.Bounced ?? i.Started ?? i.Sent,
        i.Answers.Count,
        i.Draft is not null && i.Submitted is null,
        [.. i.Mails.Select(Mail)],
        address);

    // Where several things are known of a mail, the last that can happen to it is said.
    private static MailLine Mail(MailHeld mail) => new(
        JsonNamingPolicy.KebabCaseLower.ConvertName(mail.Key.Split('~')[1]),
        mail.Complained is not null ? "complained" : mail.Bounced is not null ? "bounced" : mail.Delivered is not null ? "delivered" : mail.Accepted is not null ? "accepted" : "pending",
        mail.Complained ?? mail.Bounced ?? mail.Delivered ?? mail.Accepted);
}
