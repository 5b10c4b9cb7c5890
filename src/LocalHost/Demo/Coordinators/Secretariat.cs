using FollowUp.Domain.Cycles;
using FollowUp.Domain.Groups;
using FollowUpFunctions.Dissemination;
using FollowUpFunctions.Rounds;
using LocalHost.Demo.People;
using LocalHost.Demo.Sample;

namespace LocalHost.Demo.Coordinators;

/// <summary>What the first coordinator does about the workshop, over the API. Each decision has an id of its own, so that one taken twice is one.</summary>
internal sealed class Secretariat(SampleCycle sample, Cast cast, Dice dice, CycleApi api)
{
    private const double Comes = 0.93;

    /// <summary>Marks what matters most before the working groups are formed.</summary>
    public async Task StarAsync(CancellationToken cancellation)
    {
        foreach (string recommendation in new[] { "66-a", "77-b" }.Where(key => sample.Contents.Recommendations.Any(r => r.Key == key)))
            await api.DecideAsync(new { id = $"star-{recommendation}", decision = "star", recommendation }, cancellation);
    }

    /// <summary>When the groups are looked at: between the end of the invitation and the workshop.</summary>
    public DateTimeOffset LooksAtGroups => Between(sample.Contents.Settings.Calendar.Rounds["workshop-invitation"].Closes!.Value, Workshop.Starts);

    /// <summary>When it is written down who came: before the leaders are asked what was promised.</summary>
    public DateTimeOffset RecordsAttendance => Between(Workshop.Ends, sample.Contents.Settings.Calendar.Rounds["commitments"].Opens);

    private Meeting Workshop => sample.Contents.Settings.Calendar.Workshop;

    /// <summary>Moves one person from the first group to the last, as somebody always asks.</summary>
    public async Task ArrangeAsync(CancellationToken cancellation)
    {
        IReadOnlyList<GroupReport> groups = await api.GroupsAsync(cancellation);
        if (groups.Count < 2 || groups[0].Members.LastOrDefault(m => m.Who != groups[0].Leader.Who) is not { } mover)
            return;
        await api.DecideAsync(new { id = "seat-change", decision = "move", who = mover.Who, group = groups[^1].Id, note = "Asked to sit with the education group." }, cancellation, System.Net.HttpStatusCode.Conflict);
    }

    /// <summary>Writes down who came of those who said so: nearly all.</summary>
    public async Task RecordAttendanceAsync(CancellationToken cancellation)
    {
        Attendance attendance = await api.AttendanceAsync(cancellation);
        string[] came = [.. attendance.Organisations.Where(a => a.Attending == true && dice.Roll(a.Who, "came") < Comes).Select(a => a.Who)];
        await api.DecideAsync(new { id = "attendance", decision = "record-attendance", came }, cancellation, System.Net.HttpStatusCode.Conflict);
    }

    /// <summary>Records what somebody handed in on paper. Recorded again after a crash it is the same.</summary>
    public async Task<Sent> RecordAsync(Act act, IReadOnlyDictionary<string, IReadOnlyList<string>> answers, CancellationToken cancellation)
    {
        AnswersRecorded recorded = await api.RecordAsync(
            act.Mail.Round, new { who = act.Person.Who, how = "paper", answers, note = "Handed in at the office." }, cancellation);
        return new(recorded.Reference, recorded.Revision, recorded.Late, answers);
    }

    /// <summary>Whoever gets the first invitation: the secretariat notes its own dates when that goes out.</summary>
    public bool IsBegun(Mail mail) =>
        mail is { Round: "workshop-invitation", Kind: "invitation" } && mail.To == cast.Stakeholders.First(s => s.Email != cast.Unreachable).Email;

    private static DateTimeOffset Between(DateTimeOffset a, DateTimeOffset b) => a + ((b - a) / 2);
}
