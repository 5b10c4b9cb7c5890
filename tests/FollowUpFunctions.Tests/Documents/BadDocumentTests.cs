using System.IO.Compression;
using System.Text;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Tests.Progress;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Tests.Documents;

public sealed class BadDocumentTests
{
    [Fact]
    public void An_empty_file_is_named_as_such() => Assert.StartsWith("The document is empty", ReadDocument.Refusal([]), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_none_of_the_formats_is_told_which_ones_there_are()
    {
        byte[] noise = new byte[50_000];
        for (int i = 0; i < noise.Length; i++)
            noise[i] = (byte)((i * 7919) >> 3);

        Assert.Contains("DOCX, PDF with a text layer, HTML or plain text", ReadDocument.Refusal(noise), StringComparison.Ordinal);
        Assert.StartsWith("This is a picture", ReadDocument.Refusal(SampleFiles.Png), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_without_numbered_paragraphs_says_so() =>
        Assert.StartsWith("No numbered paragraph", ReadDocument.Refusal("Minutes of a meeting.\nNothing was decided."u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void A_pdf_of_pictures_asks_for_one_with_text() =>
        Assert.Contains("pictures of pages and no text", ReadDocument.Refusal(BadPdfs.OfPictures()), StringComparison.Ordinal);

    [Fact]
    public void A_pdf_with_a_password_asks_to_take_it_off() =>
        Assert.Contains("protected with a password", ReadDocument.Refusal(BadPdfs.WithPassword()), StringComparison.Ordinal);

    [Fact]
    public void A_word_document_with_a_password_asks_to_take_it_off() => Assert.Contains(
        "protected with a password",
        ReadDocument.Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[1_000]]),
        StringComparison.Ordinal);

    [Fact]
    public void A_word_document_that_unpacks_without_end_is_refused_before_it_does()
    {
        byte[] bomb = Package(entry =>
        {
            byte[] spaces = [.. Enumerable.Repeat((byte)' ', 1_000_000)];
            entry.Write("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"u8);
            for (int n = 0; n < 200; n++)
                entry.Write(spaces);
        });

        Assert.True(bomb.Length < 3_000_000);
        Assert.Contains("unpacks to far more", ReadDocument.Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_document_whose_xml_declares_entities_or_nests_without_end_is_refused()
    {
        byte[] entities = Package(entry => entry.Write("<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>"u8));
        byte[] deep = Package(entry => entry.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000)))));

        Assert.Contains("damaged", ReadDocument.Refusal(entities), StringComparison.Ordinal);
        Assert.Contains("damaged", ReadDocument.Refusal(deep), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_over_20_MB_is_refused_by_its_length_before_it_is_read()
    {
        Endless body = new();

        Assert.Equal(StatusCodes.Status413PayloadTooLarge, await Send(body, 200_000_000));
        Assert.Equal(0, body.Given);
    }

    [Fact]
    public async Task An_upload_that_does_not_say_how_long_it_is_is_refused_after_20_MB()
    {
        Endless body = new();

        Assert.Equal(StatusCodes.Status413PayloadTooLarge, await Send(body, null));
        Assert.InRange(body.Given, RegisterReader.LargestDocument, RegisterReader.LargestDocument + 200_000);
    }

    private static async Task<int?> Send(Stream body, long? length)
    {
        DefaultHttpContext context = new() { Request = { Method = "POST", Body = body, ContentLength = length } };

        IResult answer = await new DocumentEndpoints().ReadDocument(context.Request, TestContext.Current.CancellationToken);

        return (answer as IStatusCodeHttpResult)?.StatusCode;
    }

    private static byte[] Package(Action<Stream> document)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (Stream types = zip.CreateEntry("[Content_Types].xml").Open())
                types.Write("<Types/>"u8);
            using Stream entry = zip.CreateEntry("word/document.xml").Open();
            document(entry);
        }

        return bytes.ToArray();
    }

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return new(buffer.Length);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
