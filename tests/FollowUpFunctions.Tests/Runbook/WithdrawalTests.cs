using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Runbook;

/// <summary>Drill: a version of the plan was published by mistake. Its files are taken away by hand, and the cycle goes on.</summary>
public sealed class WithdrawalTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_whose_files_were_deleted_stays_away_and_the_next_one_is_published_whole()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
        await story.Person(Party.Ministry).AnswerAsync(("recommendations", "11"), ("action", "A mistake"), ("lead", "Ministry of Children"));
        await story.GoToDayAsync(Schedule.Consultation.Closes + 0.1);
        await story.Coordinator.ApproveAsync("draft-review");
        await story.GoToDayAsync(Schedule.Responsibility.Closes + 0.1);
        await story.Coordinator.ApproveAsync("plan-review");
        await story.Time.SettleAsync();
        Assert.Contains("A mistake", await story.Plans.TextAsync("v1/plan.json"), StringComparison.Ordinal);

        await DeleteAsync(story, "v1/");
        await DeleteAsync(story, "recommendations/");
        await story.GoToDayAsync(Schedule.MonitoringPlan.Closes + 0.1);

        IReadOnlyList<string> files = await story.Plans.FilesAsync();
        Assert.DoesNotContain(files, f => f.StartsWith("v1/", StringComparison.Ordinal));
        Assert.Contains("v2/index.html", files);
        Assert.Contains("recommendations/11.html", files);
        using HttpResponseMessage gone = await story.Plans.GetAsync("v1/index.html");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("v2/index.html", await story.Plans.TextAsync("latest.json"), StringComparison.Ordinal);
    }

    private static async Task DeleteAsync(Story story, string folder)
    {
        BlobContainerClient plans = story.App.Service<AppStorage>().Plans;
        await foreach (BlobItem file in plans.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{story.Cycle}/{folder}", Cancellation))
            await plans.DeleteBlobAsync(file.Name, cancellationToken: Cancellation);
    }
}
