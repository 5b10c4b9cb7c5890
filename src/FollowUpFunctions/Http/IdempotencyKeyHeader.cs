using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FollowUpFunctions.Http;

/// <summary>The request header <c>Idempotency-Key</c>: a string in quotation marks, or without them, as many clients send it.</summary>
public static class IdempotencyKeyHeader
{
    public const string Name = "Idempotency-Key";

    private const int Longest = 255;

    /// <returns>The key, null where there is none; or the answer that refuses it.</returns>
    public static (string? Key, IResult? Refused) Read(HttpRequest request)
    {
        StringValues given = request.Headers[Name];
        if (given.Count == 0)
            return (null, null);
        string key = given.Count == 1 ? given[0]!.Trim() : "";
        if (key is ['"', .. string inner, '"'])
            key = inner;
        return key.Length is 0 or > Longest || key.Any(c => c is < ' ' or > '~' or '"' or '\\')
            ? (null, Problems.BadInput("", $"The header {Name} must be given once, with 1 to {Longest} letters, digits and signs of ASCII, such as a UUID."))
            : (key, null);
    }
}
