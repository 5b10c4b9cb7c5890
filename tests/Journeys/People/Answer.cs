using System.Net;
using System.Text.Json.Nodes;

namespace Journeys.People;

/// <summary>What the API answered.</summary>
/// <param name="Text">The body as it came.</param>
public sealed record Answer(HttpStatusCode Status, string? MediaType, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using HttpResponseMessage read = response;
        return new(read.StatusCode, read.Content.Headers.ContentType?.MediaType, await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>It is a problem (RFC 9457) with this status, and says this.</summary>
    public void IsProblem(HttpStatusCode status, string sentence)
    {
        Assert.True(Status == status, $"{(int)Status} {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Contains(sentence, Text, StringComparison.Ordinal);
    }
}
