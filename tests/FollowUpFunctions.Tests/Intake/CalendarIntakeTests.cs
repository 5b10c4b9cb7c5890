using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Tests.Intake;

public sealed class CalendarIntakeTests
{
    [Fact]
    public async Task A_date_opens_at_eight_reminds_at_nine_and_closes_in_the_last_minute_of_its_day()
    {
        RoundWindow window = (await Body.Read(_ => { })).Contents!.Settings.Calendar.Rounds["workshop-invitation"];

        // Phnom Penh is seven hours ahead all year.
        Assert.Equal(new DateTimeOffset(2030, 1, 14, 1, 0, 0, TimeSpan.Zero), window.Opens);
        Assert.Equal(new DateTimeOffset(2030, 1, 25, 2, 0, 0, TimeSpan.Zero), window.Reminders[0]);
        Assert.Equal(new DateTimeOffset(2030, 2, 8, 16, 59, 0, TimeSpan.Zero), window.Closes);
        Assert.Equal(TimeSpan.Zero, window.Opens.Offset);
    }

    [Theory]
    [InlineData("Asia/Phnom_Penh", "2030-03-26T08:30", "2030-03-26T01:30:00Z")]
    [InlineData("Asia/Phnom_Penh", "2030-03-26T08:30:05", "2030-03-26T01:30:05Z")]
    [InlineData("Asia/Phnom_Penh", "2030-03-26T08:30Z", "2030-03-26T08:30:00Z")]
    [InlineData("Asia/Phnom_Penh", "2030-03-26T08:30:05.5+02:00", "2030-03-26T06:30:05.5Z")]
    // Clocks jump from 02:00 to 03:00 on 31 March 2030 in Paris.
    [InlineData("Europe/Paris", "2030-03-31T01:59", "2030-03-31T00:59:00Z")]
    [InlineData("Europe/Paris", "2030-03-31T02:30", "2030-03-31T01:30:00Z")]
    [InlineData("Europe/Paris", "2030-03-31T03:00", "2030-03-31T01:00:00Z")]
    // In Cairo the day itself begins with the jump, on 26 April 2030.
    [InlineData("Africa/Cairo", "2030-04-26T00:00", "2030-04-25T22:00:00Z")]
    public async Task Local_times_are_in_the_zone_of_the_cycle_and_instants_are_instants(string zone, string text, string instant)
    {
        CycleContents contents = (await Body.Read(b =>
        {
            Body.Set(b, "/timeZone", $"\"{zone}\"");
            Body.Set(b, "/calendar/rounds/consultation/opens", $"\"{text}\"");
            Body.Set(b, "/calendar/rounds/consultation/reminders", "[]");
        })).Contents!;

        Assert.Equal(DateTimeOffset.Parse(instant, null), contents.Settings.Calendar.Rounds["consultation"].Opens);
    }

    [Fact]
    public async Task Of_a_time_that_comes_twice_the_first_is_meant()
    {
        CycleContents contents = (await Body.Read(b =>
        {
            Body.Set(b, "/timeZone", "\"Europe/Paris\"");
            Body.Set(b, "/calendar/rounds/monitoring-plan/opens", "\"2030-10-27T02:30\"");
        })).Contents!;

        Assert.Equal(new DateTimeOffset(2030, 10, 27, 0, 30, 0, TimeSpan.Zero), contents.Settings.Calendar.Rounds["monitoring-plan"].Opens);
    }

    [Theory]
    [InlineData("/calendar/workshop/ends", "2030-02-20T08:00", "ends before it starts")]
    [InlineData("/calendar/rounds/consultation/reminders/0", "2030-03-25T08:00", "after the round opens and before it closes")]
    [InlineData("/calendar/rounds/consultation/reminders/2", "2030-05-18T00:00", "after the round opens and before it closes")]
    [InlineData("/calendar/rounds/consultation/reminders/1", "2030-04-01", "each later than the one before")]
    [InlineData("/calendar/rounds/consultation/reminders/1", "soon", "not a date or time")]
    [InlineData("/calendar/workshop/starts", "2030-02-15T12:00", "before the round “translation” is over")]
    [InlineData("/calendar/rounds/commitments/opens", "2030-02-21T16:00", "before the dissemination workshop is over")]
    [InlineData("/calendar/rounds/co-signing/opens", "2030-03-15", "before the round “commitments” is over")]
    [InlineData("/calendar/rounds/consultation/opens", "2030-03-22", "before the round “co-signing” is over")]
    [InlineData("/calendar/rounds/responsibility/opens", "2030-05-17", "before the round “consultation” is over")]
    [InlineData("/calendar/rounds/monitoring-invitation/opens", "2030-07-05", "before the round “responsibility” is over")]
    [InlineData("/calendar/monitoringWorkshop/starts", "2030-09-27T12:00", "before the round “monitoring-invitation” is over")]
    [InlineData("/calendar/rounds/monitoring-plan/opens", "2030-10-17T12:00", "before the monitoring workshop is over")]
    [InlineData("/calendar/rounds/progress-1/opens", "2030-11-15", "before the round “monitoring-plan” is over")]
    [InlineData("/calendar/rounds/progress-3/opens", "2031-06-06", "before the round “progress-2” is over")]
    public async Task What_comes_too_early_or_too_late_is_refused(string pointer, string value, string message)
    {
        string problem = Assert.Single(await Body.Problems(b => Body.Set(b, pointer, $"\"{value}\"")));

        Assert.StartsWith($"{pointer}: ", problem, StringComparison.Ordinal);
        Assert.Contains(message, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workshop_to_which_people_are_still_invited_is_refused()
    {
        string problem = Assert.Single(await Body.Problems(b => Body.Set(b, "/calendar/rounds/workshop-invitation/closes", "\"2030-02-20\"")));

        Assert.StartsWith("/calendar/workshop/starts: ", problem, StringComparison.Ordinal);
        Assert.Contains("before the round “workshop-invitation” is over", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_without_time_to_sign_still_keeps_the_consultation_after_the_commitments()
    {
        string problem = Assert.Single(await Body.Problems(b =>
        {
            Body.Set(b, "/calendar/rounds/co-signing", null);
            Body.Set(b, "/calendar/rounds/consultation/opens", "\"2030-03-15\"");
        }));

        Assert.Contains("before the round “commitments” is over", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_closes_before_it_opens_is_refused() =>
        Assert.Contains(
            "/calendar/rounds/consultation/closes: The round closes before it opens: correct one of the two.",
            await Body.Problems(b => Body.Set(b, "/calendar/rounds/consultation/closes", "\"2030-03-20\"")));

    [Fact]
    public async Task Nothing_opens_in_the_past() =>
        Assert.StartsWith(
            "/calendar/rounds/workshop-invitation/opens: This is in the past: it is 2030-01-01 07:00:00 there now.",
            Assert.Single(await Body.Problems(b => Body.Set(b, "/calendar/rounds/workshop-invitation/opens", "\"2029-12-31\""))),
            StringComparison.Ordinal);

    [Fact]
    public async Task One_thing_may_begin_when_the_one_before_ends() =>
        Assert.Empty(await Body.Problems(b => Body.Set(b, "/calendar/rounds/commitments/opens", "\"2030-02-21T17:00\"")));

    [Fact]
    public async Task Progress_rounds_are_numbered_without_gaps() =>
        Assert.Equal(
            ["/calendar/rounds/progress-4: There is no round “progress-3” before it: number progress rounds without gaps."],
            await Body.Problems(b => Body.Set(b, "/calendar/rounds/progress-3", null)));

    [Fact]
    public async Task A_round_may_go_without_reminders() =>
        Assert.Empty((await Body.Read(b => Body.Set(b, "/calendar/rounds/consultation/reminders", null))).Contents!.Settings.Calendar.Rounds["consultation"].Reminders);

    [Fact]
    public async Task A_cycle_may_last_seconds()
    {
        CycleContents contents = (await Body.Read(b =>
        {
            Body.Set(b, "/coordinatorReminderEvery", "\"00:00:02\"");
            Body.Set(b, "/calendar/rounds/workshop-invitation", "{\"opens\":\"2030-01-01T00:00:01Z\",\"closes\":\"2030-01-01T00:00:03.5Z\",\"reminders\":[\"2030-01-01T00:00:02Z\"]}");
        })).Contents!;

        Assert.Equal(TimeSpan.FromSeconds(2), contents.Settings.CoordinatorReminderEvery);
        Assert.Equal(Body.NewYear.AddSeconds(3.5), contents.Settings.Calendar.Rounds["workshop-invitation"].Closes);
    }

    [Fact]
    public async Task Nobody_is_reminded_more_than_six_times_in_a_round()
    {
        string reminders = string.Join(',', Enumerable.Range(1, 7).Select(n => $"\"2030-04-{n:00}\""));

        CycleIntake intake = await Body.Read(b => Body.Set(b, "/calendar/rounds/consultation/reminders", $"[{reminders}]"));

        Assert.Contains(intake.Problems, p => p.Pointer == "/calendar/rounds/consultation/reminders" && p.Message.Contains("at most 6", StringComparison.Ordinal));
    }
}
