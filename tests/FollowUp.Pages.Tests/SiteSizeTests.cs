using System.IO.Compression;
using System.Text;
using FollowUp.Domain.Publication;
using FollowUp.Pages.Site;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests;

/// <summary>What a reader on a slow line waits for, in the encodings that servers use.</summary>
public sealed class SiteSizeTests
{
    private const int FirstView = 30_000;
    private const int RoundTrip = 14 * 1024;

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_first_view_of_a_hundred_recommendations_is_under_thirty_kilobytes(string language)
    {
        PublishedPlan plan = OwnTexts.Of(Plans.Large(100));

        await ComesWithinAsync(Plans.Overview(plan, language), FirstView);
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task It_is_with_two_years_of_progress_too(string language)
    {
        PublishedPlan plan = OwnTexts.Of(Progresses.Plan(100, 8)) with { Version = 10, Changes = [.. Many(300)] };

        await ComesWithinAsync(Plans.Overview(plan, language, Progresses.Large(100)), FirstView);
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task The_other_views_and_the_page_of_a_recommendation_are_too(string language)
    {
        PublishedPlan plan = OwnTexts.Of(Progresses.Plan(100, 8));

        await ComesWithinAsync(Plans.List(plan, SiteView.Organisations, language, hasProgress: true), FirstView);
        await ComesWithinAsync(Plans.List(plan, SiteView.Status, language, hasProgress: true), FirstView);
        await ComesWithinAsync(Plans.Recommendation(plan, language, 1), RoundTrip);
    }

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task What_a_search_finds_comes_in_one_round_trip(string language)
    {
        PublishedPlan plan = OwnTexts.Of(Plans.Large(100));
        FindModel found = new(plan, language, [], "https://plans.example.org/", "children", false, [.. plan.Clusters.SelectMany(c => c.Recommendations)], key => $"https://plans.example.org/khm-2030/recommendations/{key}.html");

        await ComesWithinAsync(found, RoundTrip);
    }

    private static IEnumerable<PlanChangeTold> Many(int count) =>
        Enumerable.Range(0, count).Select(n => new PlanChangeTold(ChangeKinds.StatusAdded, "9-a", $"Ministry {n}", null, "under-way"));

    private static async Task ComesWithinAsync(PageModel model, int most)
    {
        byte[] page = Encoding.UTF8.GetBytes(await Rendering.Pages.RenderAsync(model));
        int brotli = Size(page, to => new BrotliStream(to, CompressionLevel.Optimal, leaveOpen: true));
        int gzip = Size(page, to => new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true));
        TestContext.Current.TestOutputHelper!.WriteLine($"{model.GetType().Name}: {page.Length} bytes, gzip {gzip}, brotli {brotli}");

        Assert.InRange(brotli, 1, most);
        Assert.InRange(gzip, 1, most);
    }

    private static int Size(byte[] content, Func<Stream, Stream> encoding)
    {
        using MemoryStream encoded = new();
        using (Stream stream = encoding(encoded))
            stream.Write(content);
        return (int)encoded.Length;
    }
}
