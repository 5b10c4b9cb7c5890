using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using FollowUp.Domain.Cycles;
using FollowUp.Domain.Plans;
using FollowUp.Pages.Desk;
using FollowUp.Pages.Desk.Review;
using FollowUp.Pages.Forms;
using FollowUp.Pages.Tests.Builders;

namespace FollowUp.Pages.Tests.Desk;

public sealed class DeskReviewPageTests
{
    private const int Most = 40_000;
    private const int Clusters = 4;

    // Of a plan that is longer than the page shows at once it shows a cluster.
    private const int Shown = 25;

    [Theory]
    [MemberData(nameof(Everything.Languages), MemberType = typeof(Everything))]
    public async Task A_plan_of_a_hundred_recommendations_is_reviewed_on_pages_of_under_forty_kilobytes(string language)
    {
        string html = await Rendering.Pages.RenderAsync(Review(language));
        using IHtmlDocument document = Html.Parse(html);
        byte[] page = Encoding.UTF8.GetBytes(html);
        int gzip = Size(page);
        TestContext.Current.TestOutputHelper!.WriteLine($"{page.Length} bytes, gzip {gzip}, brotli {Html.CompressedSize(html)}");

        Assert.Equal(Shown, document.QuerySelectorAll("article").Length);
        Assert.InRange(gzip, 1, Most);
        Assert.InRange(Html.CompressedSize(html), 1, Most);
    }

    // Three actions for each, with every detail, and no text that resembles another.
    private static ReviewModel Review(string language)
    {
        using IEnumerator<string> texts = OwnTexts.In(language, 270).GetEnumerator();
        using IEnumerator<string> details = OwnTexts.In(language, 90).GetEnumerator();
        DeskFrame frame = new(language, "/desk", "key", "cora@example.org", "/desk/cycles/khm-2031/plan") { Cycle = "khm-2031", CycleTitle = "Follow-up in Cambodia", TimeZone = "Asia/Phnom_Penh", Section = DeskSections.Plan };
        return new(
            frame,
            "draft-review",
            Drafted: true,
            [.. Enumerable.Range(1, Clusters).Select(n => new ReviewCluster(n, Shown, n, frame.Page($"plan/cluster/{n}")))],
            1,
            [.. Enumerable.Range(1, Shown).Select(n => new ReviewItem(
                new($"{n}-a", $"CRC/C/KHM/CO/2-3 ¶{n}(a)", $"Heading {n}", Next(texts), language, language), n % 3 == 0, Item($"{n}-a", texts, details), []))],
            "plan/cluster/1");
    }

    private static PlanItem Item(string key, IEnumerator<string> texts, IEnumerator<string> details) => PlanItem.Empty(key) with
    {
        Actions =
        [
            .. Enumerable.Range(1, 3).Select(n => new PlannedAction(
                Next(texts), Next(details), "one-year", Next(details), Next(details), [new($"consultation~{key}-{n}~r1@{key}", StakeholderCategory.NationalNgo)])
            {
                Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}.{n}")))[..16],
                Funding = Next(details),
            }),
        ],
        Priority = new(3, new Dictionary<StakeholderCategory, PriorityCounts>()),
    };

    private static string Next(IEnumerator<string> texts)
    {
        texts.MoveNext();
        return texts.Current;
    }

    private static int Size(byte[] content)
    {
        using MemoryStream encoded = new();
        using (GZipStream stream = new(encoded, CompressionLevel.Optimal, leaveOpen: true))
            stream.Write(content);
        return (int)encoded.Length;
    }
}
