using System.Text;
using FollowUpFunctions.Cycles.Sheets;

namespace FollowUpFunctions.Tests.Sheets;

public sealed class SheetReaderTests
{
    private static readonly Encoding _windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void A_comma_separated_file_is_read_with_its_row_numbers()
    {
        Sheet sheet = Read("Organisation,Email\r\nRights Now,a@example.org\r\n\r\nBlue Sky,b@example.org\r\n");

        Assert.Equal(["Organisation", "Email"], sheet.Header);
        Assert.Equal([(2, "Rights Now|a@example.org"), (4, "Blue Sky|b@example.org")], Rows(sheet));
    }

    [Theory]
    [InlineData(',', "comma")]
    [InlineData(';', "semicolon")]
    [InlineData('\t', "tab")]
    [InlineData('|', "bar")]
    public void The_delimiter_is_found_outside_quotation_marks(char delimiter, string name)
    {
        Sheet sheet = Read($"\"a,,,;;;\t\t\t|||\"{delimiter}b\n1{delimiter}\"2,;\"\n");

        Assert.Equal(name, sheet.Origin.Delimiter);
        Assert.Equal([(2, "1|2,;")], Rows(sheet));
    }

    [Fact]
    public void A_first_line_that_declares_the_delimiter_is_no_row()
    {
        Sheet sheet = Read("sep=;\r\na,a;b\r\n1;2\r\n");

        Assert.Equal(["a,a", "b"], sheet.Header);
        Assert.Equal([(2, "1|2")], Rows(sheet));
    }

    public static TheoryData<string, byte[], bool> Encodings => new()
    {
        { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("ក,é\n1,ខ\n")], false },
        { "utf-8", Encoding.UTF8.GetBytes("ក,é\n1,ខ\n"), true },
        { "utf-16le", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("ក,é\n1,ខ\n")], false },
        { "utf-16be", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("ក,é\n1,ខ\n")], false },
        { "utf-16le", Encoding.Unicode.GetBytes("ក,é\n1,ខ\n"), true },
    };

    [Theory]
    [MemberData(nameof(Encodings), DisableDiscoveryEnumeration = true)]
    public void An_encoding_is_told_by_its_mark_or_by_what_it_can_not_be(string name, byte[] file, bool assumed)
    {
        Sheet sheet = SheetReader.Read(file).Sheet!;

        Assert.Equal((name, assumed), (sheet.Origin.Encoding, sheet.Origin.Assumed));
        Assert.Equal(["ក", "é"], sheet.Header);
    }

    [Fact]
    public void What_is_not_utf_8_is_taken_for_what_Windows_writes_and_the_answer_says_so()
    {
        Sheet sheet = SheetReader.Read(_windows.GetBytes("Contact;Email\nBruno Lefèvre – œuvre;b@example.org\n")).Sheet!;

        Assert.Equal(("windows-1252", true), (sheet.Origin.Encoding, sheet.Origin.Assumed));
        Assert.Equal("Bruno Lefèvre – œuvre", sheet.Rows[0].Cells[0]);
    }

    [Fact]
    public void A_cell_may_have_line_breaks_and_quotation_marks() =>
        Assert.Equal([(2, "one\ntwo|say \"yes\""), (3, "3|4 \"four\"")], Rows(Read("a,b\n\"one\ntwo\",\"say \"\"yes\"\"\"\n3,4 \"four\"\n")));

    [Theory]
    [InlineData("a,b\n1,\"never closed\n2,3\n")]
    [InlineData("a,b\n1,\"closed\" too soon\n2,3\n")]
    public void A_quotation_mark_out_of_place_is_told_with_its_row(string csv) =>
        Assert.Equal("/rows/2", Assert.Single(SheetReader.Read(Encoding.UTF8.GetBytes(csv)).Problems).Pointer);

    [Fact]
    public void A_row_with_more_cells_than_the_header_has_names_is_told() =>
        Assert.Contains("Row 3 has more cells", Assert.Single(SheetReader.Read("a,b\n1,2\n1,2,3\n"u8.ToArray()).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Titles_above_the_header_are_no_header() =>
        Assert.Equal(["a", "b"], Read("Contacts of the coalition\n\na,b\n1,2\n").Header);

    [Fact]
    public void A_cell_like_a_formula_is_text_and_the_apostrophe_before_it_goes() =>
        Assert.Equal([(2, "=1+2|-5|'quoted'|'=x")], Rows(Read("a,b,c,d\n'=1+2,-5,'quoted',''=x\n")));

    [Fact]
    public void A_workbook_gives_texts_numbers_and_dates_as_people_see_them()
    {
        Workbook workbook = new() { SharedStrings = "<si><t>Para</t></si><si><r><t>Da</t></r><r><t>te</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>" };
        workbook.Sheet("""
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
            <row r="3"><c r="A3"><v>12.000000000000002</v></c><c r="C3" s="1"><v>46078</v></c></row>
            <row r="4"><c r="A4"><v>4.1000000000000005</v></c><c r="C4" s="1"><v>46125.4996282407</v></c></row>
            <row r="5"><c r="A5" t="b"><v>1</v></c><c r="C5" t="str"><v>a_x000A_b</v></c></row>
            """);

        Sheet sheet = SheetReader.Read(workbook.Bytes()).Sheet!;

        Assert.Equal(["Para", "", "Date"], sheet.Header);
        Assert.Equal([(3, "12||2026-02-25"), (4, "4.1||2026-04-13T11:59:28"), (5, "true||a\nb")], Rows(sheet));
    }

    [Theory]
    [InlineData("0.00", false)]
    [InlineData("#,##0 \"days\"", false)]
    [InlineData("[Red]0", false)]
    [InlineData("d mmm yyyy", true)]
    [InlineData("[$-409]h:mm AM/PM", true)]
    public void A_number_is_a_date_where_its_format_shows_one(string format, bool isDate)
    {
        Workbook workbook = new() { Date = format };
        workbook.Sheet(Workbook.Row(1, "a", "b") + """<row r="2"><c r="A2" s="1"><v>46078</v></c></row>""");

        Assert.Equal(isDate ? "2026-02-25" : "46078", SheetReader.Read(workbook.Bytes()).Sheet!.Rows[0].Cells[0]);
    }

    [Fact]
    public void Hidden_sheets_and_sheets_without_a_table_are_passed_over()
    {
        Workbook workbook = new Workbook()
            .Sheet(Workbook.Row(1, "x", "y") + Workbook.Row(2, "hidden", "1"), "hidden")
            .Sheet("")
            .Sheet(Workbook.Row(1, "a", "b") + Workbook.Row(2, "shown", "2"));

        Assert.Equal([(2, "shown|2")], Rows(SheetReader.Read(workbook.Bytes()).Sheet!));
    }

    [Fact]
    public void Rows_that_are_one_merged_title_are_passed_over()
    {
        Workbook workbook = new Workbook().Sheet(
            Workbook.Row(1, "a", "b") + Workbook.Row(2, "Ministries") + Workbook.Row(3, "1", "2"), after: """<mergeCells><mergeCell ref="A2:B2"/></mergeCells>""");

        Assert.Equal([(3, "1|2")], Rows(SheetReader.Read(workbook.Bytes()).Sheet!));
    }

    [Fact]
    public void Every_formula_is_told_with_its_cell()
    {
        Workbook workbook = new Workbook().Sheet(Workbook.Row(1, "a", "b") + """<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>A2</f><v>2</v></c></row>""");

        Assert.Equal(["/cells/A2", "/cells/B2"], SheetReader.Read(workbook.Bytes()).Problems.Select(p => p.Pointer));
        Assert.All(SheetReader.Read(workbook.Bytes()).Problems, p => Assert.Contains("paste it as values", p.Message, StringComparison.Ordinal));
    }

    public static TheoryData<string, byte[]> NoSheets => new()
    {
        { "password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "PDF", "%PDF-1.7"u8.ToArray() },
        { "can't be read", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3, 4] },
        { "empty", [] },
        { "empty", " \n\n"u8.ToArray() },
        { "no visible sheet", new Workbook().Sheet(Workbook.Row(1, "a", "b"), "veryHidden").Bytes() },
        { "can't be read", new Workbook().Sheet("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>").Bytes() },
        { "can't be read", new Workbook().Sheet("<row").Bytes() },
        { "unpacks to more", new Workbook().Sheet(new string(' ', 160_000_000)).Bytes() },
    };

    [Theory]
    [MemberData(nameof(NoSheets), DisableDiscoveryEnumeration = true)]
    public void What_is_no_sheet_is_refused_with_what_to_do(string words, byte[] file) =>
        Assert.Contains(words, Assert.Single(SheetReader.Read(file).Problems).Message, StringComparison.Ordinal);

    private static Sheet Read(string csv) => SheetReader.Read(Encoding.UTF8.GetBytes(csv)).Sheet!;

    private static IEnumerable<(int, string)> Rows(Sheet sheet) => sheet.Rows.Select(r => (r.Number, string.Join('|', r.Cells)));
}
