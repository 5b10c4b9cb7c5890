using System.Net;
using FollowUp.Pages.Forms;
using FollowUpFunctions.Rounds;
using FollowUpFunctions.Tests.Builders;
using FollowUpFunctions.Tests.Drivers;
using FollowUpFunctions.Tests.Infrastructure;
using FollowUpFunctions.Tests.Progress;

namespace FollowUpFunctions.Tests.Journeys;

/// <summary>What is typed and not sent: kept while somebody types, and taken along into another language.</summary>
public sealed class KeptDraftTests(AzuriteFixture azurite)
{
    private static readonly RoundRef consultation = new("testland-2031", "consultation");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_typed_is_kept_and_not_sent_and_the_next_typing_goes_over_it()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        WebPage remarks = await minna.OpenAsync("/remarks");

        (HttpStatusCode first, string? seen) = await KeepAsync(story, remarks, ("remarks", "Half a"));
        (HttpStatusCode second, seen) = await KeepAsync(story, remarks, ("remarks", "Half a sentence"), (FormInput.SeenField, seen!));
        WebPage next = await minna.ContinueAsync(remarks, ("remarks", "A whole sentence."), (FormInput.SeenField, seen!));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first, second));
        Assert.True(next.IsCheck);
        Assert.Contains("A whole sentence.", next.Text, StringComparison.Ordinal);
        Assert.All(await story.App.Invitations.CountedAsync(consultation, 3, Cancellation), i => Assert.Null(i.Submitted));
    }

    [Fact]
    public async Task What_another_window_saved_is_not_gone_over_and_both_are_shown_on_going_on()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        WebPage remarks = await minna.OpenAsync("/remarks");
        await minna.ContinueAsync(remarks, ("remarks", "From another window"));

        (HttpStatusCode kept, _) = await KeepAsync(story, remarks, ("remarks", "From this window"));
        WebPage both = await minna.ContinueAsync(remarks, ("remarks", "From this window"));

        Assert.Equal(HttpStatusCode.Conflict, kept);
        Assert.Equal("From this window", both.Fields["remarks"].Single());
        Assert.Contains("From another window", both.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Null(both.Document.QuerySelector("script"));
    }

    [Fact]
    public async Task A_page_that_never_heard_whether_it_was_kept_meets_no_other_window()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        WebPage remarks = await minna.OpenAsync("/remarks");
        string sent = "_language=en&remarks=Train+a+%26+b";
        await KeepAsync(story, remarks, ("remarks", "Train a & b"));

        WebPage unknown = await minna.ContinueAsync(remarks, ("remarks", "Train a & c"));
        WebPage next = await minna.ContinueAsync(remarks, ("remarks", "Train a & c"), (FormInput.SentField, sent));

        Assert.False(unknown.IsCheck);
        Assert.True(next.IsCheck);
        Assert.Contains("Train a & c", next.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public async Task A_page_that_is_gone_says_so_in_few_bytes_and_nothing_is_written(string spoiled)
    {
        await using Story story = await ConsultationAsync();
        WebPage remarks = await story.Person(Party.Ministry).OpenAsync("/remarks");
        string address = spoiled.Length > 0 ? remarks.Action!.Replace("/remarks", "x/remarks", StringComparison.Ordinal) : remarks.Action!.Replace("/remarks", "/proposal/99", StringComparison.Ordinal);
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        (HttpStatusCode answer, _) = await KeepAsync(story, new WebPage(remarks.Address, remarks.Status, remarks.Html.Replace(remarks.Action!, address, StringComparison.Ordinal)), ("remarks", "Lost?"));

        Assert.Equal(HttpStatusCode.Gone, answer);
        Assert.Equal(before, await story.EverythingStoredAsync());
    }

    [Fact]
    public async Task Another_language_shows_what_was_typed_and_sends_nothing()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        WebPage proposal = await minna.ContinueAsync(await minna.OpenAsync(), ("recommendations", "11"));

        WebPage khmer = await minna.PressAsync(proposal, FormInput.Speak + "km", ("action", "Train teachers"), ("indicator", new string('x', 301)));

        Assert.Equal("km", khmer.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(("Train teachers", 301), (khmer.Fields["action"].Single(), khmer.Fields["indicator"].Single().Length));
        Assert.Empty(khmer.Errors);
        Assert.EndsWith("/proposal/11", khmer.Action!.Split('?')[0], StringComparison.Ordinal);
        Assert.All(await story.App.Invitations.CountedAsync(consultation, 3, Cancellation), i => Assert.Null(i.Submitted));
    }

    [Fact]
    public async Task Changing_the_language_with_nothing_typed_writes_nothing()
    {
        await using Story story = await ConsultationAsync();
        Person minna = story.Person(Party.Ministry);
        WebPage remarks = await minna.OpenAsync("/remarks");
        IReadOnlyList<string> before = await story.EverythingStoredAsync();

        WebPage khmer = await minna.PressAsync(remarks, FormInput.Speak + "km");
        WebPage scanned = await minna.PressAsync(new(remarks.Address, remarks.Status, remarks.Html.Replace(FormInput.SeenField, "_other", StringComparison.Ordinal)), FormInput.Speak + "km", ("remarks", "A scanner's"));

        Assert.Equal(("km", "km"), (khmer.Document.DocumentElement.GetAttribute("lang"), scanned.Document.DocumentElement.GetAttribute("lang")));
        Assert.Equal(before, await story.EverythingStoredAsync());
    }

    [Fact]
    public async Task A_file_goes_along_into_another_language()
    {
        await using Story story = await ProgressStory.BeginAsync(azurite);
        await story.GoToDayAsync(ProgressStory.Due + 0.5);
        Person ministry = story.Person(Party.Ministry);

        WebPage khmer = await ministry.UploadAsync(await ministry.OpenAsync(), "evidence-file", "report.pdf", SampleFiles.Pdf(), FormInput.Speak + "km", ("status", "done"));

        Assert.Equal("km", khmer.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("report.pdf", khmer.Text, StringComparison.Ordinal);
        Assert.Equal("done", khmer.Fields["status"].Single());
    }

    [Fact]
    public async Task A_translation_that_is_being_typed_is_not_yet_the_text_of_the_recommendation()
    {
        await using Story story = await Story.OnDayAsync(azurite, Schedule.Translation.Opens, new CycleBuilder { Translators = [("Dara", "km")] });
        Person dara = story.Person(CycleBuilder.EmailOf("Dara"));
        WebPage page = await dara.OpenAsync();

        (HttpStatusCode kept, _) = await KeepAsync(story, page, ("text", "ចូរ"));
        string texts = await (await story.Coordinator.GetAsync($"cycles/{story.Cycle}/translations")).Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, kept);
        Assert.DoesNotContain("ចូរ", texts, StringComparison.Ordinal);
        Assert.Equal("ចូរ", (await dara.GetAsync(page.Action!)).Fields["text"].Single());
    }

    private Task<Story> ConsultationAsync() => Story.OnDayAsync(azurite, Schedule.Consultation.Opens);

    private static async Task<(HttpStatusCode Status, string? Seen)> KeepAsync(Story story, WebPage page, params (string Field, string Value)[] typed)
    {
        Dictionary<string, string> fields = page.Fields.ToDictionary(f => f.Key, f => f.Value[0]);
        foreach ((string field, string value) in typed)
            fields[field] = value;
        fields[FormInput.ButtonField] = FormInput.Keep;
        using FormUrlEncodedContent content = new(fields);
        using HttpResponseMessage response = await story.App.Anybody.PostAsync(page.Action, content, Cancellation);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        return (response.StatusCode, response.Headers.ETag?.Tag.Trim('"'));
    }
}
