using System.Text.Json.Nodes;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Security;

/// <summary>A cycle of which every text, from the settings to the last remark, is a formula and breaks out of whatever it is put into. It is over.</summary>
public sealed class HostileCycle(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>A spreadsheet takes it for a formula, a page for markup, a calendar for a property of its own.</summary>
    public const string Evil = "=1+1\"' x-evil='</textarea></title></style></script><x-evil onload=x>\\nX-EVIL:1";

    private const string EvilLink = "https://example.org/?\"'><x-evil onload=x>";

    public Story Story { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        JsonObject body = new CycleBuilder { Recommendations = 3 }.Build();
        foreach (string name in new[] { "title", "country", "symbol" })
            body[name] = Evil;
        body["coordinators"]![0]!["name"] = Evil;
        body["calendar"]!["workshop"]!["place"] = Evil;
        body["calendar"]!["workshop"]!["programme"] = Evil;
        foreach (JsonObject recommendation in body["recommendations"]!.AsArray().OfType<JsonObject>())
        {
            recommendation["heading"] = Evil;
            recommendation["concern"] = Evil;
            recommendation["texts"] = new JsonObject { ["en"] = Evil, ["km"] = Evil };
        }

        foreach (JsonObject somebody in body["stakeholders"]!.AsArray().OfType<JsonObject>())
        {
            somebody["organisation"] = Evil + (string)somebody["id"]!;
            somebody["contact"] = Evil;
        }

        Story = await Story.BeginAsync(azurite, body);
        await AnswerAsync("workshop-invitation", Schedule.WorkshopInvitation.Opens, ("attending", "yes"), ("people", "2"), ("names", Evil), ("needs", Evil), ("remarks", Evil));
        await AnswerAsync("commitments", Schedule.Commitments.Opens, ("action", Evil), ("organisation", Evil), ("co-signers", Evil + "ngo"), ("co-signers", Evil), ("remarks", Evil));
        await AnswerAsync("co-signing", Schedule.CoSigning.Opens, ("reply", "decline"), ("remarks", Evil));
        await AnswerAsync("consultation", Schedule.Consultation.Opens,
            ("recommendations", "11"), ("recommendations", "12-a"), ("recommendations", "13"), ("action", Evil), ("strategy", Evil), ("lead", Evil + "ministry"), ("time-frame", "one-year"),
            ("indicator", Evil), ("resources", Evil), ("funding", Evil), ("priority", "high"), ("quote", "yes"), ("remarks", Evil));
        await Story.GoToDayAsync(Schedule.Consultation.Closes);
        await Story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "ask"), ("remarks", Evil));
        await AnswerAsync("responsibility", Schedule.Responsibility.Opens, ("reply", "accept"), ("instead", Evil), ("remarks", Evil));
        await Story.GoToDayAsync(Schedule.Responsibility.Closes);
        await Story.Person(Schedule.CoordinatorEmail).AnswerAsync(("verdict", "publish"), ("remarks", Evil));
        await AnswerAsync("monitoring-invitation", Schedule.MonitoringInvitation.Opens, ("attending", "yes"), ("people", "3"), ("cluster", "2"), ("names", Evil), ("needs", Evil));
        await AnswerAsync("monitoring-plan", Schedule.MonitoringPlan.Opens, ("strategy", Evil), ("organisation", Evil + "ngo"), ("indicator", Evil), ("indicator-kind", "outcome"), ("remarks", Evil));
        await AnswerAsync("progress-1", Schedule.FirstProgress.Opens,
            ("status", "under-way"), ("evidence", EvilLink), ("hindrance", Evil), ("law-stage", "drafted"), ("remarks", Evil));
        await Story.GoToDayAsync(Schedule.SecondProgress.Closes + 1);
    }

    public ValueTask DisposeAsync() => Story.DisposeAsync();

    // Whoever was asked.
    private async Task AnswerAsync(string round, double day, params (string, string)[] answers)
    {
        await Story.GoToDayAsync(day);
        IReadOnlyList<Letter> letters = await Story.Mails.ReadAsync(round, "invitation");
        Assert.True(letters.Count > 0, $"Nobody was asked in the round {round}.");
        foreach (Letter letter in letters)
        {
            Person person = Story.Person(letter.To);
            await person.PressAsync(await person.FillInAsync(await person.GetAsync(letter.Form), answers), FormInput.Send);
        }
    }
}
