using System.IO.Compression;
using FollowUp.Domain.Documents;
using FollowUpFunctions.Tests.Sheets;
using RegisterFigures.Layouts;

namespace FollowUpFunctions.Tests.Documents;

/// <summary>Tests that measure run alone.</summary>
[CollectionDefinition(nameof(DocumentEffort), DisableParallelization = true)]
public sealed class DocumentEffort;

/// <summary>What a document costs, good or bad: 5 seconds and 300 MB at most.</summary>
[Collection(nameof(DocumentEffort))]
public sealed class DocumentEffortTests
{
    private const long MostBytes = 300_000_000;
    private static readonly TimeSpan mostTime = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_document_of_a_hundred_pages_is_read_in_time_as_word_file_and_as_pdf()
    {
        string[] lines = [.. Enumerable.Range(1, 400).Select(n => $"{n}. The Committee recommends that the State party take measure {n}, {string.Join(' ', Enumerable.Repeat("with the means that it takes", 15))}.")];

        foreach ((string name, byte[] document) in new[] { ("400 paragraphs as DOCX", WordDocument.Of(lines)), ("400 paragraphs as PDF", PdfPrint.Of(lines, "CRC/C/TST/CO/3-4")) })
        {
            (Register register, Effort effort) = await Effort.OfAsync(name, () => Task.FromResult(ReadDocument.As(document)));

            Assert.Equal(400, register.Paragraphs.Count(p => p.IsRecommendation));
            Within(effort);
        }
    }

    [Fact]
    public async Task A_bomb_costs_no_more_than_a_document()
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            byte[] spaces = [.. Enumerable.Repeat((byte)' ', 1_000_000)];
            foreach (string name in new[] { "[Content_Types].xml", "word/document.xml", "word/styles.xml" })
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (int n = 0; n < 300; n++)
                    entry.Write(spaces);
            }
        }

        (string why, Effort effort) = await Effort.OfAsync("900 MB in a DOCX", () => Task.FromResult(ReadDocument.Refusal(bytes.ToArray())));

        Assert.Contains("unpacks to far more", why, StringComparison.Ordinal);
        Within(effort);
    }

    [Fact]
    public async Task Twenty_megabytes_of_anything_are_refused_in_time()
    {
        byte[] zeros = new byte[20_000_000];
        byte[] numbers = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("1. (a) The Committee recommends article 3 (", 460_000)));
        foreach (byte[] content in new[] { zeros, numbers })
        {
            (_, Effort effort) = await Effort.OfAsync($"{content.Length:N0} bytes", () => Task.FromResult(ReadDocument.Refusal(content)));

            Within(effort);
        }
    }

    internal static void Within(Effort effort)
    {
        Assert.True(effort.Time < mostTime, $"It took {effort.Time}.");
        Assert.True(effort.Bytes < MostBytes, $"It took {effort.Bytes:N0} bytes.");
    }
}
