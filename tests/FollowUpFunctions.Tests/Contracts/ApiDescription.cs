using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace FollowUpFunctions.Tests.Contracts;

/// <param name="Path">As in the document: <c>/cycles/{cycle}</c>.</param>
/// <param name="Method">In lower case.</param>
public sealed record ApiOperation(string Path, string Method, JsonNode Node)
{
    public string Id => (string)Node["operationId"]!;

    public IEnumerable<int> Statuses => Node["responses"]!.AsObject().Select(r => int.Parse(r.Key, CultureInfo.InvariantCulture));
}

/// <summary><c>docs/openapi.yaml</c> as programs read it.</summary>
public sealed class ApiDescription
{
    private readonly JsonNode root;
    private readonly SchemaCheck check;

    private ApiDescription(JsonNode root, IReadOnlyList<string> readingFaults)
    {
        this.root = root;
        check = new(root, strict: true);
        ReadingFaults = readingFaults;
    }

    /// <summary>What a reader of OpenAPI has against the document.</summary>
    public IReadOnlyList<string> ReadingFaults { get; }

    public IReadOnlyList<ApiOperation> Operations =>
        [.. root["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Where(m => m.Value is JsonObject).Select(m => new ApiOperation(p.Key, m.Key, m.Value!)))];

    public JsonObject Schemas => root["components"]!["schemas"]!.AsObject();

    public static async Task<ApiDescription> ReadAsync(CancellationToken cancellation)
    {
        OpenApiReaderSettings settings = new();
        settings.AddYamlReader();
        await using FileStream yaml = File.OpenRead(Repository.PathOf("docs", "openapi.yaml"));
        ReadResult read = await OpenApiDocument.LoadAsync(yaml, OpenApiConstants.Yaml, settings, cancellation);
        string json = await read.Document!.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation);
        return new(JsonNode.Parse(json)!, [.. read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(e => e.ToString())]);
    }

    public JsonNode Resolve(JsonNode node) => check.Resolve(node);

    /// <summary>How an answer differs from what is described.</summary>
    public IEnumerable<string> Faults(ApiOperation operation, int status, string? mediaType, string body)
    {
        if (operation.Node["responses"]![$"{status}"] is not { } named)
            return [$"{operation.Id} {status} is not described"];
        JsonObject? contents = Resolve(named)["content"]?.AsObject();
        if (contents is null)
            return body.Length == 0 ? [] : [$"{operation.Id} {status} has a body"];
        if (contents[mediaType ?? ""] is not { } content)
            return [$"{operation.Id} {status} is {mediaType}"];
        return mediaType!.EndsWith("json", StringComparison.Ordinal)
            ? check.Faults(JsonNode.Parse(body), content["schema"]!).Select(f => $"{operation.Id} {status} {f}")
            : [];
    }

    public IReadOnlyList<string> RequestFaults(ApiOperation operation, JsonNode body) =>
        check.Faults(body, operation.Node["requestBody"]!["content"]!["application/json"]!["schema"]!);
}
