using Ical.Net;
using Ical.Net.CalendarComponents;
using MimeKit;

namespace FollowUpFunctions.Tests.Drivers;

/// <summary>The calendar entry in a mail, as a calendar program reads it.</summary>
public sealed record Entry(string Method, string Uid, int Sequence, string? Status, DateTimeOffset Starts, string? Place)
{
    public static Entry Of(Letter letter)
    {
        TextPart part = letter.Message.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar"));
        Calendar calendar = Calendar.Load(part.Text)!;
        CalendarEvent meeting = calendar.Events.Single();
        Assert.Equal(calendar.Method, part.ContentType.Parameters["method"]);
        return new(calendar.Method!, meeting.Uid!, meeting.Sequence, meeting.Status, new(meeting.DtStart!.AsUtc, TimeSpan.Zero), meeting.Location);
    }
}
