using LocalHost.Demo;
using LocalHost.Demo.People;
using LocalHost.Demo.Sample;

namespace LocalHost.Tests.Demo;

public sealed class HabitsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_somebody_does_about_a_mail_follows_from_the_seed_and_the_mail_alone()
    {
        SampleCycle sample = await SampleAsync();
        Act[] once = [.. Plans(sample, 7)];
        Act[] inAnotherOrder = [.. Plans(sample, 7, backwards: true)];
        Act[] otherwise = [.. Plans(sample, 8)];

        Assert.Equal(once.Select(Told).Order(), inAnotherOrder.Select(Told).Order());
        Assert.NotEqual(once.Select(Told).Order(), otherwise.Select(Told).Order());
    }

    [Fact]
    public async Task Some_answer_some_come_back_some_change_their_mind_some_never_answer()
    {
        SampleCycle sample = await SampleAsync();

        ILookup<Deed, Act> acts = Plans(sample, 2011).ToLookup(a => a.Deed);

        Assert.NotEmpty(acts[Deed.Answer]);
        Assert.NotEmpty(acts[Deed.Begin]);
        Assert.NotEmpty(acts[Deed.Change]);
        Assert.True(acts[Deed.Answer].Count() < sample.Contents.Stakeholders.Count);
    }

    [Fact]
    public async Task Nobody_acts_at_an_instant_at_which_the_calendar_does_something()
    {
        SampleCycle sample = await SampleAsync();
        HashSet<DateTimeOffset> calendar = [.. sample.Contents.Settings.Calendar.Rounds.Values.SelectMany(w => (DateTimeOffset[])[w.Opens, w.Closes!.Value, .. w.Reminders])];

        Assert.DoesNotContain(Plans(sample, 2011), a => calendar.Contains(a.Due) || a.Due.Minute % 5 == 0);
    }

    private static string Told(Act act) => $"{act.Id} {act.Due:O}";

    private static IEnumerable<Act> Plans(SampleCycle sample, int seed, bool backwards = false)
    {
        Habits habits = new(sample, new(seed), officeHours: true);
        Cast cast = new(sample, new(seed));
        DateTimeOffset opens = sample.Contents.Settings.Calendar.Rounds["consultation"].Opens;
        IEnumerable<(Mail, Person)> mails = sample.Contents.Stakeholders.Select((s, n) => (
            new Mail($"c/consultation~invitation~001~{n}", "consultation", "invitation", 1, $"{n}", s.Email, opens, [$"http://localhost/r/c/consultation/{n}/t"], null),
            cast.At(s.Email)!));
        return (backwards ? mails.Reverse() : mails).SelectMany(m => habits.After(m.Item1, m.Item2, opens));
    }

    private async Task<SampleCycle> SampleAsync() => await SampleCycle.OfAsync(
        await DemoFolder.OpenAsync(DemoArguments.Parse(["--data", folder.Path]), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
