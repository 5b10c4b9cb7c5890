using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FollowUpFunctions.Cycles.Sheets;
using FollowUpFunctions.Tests.Api;

namespace FollowUpFunctions.Tests.Sheets;

/// <summary>Tests that measure run alone.</summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured : ICollectionFixture<RunningApp>;

/// <summary>What a secretariat sends by mistake, and what somebody sends on purpose: a clear problem in 5 seconds and 300 MB, and nothing is written.</summary>
[Collection(nameof(Measured))]
public sealed class BadInputTests(RunningApp app)
{
    private const int Many = 100_000;
    private const int OnRecord = 5;
    private const int Rows = Many - OnRecord;
    private const string Header = "organisation,category,contact,email,language";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private const long Room = 300_000_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Large => new()
    {
        { "one bad address", "/rows/77778/email", "Row 77778, column email: “nobody at example.org” is not an e-mail address" },
        { "one address twice", "/rows/77778/email", "is also the address of “Organisation 1” (row 2, column email)" },
        { "one unknown language", "/rows/77778/language", "“klingon” is not a language of this cycle: choose from en, km" },
        { "one quotation mark that is not closed", "/rows/77778", "not closed" },
    };

    [Theory]
    [MemberData(nameof(Large))]
    public async Task One_mistake_in_a_hundred_thousand_rows_is_found_with_its_row(string mistake, string pointer, string words)
    {
        string bad = mistake switch
        {
            "one bad address" => "X,senate,X,nobody at example.org,en",
            "one address twice" => "X,senate,X,p1@example.org,en",
            "one unknown language" => "X,senate,X,x@example.org,klingon",
            _ => "\"X,senate,X,x@example.org,en",
        };

        JsonNode problem = await RefusedAsync(mistake, Encoding.UTF8.GetBytes(People(bad)));

        Assert.Equal(pointer, Assert.Single(problem.Pointers()));
        Assert.Contains(words, problem.Details(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_every_row_is_told_for_ten_thousand_of_them()
    {
        JsonNode problem = await RefusedAsync("a mistake in every row", Encoding.UTF8.GetBytes(People(null).Replace(",en", ",klingon", StringComparison.Ordinal)));

        Assert.Equal((10_000, Rows - 10_000, Rows), (problem.Pointers().Count(), (int)problem["errorsNotListed"]!, (int)problem["counts"]!["refused"]!));
    }

    [Fact]
    public async Task More_rows_than_a_cycle_takes_are_refused() =>
        Assert.Contains("more than 100,000 rows", (await RefusedAsync("100,050 rows", Encoding.UTF8.GetBytes(People(string.Join('\n', Enumerable.Repeat("a,b,c,d,e", 50 + OnRecord)))))).Details(), StringComparison.Ordinal);

    [Fact]
    public async Task A_header_that_nobody_knows_is_told_with_the_nearest() =>
        Assert.Contains("There is no column “emial” here; the nearest is “email”", (await RefusedAsync("header", "organisation,emial\nA,a@example.org\n"u8.ToArray())).Details(), StringComparison.Ordinal);

    [Fact]
    public async Task A_header_that_is_missing_is_told() =>
        Assert.Contains("There is no column “a@example.org” here", (await RefusedAsync("no header", "Blue Sky,senate,Bo,a@example.org,en\n"u8.ToArray())).Details(), StringComparison.Ordinal);

    [Fact]
    public async Task A_formula_is_told_with_its_cell()
    {
        Workbook workbook = new Workbook().Sheet(Workbook.Row(1, "organisation", "email") + """<row r="2"><c r="A2"><f>HYPERLINK("x")</f><v>1</v></c></row>""");

        Assert.Equal("/cells/A2", Assert.Single((await RefusedAsync("formula", workbook.Bytes())).Pointers()));
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_a_flood_is_refused() =>
        Assert.Contains("unpacks to more", (await RefusedAsync("zip bomb", new Workbook().Sheet(new string(' ', 400_000_000)).Bytes())).Details(), StringComparison.Ordinal);

    [Fact]
    public async Task A_workbook_that_lies_about_how_much_it_holds_is_not_believed() =>
        Assert.Contains("can't be read", (await RefusedAsync("lying zip bomb", Lying(new Workbook().Sheet(new string(' ', 400_000_000)).Bytes()))).Details(), StringComparison.Ordinal);

    [Fact]
    public async Task A_workbook_of_a_million_texts_is_refused()
    {
        StringBuilder cells = new();
        for (int n = 1; n <= 200_000; n++)
            cells.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{n}\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>");
        Workbook workbook = new Workbook { SharedStrings = $"<si><t>{new string('x', 30_000)}</t></si>" }.Sheet(cells.ToString());

        Assert.Contains("more than 40,000,000 characters", (await RefusedAsync("texts without end", workbook.Bytes())).Details(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_with_a_password_is_told_as_such() =>
        Assert.Contains("password", (await RefusedAsync("encrypted", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[5_000]])).Details(), StringComparison.Ordinal);

    [Fact]
    public async Task Two_hundred_megabytes_are_refused_unread()
    {
        IReadOnlyList<string> before = await app.EverythingStoredAsync();
        using HttpRequestMessage request = new(HttpMethod.Post, $"cycles/{app.Story.Cycle}/stakeholders") { Content = new ByteArrayContent(new byte[200_000_000]) };
        request.Headers.ExpectContinue = true;

        (HttpResponseMessage response, Effort effort) = await Effort.OfAsync("200 MB", () => app.Coordinator.SendAsync(request, Cancellation));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.True(effort.Time < _patience && effort.Bytes < Room, $"{effort}");
        Assert.Equal(before, await app.EverythingStoredAsync());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_hundred_thousand_rows_are_read_and_compared(string format)
    {
        string people = People(null);
        byte[] file = format == "csv" ? Encoding.UTF8.GetBytes(people) : Xlsx(people);
        SheetDesk desk = await SheetDesk.InNewCycleAsync(app, "stakeholders");

        ((int status, JsonNode answer), Effort effort) = await Effort.OfAsync($"100,000 rows of {format}, {file.Length / 1_000_000} MB", () => desk.ImportAsync(file, dryRun: true));

        Assert.Equal((200, $"added:{Rows} changed:0 same:0 refused:0"), (status, answer.Counts()));
        Assert.True(effort.Bytes < Room, $"{effort}");
    }

    [Fact]
    public async Task One_more_than_a_cycle_takes_with_those_on_record_is_refused()
    {
        JsonNode problem = await RefusedAsync("100,001 with those on record", Encoding.UTF8.GetBytes(People(null) + "One Too Many,senate,X,x@example.org,en\n"));

        Assert.Contains("A cycle takes 100,000 stakeholders: 5 are on record", problem.Details(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_thousand_stakeholders_are_imported_exported_and_known_again()
    {
        const int Some = 20_000;
        SheetDesk desk = await SheetDesk.InNewCycleAsync(app, "stakeholders");
        byte[] people = Encoding.UTF8.GetBytes(string.Join('\n', People(null).Split('\n').Take(Some + 1)));

        ((int status, JsonNode answer), _) = await Effort.OfAsync("import of 20,000", () => desk.ImportAsync(people));
        (byte[] csv, _) = await Effort.OfAsync("export as csv", () => desk.ExportAsync());
        (byte[] xlsx, _) = await Effort.OfAsync("export as xlsx", () => desk.ExportAsync("xlsx"));
        ((int again, JsonNode same), _) = await Effort.OfAsync("import of the export, all the same", () => desk.ImportAsync(csv));

        Assert.Equal((200, 200), (status, again));
        int known = SheetReader.Read(xlsx).Sheet!.Rows.Count;
        Assert.InRange(known, Some, Some + 10);
        Assert.Equal(known, (int)same["counts"]!["same"]!);
        Assert.Equal(1_000, answer["rows"]!.AsArray().Count);
    }

    private async Task<JsonNode> RefusedAsync(string what, byte[] file)
    {
        SheetDesk desk = await SheetDesk.InNewCycleAsync(app, "stakeholders");
        IReadOnlyList<string> before = await app.EverythingStoredAsync();

        ((int status, JsonNode problem), Effort effort) = await Effort.OfAsync(what, () => desk.ImportAsync(file));
        // What is held seems more where the collector has waited; nothing was written, so it can be asked again and looked at closely.
        if (effort.Bytes >= Room)
            effort = effort with { Bytes = (await Effort.OfAsync(what, () => desk.ImportAsync(file), collecting: true)).Effort.Bytes };

        Assert.Equal(400, status);
        Assert.True(effort.Time < _patience, $"{what}: {effort}");
        Assert.True(effort.Bytes < Room, $"{what}: {effort}");
        Assert.Equal(before, await app.EverythingStoredAsync());
        return problem;
    }

    /// <summary>As many rows as a cycle takes with those on record; one of them, row 77,778, may be another.</summary>
    private static string People(string? bad)
    {
        StringBuilder csv = new(Header + "\n");
        for (int n = 1; n <= Rows; n++)
        {
            if (n == 77_777 && bad is not null)
                csv.Append(bad).Append('\n');
            else
                csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"Organisation {n},national-ngo,Person {n},p{n}@example.org,en\n");
        }

        return csv.ToString();
    }

    private static byte[] Xlsx(string csv)
    {
        using MemoryStream file = new();
        XlsxSheetWriter.Write(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => (IReadOnlyList<string>)l.Split(',')), file);
        return file.ToArray();
    }

    // In the archive's directory the unpacked size of each entry stands 24 bytes after its mark.
    private static byte[] Lying(byte[] zip)
    {
        for (int n = 0; n + 46 < zip.Length; n++)
        {
            if (zip.AsSpan(n, 4).SequenceEqual("PK\u0001\u0002"u8) && BitConverter.ToInt32(zip, n + 24) > 1_000_000)
                BitConverter.TryWriteBytes(zip.AsSpan(n + 24), 1_000);
        }

        return zip;
    }
}
