using System.Text;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Plans;
using FollowUpFunctions.Progress.Evidence;

namespace FollowUpFunctions.Tests.Progress;

public sealed class EvidenceCheckTests
{
    public static TheoryData<string, string> Kinds { get; } = new()
    {
        { Convert.ToBase64String(SampleFiles.Pdf()), "pdf" },
        { Convert.ToBase64String(SampleFiles.Docx()), "docx" },
        { Convert.ToBase64String(SampleFiles.Xlsx()), "xlsx" },
        { Convert.ToBase64String(SampleFiles.Png), "png" },
        { Convert.ToBase64String(SampleFiles.Jpeg), "jpg" },
        { Convert.ToBase64String("បណ្តុះបណ្តាលគ្រូ 40 នាក់"u8.ToArray()), "txt" },
        { Convert.ToBase64String([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Trained teachers")]), "txt" },
    };

    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "", FormProblem.FileEmpty },
        { " \r\n\t", FormProblem.FileEmpty },
        { "%PDF-1.7 and nothing of the kind", FormProblem.FileDamaged },
        { "<html><script>alert(1)</script>", FormProblem.FileUnknown },
        { "hello <script>alert(1)</script>", FormProblem.FileUnknown },
        { "<?xml version=\"1.0\"?><svg/>", FormProblem.FileUnknown },
        { "MZ\u0090\0\u0003", FormProblem.FileUnknown },
        { "GIF89a", FormProblem.FileUnknown },
        { "{\\rtf1 hello}", FormProblem.FileUnknown },
        { "PK\u0003\u0004 no package", FormProblem.FileDamaged },
        { "\u0089PNG\r\n\u001a\nno picture", FormProblem.FileDamaged },
        { "ÿØÿ no picture", FormProblem.FileDamaged },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_file_is_follows_from_its_bytes(string base64, string extension)
    {
        EvidenceFound found = EvidenceCheck.Of(Convert.FromBase64String(base64));

        Assert.Null(found.Problem);
        Assert.Equal(extension, found.Extension);
        Assert.Contains(extension, EvidenceFiles.ContentTypes.Keys);
        Assert.Equal(extension, EvidenceCheck.Of(found.Bytes).Extension);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_none_of_them_is_refused_with_a_reason(string content, string problem) =>
        Assert.Equal(problem, EvidenceCheck.Of(Encoding.Latin1.GetBytes(content)).Problem);

    [Fact]
    public void Macros_embedded_programs_and_scripts_are_refused()
    {
        Assert.Equal(FormProblem.FileActive, EvidenceCheck.Of(SampleFiles.Docx(extra: "word/vbaProject.bin")).Problem);
        Assert.Equal(FormProblem.FileActive, EvidenceCheck.Of(SampleFiles.Docx(extra: "word/embeddings/oleObject1.bin")).Problem);
        Assert.Equal(FormProblem.FileActive, EvidenceCheck.Of([.. SampleFiles.Pdf(), .. "\n<</S /JavaScript /JS (app.alert)>>"u8]).Problem);
    }

    [Fact]
    public void A_package_that_is_no_document_is_refused() =>
        Assert.Equal(FormProblem.FileUnknown, EvidenceCheck.Of([.. SampleFiles.Zip("readme.txt")]).Problem);

    [Fact]
    public void A_locked_document_is_refused() =>
        Assert.Equal(FormProblem.FileLocked, EvidenceCheck.Of([0xD0, 0xCF, 0x11, 0xE0, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Problem);

    [Fact]
    public void Ten_megabytes_are_taken_and_a_byte_more_is_not()
    {
        byte[] most = new byte[EvidenceFiles.Largest];
        most.AsSpan().Fill((byte)'a');

        Assert.Null(EvidenceCheck.Of(most).Problem);
        Assert.Equal(FormProblem.FileTooLarge, EvidenceCheck.Of([.. most, (byte)'a']).Problem);
    }

    [Fact]
    public void A_picture_is_kept_the_right_way_up_and_without_the_place_where_it_was_taken()
    {
        byte[] kept = EvidenceCheck.Of(SampleFiles.Jpeg).Bytes;

        Assert.True(SampleFiles.Jpeg.AsSpan().IndexOf(Encoding.ASCII.GetBytes(SampleFiles.Place)) > 0);
        Assert.Equal(-1, kept.AsSpan().IndexOf(Encoding.ASCII.GetBytes(SampleFiles.Place)));
        Assert.True(kept.AsSpan().IndexOf((ReadOnlySpan<byte>)[1, 18, 0, 3, 0, 0, 0, 1, 0, 6]) > 0);
        Assert.Equal([1, 2, 0xFF, 0, 3, 0xFF, 0xD9], kept[^7..]);
    }

    [Fact]
    public void A_picture_cut_short_is_damaged()
    {
        Assert.Equal(FormProblem.FileDamaged, EvidenceCheck.Of(SampleFiles.Png[..^6]).Problem);
        Assert.Equal(FormProblem.FileDamaged, EvidenceCheck.Of(SampleFiles.Jpeg[..60]).Problem);
    }

    [Fact]
    public void What_hides_behind_a_picture_is_not_kept() =>
        Assert.Equal(SampleFiles.Png, EvidenceCheck.Of([.. SampleFiles.Png, .. SampleFiles.Docx()]).Bytes);
}
