using System.Text.Json.Nodes;
using FollowUp.Domain.Rounds;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Journeys;

namespace FollowUpFunctions.Tests.Proofs.Histories.Recording;

/// <summary>Everybody who is asked answers at once; what they say is nowhere in a history.</summary>
internal static class AnsweringPeople
{
    public static async Task DisseminateAsync(Story story)
    {
        await story.GoToDayAsync(Schedule.WorkshopInvitation.Opens);
        await AllAsync(story, RoundKinds.WorkshopInvitation.Id, ("attending", "yes"), ("people", "2"));
        await story.GoToDayAsync(Schedule.Commitments.Opens);
        await AllAsync(story, RoundKinds.Commitments.Id,
            ("action@11", "Print the observations"), ("organisation@11", "Ministry of Children"), ("co-signers@11", "Children First"),
            ("by-day@11", "1"), ("by-month@11", "6"), ("by-year@11", "2032"));
        await story.GoToDayAsync(Schedule.CoSigning.Opens);
        await AllAsync(story, RoundKinds.CoSigning.Id, ("reply", "confirm"));
    }

    public static async Task ConsultAsync(Story story)
    {
        await story.GoToDayAsync(Schedule.Consultation.Opens);
        foreach (Party party in new[] { Party.Ministry, Party.Ngo })
            await story.Person(party).AnswerAsync(("recommendations", "11"), ("recommendations", "12-a"), ("action", "Count every school"), ("lead@11", "Ministry of Children"), ("lead@12-a", "Children First"));
        string number = await story.AttestAsync(Party.Youth);
        await story.AttestAsync(ChildrensGroups.Club);
        for (int n = 0; n < 5; n++)
            await story.Child(number).AnswerAsync("No beating");
        await story.FinishAsync(Party.Youth);
        await story.FinishAsync(ChildrensGroups.Club);
        await story.GoToDayAsync(Schedule.Consultation.Closes + 0.2);
        await story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "go-on"));
        await story.GoToDayAsync(Schedule.Consultation.Closes + 0.4);
        await story.Coordinator.ApproveAsync(RoundKinds.DraftReview.Id);
        await story.GoToDayAsync(Schedule.Responsibility.Opens);
        await story.Person(Party.Ministry).AnswerAsync(("reply", "accept"));
        await story.Person(Party.Ngo).AnswerAsync(("reply", "decline"), ("instead", "Youth Council"));
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 0.2);
        await story.Coordinator.DecideAsync(new() { ["decision"] = "assign", ["recommendation"] = "12-a", ["organisation"] = "Youth Council" });
        await story.Coordinator.ApproveAsync(RoundKinds.PlanReview.Id);
        await story.Time.SettleAsync();
        await story.Coordinator.DecideAsync(new() { ["decision"] = "tell-children", ["texts"] = new JsonObject { ["en"] = "It is in the plan.", ["km"] = "អរគុណ" } });
    }

    public static async Task MonitorAsync(Story story)
    {
        await story.GoToDayAsync(Schedule.MonitoringInvitation.Opens);
        foreach (Party party in new[] { Party.Ngo, Party.Youth })
            await story.Person(party).AnswerAsync(("attending", "yes"), ("people", "3"), ("cluster", "2"));
        await story.GoToDayAsync(Schedule.MonitoringPlan.Opens);
        await AllAsync(story, RoundKinds.MonitoringPlan.Id,
            ("strategy", "Visit ten schools"), ("organisation", "Children First"), ("indicator", "Schools"), ("deadline-day", "31"), ("deadline-month", "12"), ("deadline-year", "2031"));
    }

    public static async Task ReportAsync(Story story)
    {
        await story.GoToDayAsync(Schedule.FirstProgress.Opens);
        await AllAsync(story, "progress-1", ("status", "under-way"), ("law-stage", "drafted"));
    }

    private static async Task AllAsync(Story story, string round, params (string, string)[] answers)
    {
        foreach (Letter letter in await story.Mails.ReadAsync(round, "invitation"))
            await story.Person(letter.To).AnswerAsync(answers);
    }
}
