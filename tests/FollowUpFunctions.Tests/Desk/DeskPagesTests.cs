using System.Net;
using FollowUpFunctions.Tests.Api;
using FollowUpFunctions.Tests.Drivers;

namespace FollowUpFunctions.Tests.Desk;

[Collection(nameof(RunningApp))]
public sealed class DeskPagesTests(RunningApp app)
{
    public static TheoryData<string, string> Pages =>
    [
        .. from page in (string[])["groups", "plan", "plan/cluster/2", "plan/overdue", "plan/evidence", "plan/strategic", "plan/reiterations", "letters", "children"]
           from language in (string[])["en", "fr", "km", "ar"]
           select new TheoryDataRow<string, string>(page, language),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_opens_in_every_language_before_there_is_anything_on_it(string page, string language)
    {
        using HttpClient client = await app.Story.App.AtDeskAsync(language: language);

        WebPage shown = await new DecisionDesk(client, app.Story.Cycle).GetAsync($"desk/cycles/{app.Story.Cycle}/{page}");

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Single(shown.Document.QuerySelectorAll("h1"));
        Assert.Equal(language, shown.Document.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(shown.Document.QuerySelector(".desk-nav [aria-current=page]"));
        string[] ids = [.. shown.Document.QuerySelectorAll("[id]").Select(e => e.Id!)];
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("groups")]
    [InlineData("plan")]
    [InlineData("letters")]
    [InlineData("children")]
    [InlineData("decide/close-round")]
    public async Task Nobody_sees_a_page_of_a_cycle_that_is_not_theirs(string page)
    {
        using HttpClient stranger = await app.Story.App.AtDeskAsync("stranger@example.org");

        Assert.Equal(HttpStatusCode.NotFound, (await new DecisionDesk(stranger, app.Story.Cycle).GetAsync($"desk/cycles/{app.Story.Cycle}/{page}")).Status);
    }
}
