using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace FollowUpFunctions.Mail;

/// <summary>A meeting in a mail, for calendar programs (RFC 5545).</summary>
/// <param name="Method">What the program is to do with it, as RFC 6047 wants it said beside <c>text/calendar</c>: <c>REQUEST</c> or <c>CANCEL</c>.</param>
public sealed record CalendarPart(string Text, string Method);

/// <summary>
/// The meetings that invitations are to, as <c>.ics</c>. A change has the UID of the invitation and the next SEQUENCE, by which a calendar program
/// finds the entry that it made and moves or strikes it.
/// </summary>
public static class MeetingCalendar
{
    public static CalendarPart? For(Round round, Invitation invitation, Contact contact, CycleSettings settings)
    {
        if (Meetings.Of(round.Id, settings) is not { } meeting)
            return null;
        DateTimeOffset stamp = meeting.Before.Select(b => b.Until).Append(round.OpenedAt!.Value).Max();
        CalendarEvent calendarEvent = new()
        {
            Uid = $"{invitation.Ref.Id}.{round.Id}.{settings.Id}@followup.invalid",
            Sequence = meeting.Sequence,
            Status = meeting.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            Summary = settings.Title,
            Location = meeting.Place,
            Description = meeting.Programme,
            DtStamp = new CalDateTime(stamp.UtcDateTime, CalDateTime.UtcTzId),
            DtStart = new CalDateTime(meeting.Starts.UtcDateTime, CalDateTime.UtcTzId),
            DtEnd = new CalDateTime(meeting.Ends.UtcDateTime, CalDateTime.UtcTzId),
            Organizer = new Organizer($"mailto:{settings.Coordinators[0].Email}") { CommonName = settings.Coordinators[0].Name },
            Attendees = [new Attendee($"mailto:{contact.Email}") { CommonName = contact.Name, Rsvp = false }],
        };
        string method = meeting.Cancelled ? CalendarMethods.Cancel : CalendarMethods.Request;
        Ical.Net.Calendar calendar = new() { Method = method };
        calendar.Events.Add(calendarEvent);
        return new(new CalendarSerializer().SerializeToString(calendar)!, method);
    }
}
