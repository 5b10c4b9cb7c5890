using System.Net;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Cycles;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Storage;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Journeys;

public sealed class AnsweringTests(AzuriteFixture azurite)
{
    private static readonly RoundRef consultation = new("testland-2031", "consultation");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_resumed_corrected_checked_sent_and_changed_by_the_same_link()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);

        WebPage choose = await minna.OpenAsync();
        WebPage proposal = await minna.ContinueAsync(choose, ("recommendations", "11"));
        Assert.EndsWith("/proposal/11", proposal.Action!.Split('?')[0], StringComparison.Ordinal);
        WebPage saved = await minna.PressAsync(proposal, FormInput.Later, ("lead", "Children First"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);

        Assert.Contains("Children First", (await minna.OpenAsync()).Text, StringComparison.Ordinal);
        WebPage resumed = await minna.OpenAsync("/proposal/11");
        Assert.Equal("Children First", resumed.Fields["lead"].Single());
        WebPage wrong = await minna.ContinueAsync(resumed, ("indicator", new string('x', 301)));
        Assert.Single(wrong.Errors);
        Assert.Equal(new string('x', 301), wrong.Fields["indicator"].Single());
        Assert.StartsWith("Error", wrong.Document.Title, StringComparison.Ordinal);

        WebPage check = await minna.FillInAsync(wrong, ("action", "Train teachers"), ("indicator", "Teachers trained"));
        Assert.Contains("Train teachers", check.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await story.Coordinator.RoundAsync("consultation")).Answered);
        WebPage receipt = await minna.PressAsync(check, FormInput.Send);
        Assert.True(receipt.IsReceipt);

        WebPage again = await minna.OpenAsync();
        Assert.Equal(receipt.Heading, again.Heading);
        WebPage changed = await minna.FillInAsync(await minna.OpenAsync("/proposal/11"), ("action", "Train and pay teachers"));
        WebPage second = await minna.PressAsync(changed, FormInput.Send);
        Assert.NotEqual(receipt.Text, second.Text);

        await story.Coordinator.CloseAsync("consultation");
        await story.Time.SettleAsync();
        RoundReport round = await story.Coordinator.RoundAsync("consultation");
        Assert.Equal((4, 1, 0), (round.Invited, round.Answered, round.Late));
        SubmittedAnswer counted = Assert.Single(await story.App.Service<RoundAnswers>().CountedAsync(consultation, Cancellation));
        Assert.Equal((2, "Train and pay teachers"), (counted.Revision, counted.Sheet.Answer("action", "11")));
    }

    [Fact]
    public async Task Sending_twice_is_one_revision()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        WebPage check = await minna.FillInAsync(await minna.OpenAsync(), ("recommendations", "11"), ("action", "Train teachers"));

        WebPage[] receipts = await Task.WhenAll(minna.PressAsync(check, FormInput.Send), minna.PressAsync(check, FormInput.Send));
        WebPage third = await minna.PressAsync(check, FormInput.Send);

        Assert.All([.. receipts, third], page => Assert.True(page.IsReceipt));
        await story.Coordinator.CloseAsync("consultation");
        await story.Time.SettleAsync();
        SubmittedAnswer counted = Assert.Single(await story.App.Service<RoundAnswers>().CountedAsync(consultation, Cancellation));
        Assert.Equal("Train teachers", counted.Sheet.Answer("action", "11"));
        Invitation invitation = Assert.Single(await story.App.Invitations.CountedAsync(consultation, 3, Cancellation), i => i.Submitted is not null);
        Assert.Equal(counted.Revision, invitation.Frozen);
    }

    [Fact]
    public async Task Nothing_can_be_sent_that_was_not_filled_in()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);

        WebPage empty = await minna.OpenAsync("/check");
        using FormUrlEncodedContent send = new([new(FormInput.ButtonField, FormInput.Send)]);
        using HttpResponseMessage forced = await story.App.Anybody.PostAsync(empty.Address, send, Cancellation);
        WebPage proposal = await minna.ContinueAsync(await minna.OpenAsync(), ("recommendations", "11"));
        WebPage untouched = await minna.ContinueAsync(await minna.ContinueAsync(proposal));
        using HttpResponseMessage chosen = await story.App.Anybody.PostAsync(empty.Address, send, Cancellation);

        Assert.Null(empty.Action);
        Assert.Equal(HttpStatusCode.OK, forced.StatusCode);
        Assert.Contains("at least one question", await forced.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Null(untouched.Action);
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        Assert.Equal(0, (await story.Coordinator.RoundAsync("consultation")).Answered);
    }

    [Fact]
    public async Task One_answer_is_enough()
    {
        await using Story story = await ConsultationAsync();

        await story.Person(Party.Ministry).AnswerAsync(("recommendations", "11"), ("priority", "high"));
        await story.Person(Party.Province).AnswerAsync(("remarks", "Ask us again next year."));

        Assert.Equal(2, (await story.Coordinator.RoundAsync("consultation")).Answered);
    }

    [Fact]
    public async Task Khmer_comes_back_as_it_was_typed()
    {
        const string Khmer = "បណ្តុះបណ្តាលគ្រូ \"បឋម\" & <មធ្យម>\nនៅគ្រប់ខេត្ត";
        await using Story story = await ConsultationAsync();
        Person nadia = story.Person(Party.Ngo);

        WebPage open = await nadia.OpenAsync();
        WebPage check = await nadia.FillInAsync(open, ("recommendations", "11"), ("action", Khmer));

        Assert.Equal("km", open.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(Khmer, check.Text, StringComparison.Ordinal);
        WebPage back = await nadia.GetAsync(check.Action!.Split('?')[0].Replace("/check", "/proposal/11", StringComparison.Ordinal));
        Assert.Equal(Khmer, back.Fields["action"].Single());
        Assert.Contains("បណ្តុះបណ្តាល", back.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_many_chunks_counts_whole()
    {
        const int Many = 60;
        await using Story story = await ConsultationAsync(new() { Recommendations = Many });
        Person minna = story.Person(Party.Ministry);
        string[] keys = [.. Enumerable.Range(1, Many).Select(n => n % 2 == 0 ? $"{10 + n}-a" : $"{10 + n}")];
        WebPage check = await minna.FillInAsync(await minna.OpenAsync(), [.. keys.Select(key => ("recommendations", key)), ("action", "To be written")]);
        await WriteAtLengthAsync(story, keys);

        WebPage again = await minna.PressAsync(check, FormInput.Send);
        WebPage receipt = await minna.PressAsync(again, FormInput.Send);

        Assert.Contains("changed in another window", again.Text, StringComparison.Ordinal);

        Assert.True(receipt.IsReceipt);
        Assert.True(await ChunksAsync(story) > 2);
        await story.Coordinator.CloseAsync("consultation");
        await story.Time.SettleAsync();
        SubmittedAnswer counted = Assert.Single(await story.App.Service<RoundAnswers>().CountedAsync(consultation, Cancellation));
        Assert.All(keys, key => Assert.Equal(Long(key, 'a'), counted.Sheet.Answer("action", key)));
        Assert.All(keys, key => Assert.Equal(Long(key, 's'), counted.Sheet.Answer("strategy", key)));
    }

    // The draft as sixty pages of typing would leave it; the last page is typed.
    private static async Task WriteAtLengthAsync(Story story, string[] keys)
    {
        AnswersTable table = story.App.Service<AnswersTable>();
        Invitation ministry = (await story.App.Invitations.CountedAsync(consultation, 3, Cancellation)).Single(i => i.Who == Party.Ministry.Id);
        Draft draft = (await table.DraftAsync(ministry.Ref, Cancellation))!;
        AnswerSheet sheet = draft.Sheet;
        Dictionary<string, IReadOnlyList<string>> answers = new(sheet.Answers);
        foreach (string key in keys)
        {
            answers[AnswerSheet.Key("action", key)] = [Long(key, 'a')];
            answers[AnswerSheet.Key("strategy", key)] = [Long(key, 's')];
        }

        Assert.True(await table.TryWriteDraftAsync(ministry.Ref, sheet with { Answers = answers }, draft.ETag, Cancellation));
        Person minna = story.Person(Party.Ministry);
        await minna.ContinueAsync(await minna.OpenAsync($"/proposal/{keys[^1]}"));
    }

    // Quotation marks are escaped in storage: two thousand characters become twelve thousand.
    private static string Long(string key, char kind) => $"{kind}{key}".PadRight(2_000, '"');

    private static async Task<int> ChunksAsync(Story story)
    {
        int chunks = 0;
        await foreach (Azure.Data.Tables.TableEntity row in story.App.Service<AppStorage>().Answers
            .QueryAsync<Azure.Data.Tables.TableEntity>(r => r.PartitionKey.CompareTo("testland-2031~consultation") >= 0, cancellationToken: Cancellation))
        {
            chunks += row.RowKey.Contains("~r0001~", StringComparison.Ordinal) ? 1 : 0;
        }

        return chunks;
    }

    private Task<Story> ConsultationAsync(CycleBuilder? cycle = null) =>
        Story.OnDayAsync(azurite, Schedule.Consultation.Opens, cycle);
}
