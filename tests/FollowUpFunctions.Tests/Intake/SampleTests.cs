using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Tests.Intake;

public sealed class SampleTests
{
    [Fact]
    public async Task The_sample_is_taken_as_it_is()
    {
        CycleIntake intake = await Body.Read(Body.Sample);

        Assert.Empty(intake.Problems);
        CycleContents contents = intake.Contents!;
        Assert.Equal(30, contents.Recommendations.Select(r => r.Paragraph).Distinct().Count());
        Assert.Equal(StakeholderCategories.All, contents.Stakeholders.Select(s => s.Category).Distinct().Order());
        Assert.True(contents.Recommendations.Count(r => r.Texts.ContainsKey("km")) >= 10);
        Assert.Equal(8, contents.Settings.ProgressRounds.Count);
    }

    [Fact]
    public async Task Its_people_can_only_be_reached_at_addresses_for_examples() =>
        Assert.All(
            (await Body.Read(Body.Sample)).Contents!.Stakeholders,
            s => Assert.EndsWith("@example.org", s.Email, StringComparison.Ordinal));
}
