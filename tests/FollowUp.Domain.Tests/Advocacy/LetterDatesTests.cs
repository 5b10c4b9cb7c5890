using FollowUp.Domain.Advocacy;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;
using FollowUp.Domain.Tests.Builders;

namespace FollowUp.Domain.Tests.Advocacy;

public sealed class LetterDatesTests
{
    [Fact]
    public void Letters_begin_one_interval_after_the_organisations_were_to_answer_and_end_before_the_last_progress_round()
    {
        CycleSettings settings = Settings(new(TimeSpan.FromDays(90), []));

        Assert.Equal(["letters-1", "letters-2", "letters-3"], LetterDates.Planned(settings));
        Assert.Equal((A.Moment.AddDays(90).AddHours(1), (DateTimeOffset?)A.Moment.AddDays(180).AddHours(1)), Span(LetterDates.Window(settings, "letters-1")!));
        Assert.Equal((A.Moment.AddDays(270).AddHours(1), (DateTimeOffset?)A.Moment.AddDays(280)), Span(LetterDates.Window(settings, "letters-3")!));
    }

    [Theory]
    [InlineData("letters-4")]
    [InlineData("letters-999999999")]
    [InlineData("letters-0")]
    [InlineData("letters-01")]
    [InlineData("letters-")]
    [InlineData("progress-1")]
    public void There_are_no_others(string round) => Assert.Null(LetterDates.Window(Settings(new(TimeSpan.FromDays(90), [])), round));

    [Fact]
    public void A_coalition_that_writes_none_has_none() => Assert.Empty(LetterDates.Planned(Settings(null)));

    private static (DateTimeOffset, DateTimeOffset?) Span(RoundWindow window) => (window.Opens, window.Closes);

    private static CycleSettings Settings(LetterSettings? letters)
    {
        CycleSettings settings = A.Cycle().Settings;
        return settings with
        {
            Letters = letters,
            Calendar = settings.Calendar with
            {
                Rounds = new Dictionary<string, RoundWindow>
                {
                    ["responsibility"] = new(A.Moment.AddDays(-30), A.Moment, []),
                    ["progress-1"] = new(A.Moment.AddDays(280), A.Moment.AddDays(300), []),
                },
            },
        };
    }
}
