using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Storage;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace FollowUpFunctions.Mail;

/// <summary>The meetings that invitations are to, as text and as <c>.ics</c> (RFC 5545, METHOD:REQUEST).</summary>
public static class Meetings
{
    public static Meeting? Of(string round, CycleSettings settings) =>
        round == RoundKinds.WorkshopInvitation.Id ? settings.Calendar.Workshop
        : round == RoundKinds.MonitoringInvitation.Id ? settings.Calendar.MonitoringWorkshop
        : null;

    public static string? Calendar(Round round, Invitation invitation, Contact contact, CycleSettings settings)
    {
        if (Of(round.Id, settings) is not { } meeting)
            return null;
        CalendarEvent calendarEvent = new()
        {
            Uid = $"{invitation.Ref.Id}.{round.Id}.{settings.Id}@followup.invalid",
            Sequence = 0,
            Summary = settings.Title,
            Location = meeting.Place,
            Description = meeting.Programme,
            DtStamp = new CalDateTime(round.OpenedAt!.Value.UtcDateTime, CalDateTime.UtcTzId),
            DtStart = new CalDateTime(meeting.Starts.UtcDateTime, CalDateTime.UtcTzId),
            DtEnd = new CalDateTime(meeting.Ends.UtcDateTime, CalDateTime.UtcTzId),
            Organizer = new Organizer($"mailto:{settings.Coordinators[0].Email}") { CommonName = settings.Coordinators[0].Name },
            Attendees = [new Attendee($"mailto:{contact.Email}") { CommonName = contact.Name, Rsvp = false }],
        };
        Ical.Net.Calendar calendar = new() { Method = CalendarMethods.Request };
        calendar.Events.Add(calendarEvent);
        return new CalendarSerializer().SerializeToString(calendar);
    }
}
