using System.Xml.Linq;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Plan;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

/// <summary>RFC 4287, its rules by section.</summary>
public sealed class PlanFeedTests
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset _day = new(2031, 6, 1, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public void It_has_all_that_a_feed_must_have_and_each_but_once(string language)
    {
        XElement feed = Read(Feed(language, Entry("v1", 0), Entry("v2", 1)));

        foreach (XElement one in feed.Elements(_atom + "entry").Prepend(feed))
        {
            foreach (string must in new[] { "id", "title", "updated" })
                Assert.False(string.IsNullOrWhiteSpace(Assert.Single(one.Elements(_atom + must)).Value));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", one.Element(_atom + "updated")!.Value);
            Assert.True(Uri.TryCreate(one.Element(_atom + "id")!.Value, UriKind.Absolute, out _));
            Assert.All(one.Elements(_atom + "link"), link => Assert.StartsWith("https://", link.Attribute("href")!.Value, StringComparison.Ordinal));
            Assert.Single(one.Elements(_atom + "link"), link => link.Attribute("rel")!.Value == "alternate");
        }

        Assert.NotNull(feed.Element(_atom + "author")!.Element(_atom + "name"));
        Assert.Single(feed.Elements(_atom + "link"), link => link.Attribute("rel")!.Value == "self");
        Assert.Equal(language, feed.Attribute(XNamespace.Xml + "lang")!.Value);
    }

    [Fact]
    public void Ids_are_one_of_a_kind_and_stay_whatever_else_changes()
    {
        string[] before = Ids(Feed("en", Entry("v1", 0), Entry("v2", 1), Entry("commitments", 1)));
        string[] after = Ids(Feed("fr", Entry("v1", 5), Entry("v2", 6), Entry("commitments", 7), Entry("v3", 8)) with { Page = "https://elsewhere.example/x/index.html", Title = "Another" });

        Assert.Equal(before.Distinct(), before);
        Assert.Superset(before.ToHashSet(), after.ToHashSet());
        Assert.All(before, id => Assert.Matches(@"^tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:", id));
    }

    [Fact]
    public void The_newest_comes_first_and_dates_the_feed()
    {
        XElement feed = Read(Feed("en", Entry("v2", 1), Entry("v10", 9), Entry("v1", 0)));

        Assert.Equal(["v10", "v2", "v1"], feed.Elements(_atom + "entry").Select(e => e.Element(_atom + "id")!.Value.Split('/')[^1]));
        Assert.Equal(feed.Elements(_atom + "entry").First().Element(_atom + "updated")!.Value, feed.Element(_atom + "updated")!.Value);
    }

    [Fact]
    public void Before_anything_is_published_it_is_a_feed_all_the_same() =>
        Assert.Equal("2031-06-01T02:00:00Z", Read(Feed("en")).Element(_atom + "updated")!.Value);

    [Fact]
    public void Changes_are_told_in_words_and_what_people_typed_stays_text()
    {
        string evil = "<script>alert(1)</script> ]]> \u0001 &amp;";
        XElement feed = Read(Feed("en", Entry("v2", 1) with { Changes = [evil] }));

        XElement content = feed.Descendants(_atom + "content").Single();
        Assert.Equal("xhtml", content.Attribute("type")!.Value);
        Assert.Equal("{http://www.w3.org/1999/xhtml}div", Assert.Single(content.Elements()).Name.ToString());
        Assert.Equal(evil.Replace("\u0001", "", StringComparison.Ordinal), content.Value.Trim());
        Assert.Empty(content.Descendants("{http://www.w3.org/1999/xhtml}script"));
    }

    [Fact]
    public void Where_very_much_has_changed_it_tells_some_and_says_how_many_more()
    {
        XElement feed = Read(Feed("en", Entry("v2", 1) with { Changes = [.. Enumerable.Range(1, 80).Select(n => $"Change {n}")] }));

        Assert.Equal(51, feed.Descendants("{http://www.w3.org/1999/xhtml}li").Count());
        Assert.Contains("and 30 more", feed.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_says_which_recommendation_it_is_about()
    {
        PublishedRecommendation about = Plans.Small.Clusters[0].Recommendations[0];

        Assert.Equal(
            $"{PlanWording.Reference(about)} Ministry of Justice reports: Done, and children feel the change",
            PlanFeed.Told("en", about, new(ChangeKinds.StatusAdded, about.Key, "Ministry of Justice", To: "done")));
    }

    private static PlanFeedModel Feed(string language, params FeedEntry[] entries) => new(
        "tag:example.org,2031-01-01:khm-2030", "Children’s rights", language, "https://plans.example.org/khm-2030/feed.atom", "https://plans.example.org/khm-2030/index.html", _day, entries);

    private static FeedEntry Entry(string path, int day) =>
        new(path, $"The plan, {path}", _day.AddDays(day), $"https://plans.example.org/khm-2030/{path}/index.html", ["Something has changed"]);

    private static string[] Ids(PlanFeedModel feed) => [.. Read(feed).DescendantsAndSelf().Elements(_atom + "id").Select(id => id.Value)];

    private static XElement Read(PlanFeedModel feed)
    {
        XElement root = XDocument.Parse(PlanFeed.Write(feed)).Root!;
        Assert.Equal(_atom + "feed", root.Name);
        return root;
    }
}
