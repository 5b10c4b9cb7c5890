using FollowUp.Pages.Forms;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>Somebody who has the same form open twice.</summary>
public sealed class TwoWindowsTests(AzuriteFixture azurite)
{
    private static readonly RoundRef consultation = new("testland-2031", "consultation");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_windows_on_one_page_show_both_answers_and_the_person_decides()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        await minna.ContinueAsync(await minna.OpenAsync(), ("recommendations", "11"));
        WebPage one = await minna.OpenAsync("/proposal/11");
        WebPage other = await minna.OpenAsync("/proposal/11");

        await minna.ContinueAsync(one, ("action", "From the first window"));
        WebPage both = await minna.ContinueAsync(other, ("action", "From the second window"));
        string saved = (await minna.OpenAsync("/proposal/11")).Fields["action"].Single();
        await minna.ContinueAsync(both);

        Assert.Equal("From the second window", both.Fields["action"].Single());
        Assert.Contains("From the first window", both.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("From the first window", saved);
        Assert.Equal("From the second window", (await minna.OpenAsync("/proposal/11")).Fields["action"].Single());
    }

    [Fact]
    public async Task Windows_on_different_pages_keep_each_others_answers_also_at_the_same_moment()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        string[] keys = ["11", "12-a", "13", "14-a"];
        await minna.ContinueAsync(await minna.OpenAsync(), [.. keys.Select(k => ("recommendations", k))]);
        WebPage[] pages = await Task.WhenAll(keys.Select(k => minna.OpenAsync($"/proposal/{k}")));

        await Task.WhenAll(pages.Select((page, n) => minna.ContinueAsync(page, ("action", $"About {keys[n]}"))));

        string check = (await minna.OpenAsync("/check")).Text;
        Assert.All(keys, key => Assert.Contains($"About {key}", check, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pressing_twice_at_the_same_moment_is_one_submission_however_often()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        WebPage check = await minna.FillInAsync(await minna.OpenAsync(), ("recommendations", "11"), ("action", "Train teachers"));

        WebPage[] receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => minna.PressAsync(check, FormInput.Send)));

        Assert.All(receipts, page => Assert.True(page.IsReceipt));
        Assert.Single(receipts.Select(r => r.Document.QuerySelector(".panel strong")!.TextContent).Distinct());
        Invitation invitation = Assert.Single(await story.App.Invitations.CountedAsync(consultation, 3, Cancellation), i => i.Submitted is not null);
        Assert.Equal(1, invitation.Revision);
        int documents = 0;
        await foreach (Azure.Data.Tables.TableEntity row in story.App.Service<AppStorage>().Answers.QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Cancellation))
            documents += row.RowKey.Contains("~r0", StringComparison.Ordinal) ? 1 : 0;
        Assert.Equal(1, documents);
    }

    [Fact]
    public async Task What_was_changed_after_the_check_is_checked_again_before_it_is_sent()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        WebPage check = await minna.FillInAsync(await minna.OpenAsync(), ("recommendations", "11"), ("action", "Train teachers"));
        await minna.ContinueAsync(await minna.OpenAsync("/remarks"), ("remarks", "From another window"));

        WebPage again = await minna.PressAsync(check, FormInput.Send);

        Assert.True(again.IsCheck);
        Assert.Contains("From another window", again.Text, StringComparison.Ordinal);
        Assert.True((await minna.PressAsync(again, FormInput.Send)).IsReceipt);
    }

    private Task<Story> ConsultationAsync() =>
        Story.OnDayAsync(azurite, Schedule.Consultation.Opens);
}
