using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Tests.Api;
using static FollowUpFunctions.Tests.Sheets.UhriSheet;

namespace FollowUpFunctions.Tests.Sheets;

[Collection(nameof(RunningApp))]
public sealed class UhriExportTests(RunningApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Heading_number_and_text_are_taken_apart_and_the_concern_goes_with_its_recommendation()
    {
        UhriRegister register = Read(
            Row("Birth registration (art. 7) 23.The Committee is concerned that births are not registered.", Concern),
            Row("Birth registration (art. 7) 24.The Committee recommends that the State party register every birth.", Recommendation, sdgs: "- 16.9 - Legal identity\n- 16 - Peace", affected: "- Children\n- Persons living in rural areas"));

        RecommendationRequest r = Assert.Single(register.Recommendations).Recommendation;
        Assert.Equal((24, null, 4, "Birth registration"), (r.Paragraph, r.Letter, r.Cluster, r.Heading));
        Assert.Equal("The Committee recommends that the State party register every birth.", r.Texts!["en"]!.Text);
        Assert.Equal("The Committee is concerned that births are not registered.", r.Concern);
        Assert.Equal(["7"], r.Articles!);
        Assert.Equal(["16.9"], r.SdgTargets!);
        Assert.Equal(["Children", "Persons living in rural areas"], r.AffectedGroups!);
        Assert.Null(r.Uncertain);
    }

    [Fact]
    public void Sub_items_become_recommendations_with_the_words_that_open_them()
    {
        UhriRegister register = Read(Row("Legislation 9.The Committee urges the State party to: (a) Adopt a law under article 37 (b) of the Convention; (b) Publish it; and (c) Report on it.", Recommendation));

        Assert.Equal(["a", "b", "c"], register.Recommendations.Select(r => r.Recommendation.Letter));
        Assert.Equal("The Committee urges the State party to: (b) Publish it", register.Recommendations[1].Recommendation.Texts!["en"]!.Text);
    }

    [Fact]
    public void A_cluster_is_sure_where_the_heading_says_it_and_else_a_guess_that_is_marked()
    {
        UhriRegister register = Read(
            Row("D. Civil rights and freedoms Birth registration 24.The Committee recommends a register.", Recommendation),
            Row("Children on fishing boats 70.The Committee recommends inspections.", Recommendation),
            Row("71.The Committee recommends more of them.", Recommendation));

        Assert.Equal((4, "Birth registration", null), (register.Recommendations[0].Recommendation.Cluster, register.Recommendations[0].Recommendation.Heading, register.Recommendations[0].Recommendation.Uncertain));
        Assert.Contains("guessed from the heading", register.Recommendations[1].Recommendation.Uncertain, StringComparison.Ordinal);
        Assert.Contains("no heading", register.Recommendations[2].Recommendation.Uncertain, StringComparison.Ordinal);
        Assert.Equal(2, register.Counts.Uncertain);
    }

    [Fact]
    public void What_can_not_be_taken_is_left_out_with_the_reason_and_others_are_counted()
    {
        UhriRegister register = Read(
            Row("Legislation 9.The Committee recommends a law.", Recommendation),
            Row("Legislation 9.The Committee recommends a law.", Recommendation),
            Row("The Committee thanks the delegation.", Recommendation),
            Row("Legislation 8.The Committee recommends a law.", Recommendation, country: "- Otherland"),
            Row("Legislation 8.The Committee recommends a law.", Recommendation, body: "- CEDAW"));

        Assert.Equal([(3, true), (4, true)], register.LeftOut.Select(l => (l.Row, l.Why.Length > 0)));
        Assert.Equal((1, 1, 1, 2), (register.Counts.OtherCountries, register.Counts.OtherBodies, register.Counts.Recommendations, register.Counts.LeftOut));
        Assert.Equal([Symbol], register.Symbols);
    }

    [Fact]
    public async Task The_export_is_posted_as_it_was_downloaded_and_nothing_is_stored()
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();
        using ByteArrayContent content = new(SheetDesk.Csv([Header, Row("Legislation 9.The Committee recommends a law.", Recommendation)]));

        using HttpResponseMessage response = await app.Coordinator.PostAsync("documents/uhri?country=testland&body=crc", content, Cancellation);

        JsonNode register = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        Assert.Equal((200, Symbol, 9), ((int)response.StatusCode, (string)register["symbols"]![0]!, (int)register["recommendations"]![0]!["recommendation"]!["paragraph"]!));
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Fact]
    public async Task Another_sheet_than_an_export_is_refused()
    {
        using ByteArrayContent content = new("organisation,email\nA,a@example.org\n"u8.ToArray());

        using HttpResponseMessage response = await app.Coordinator.PostAsync("documents/uhri", content, Cancellation);

        JsonNode problem = (await response.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(["/header/Text", "/header/Document Symbol", "/header/Type"], problem.Pointers());
    }

    private static UhriRegister Read(params string[][] rows) =>
        UhriExport.Read(SheetReader.Read(SheetDesk.Csv(rows.Prepend(Header))).Sheet!, "Testland", "CRC", "en").Register!;
}
