using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FollowUpFunctions.Links;
using FollowUpFunctions.Tests.Infrastructure;
using Microsoft.Extensions.Logging;

namespace FollowUpFunctions.Tests.Proofs.Traces;

public sealed class MaskTests
{
    private const string Body = "Ab3-_fGhIjKlMnOpQrStUv0x";
    private const string Path = $"/r/khm-2011/consultation/0000abcdefghij/1.{Body}/check";

    [Theory]
    [InlineData($"GET http://localhost:7071{Path}?lang=km", $"GET http://localhost:7071/r/khm-2011/consultation/0000abcdefghij/(token)/check?lang=km")]
    [InlineData($"<1.{Body}>,\"12.{Body}\"", "<(token)>,\"(token)\"")]
    [InlineData($"/u/c/r/i/%31%2EAb3%2d%5FfGhIjKlMnOpQrStUv0x", "/u/c/r/i/(token)")]
    public void A_token_is_blanked_out_wherever_it_stands_and_however_it_is_written(string text, string masked)
    {
        Assert.True(TokenMask.Finds(text));
        Assert.Equal(masked, TokenMask.Of(text));
    }

    [Theory]
    [InlineData("at System.Func`1.AVeryLongNameOfAMethodThatIsCalled()")]
    [InlineData("10.0.100-preview, 1.5 seconds, round-khm-2011-consultation")]
    public void Other_text_stays_as_it_is(string text) => Assert.False(TokenMask.Finds(text));

    [Fact]
    public void Logs_their_values_scopes_and_failures_hold_no_token()
    {
        TokenTraces traces = new();
        using Witness witness = new(traces);
        using MaskedLoggers loggers = new(LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(witness)));
        ILogger logger = loggers.CreateLogger("web");

#pragma warning disable CA1848, CA2254, CA1873 // As a library logs that knows nothing of us.
        using (logger.BeginScope(new Dictionary<string, object?> { ["RequestPath"] = Path }))
        using (logger.BeginScope($"in {Path}"))
        {
            logger.LogInformation("Request starting {Path}", Path);
            logger.LogError(new InvalidOperationException($"Nothing at {Path}", new IOException(Path)), "It failed");
        }
#pragma warning restore CA1848, CA2254, CA1873

        Assert.Empty(traces.Of([$"1.{Body}"]));
        Assert.Equal(5, witness.Blanks);
    }

    [Fact]
    public void A_trace_holds_no_token_for_those_who_listen_after_the_app_is_composed()
    {
        MaskedActivities.Begin();
        TokenTraces traces = new();
        using Witness witness = new(traces);
        witness.ListenToTelemetry();
        using ActivitySource source = new("web");

        using (Activity? activity = source.StartActivity($"GET {Path}"))
            activity!.SetTag("url.path", Path).SetTag("status", 200).SetStatus(ActivityStatusCode.Error, $"Nothing at {Path}");

        Assert.Empty(traces.Of([$"1.{Body}"]));
        Assert.True(witness.Blanks >= 3);
    }

    public static TheoryData<string> Written { get; } =
    [
        $"see {Path}",
        $"see {Path.Replace("-", "%2D", StringComparison.Ordinal)}",
        Body.Replace('-', '+').Replace('_', '/'),
        Convert.ToHexString(System.Buffers.Text.Base64Url.DecodeFromChars(Body)),
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void A_token_is_found_however_it_is_written(string text)
    {
        TokenTraces traces = new();

        traces.Look(text, "a log");

        Assert.Equal(["A token stands in a log."], traces.Of([$"1.{Body}"]));
        Assert.Empty(traces.Of([$"1.{new string('a', Body.Length)}"]));
    }

    [Fact]
    public void A_tokens_bytes_are_found_among_others()
    {
        TokenTraces traces = new();

        traces.Look([1, 2, 3, .. System.Buffers.Text.Base64Url.DecodeFromChars(Body), 4], "a row");

        Assert.NotEmpty(traces.Of([$"1.{Body}"]));
    }

    [Theory]
    [InlineData("word/document.xml", "<w:p><w:r><w:t>So</w:t></w:r><w:r><w:t xml:space=\"preserve\">k Dara</w:t></w:r></w:p>")]
    [InlineData("xl/sharedStrings.xml", "<si><r><t>Sok</t></r><r><t>Dara</t></r></si>")]
    [InlineData("plan.json", "{\"x\":\"S\\u006fk Dara\"}")]
    [InlineData("index.html", "<p>Sok&#32;<b>Dara</b></p>")]
    public void A_name_is_found_in_an_archive_and_over_the_pieces_that_a_program_has_cut_it_into(string name, string content)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        Assert.Contains(FileTexts.Of("report.docx", new(bytes.ToArray())), t => t.Text.Contains("Sok Dara", StringComparison.Ordinal));
    }
}
