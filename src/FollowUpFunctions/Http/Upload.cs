using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FollowUpFunctions.Cycles.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FollowUpFunctions.Http;

/// <summary>What was sent, part by part: the fields of a form (RFC 7578), or the body itself as one part.</summary>
public sealed record Upload(IReadOnlyDictionary<string, byte[]> Parts)
{
    private const int Buffer = 81_920;

    public byte[]? this[string part] => Parts.GetValueOrDefault(part);

    /// <summary>SHA-256 over names and contents of the parts, in hexadecimal; the same whatever boundary a client has drawn.</summary>
    public string Fingerprint
    {
        get
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach ((string name, byte[] content) in Parts.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\n{content.Length}\n")));
                hash.AppendData(content);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <param name="body">The part that a body is which is no form.</param>
    /// <param name="limits">The most bytes of each part that may be sent. No more than these are read or held.</param>
    /// <returns>The upload, or the answer that says why it is refused: 413 for what is too large, 400 for what can't be read.</returns>
    public static async Task<(Upload? Upload, IResult? Refused)> ReadAsync(
        HttpRequest request, string body, IReadOnlyDictionary<string, int> limits, CancellationToken cancellation)
    {
        bool isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        long most = isForm ? limits.Values.Sum(l => (long)l) + Buffer : limits[body];
        if (request.ContentLength > most)
            return (null, TooLarge(isForm ? null : body, most));
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = most + Buffer;

        try
        {
            if (isForm)
                return await FormAsync(request, HeaderUtilities.RemoveQuotes(type!.Boundary).Value ?? "", limits, cancellation);
            return await BytesAsync(request.Body, limits[body], cancellation) is { } content
                ? (new(new Dictionary<string, byte[]> { [body] = content }), null)
                : (null, TooLarge(body, limits[body]));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, TooLarge(null, most));
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return (null, Problems.BadInput("", "The form can't be read: check that it was sent whole, as multipart/form-data with a boundary."));
        }
    }

    private static async Task<(Upload? Upload, IResult? Refused)> FormAsync(
        HttpRequest request, string boundary, IReadOnlyDictionary<string, int> limits, CancellationToken cancellation)
    {
        if (boundary.Length == 0)
            throw new InvalidDataException();
        Dictionary<string, byte[]> parts = [];
        List<Problem> problems = [];
        MultipartReader reader = new(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            string name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition)
                ? HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""
                : "";
            if (!limits.TryGetValue(name, out int limit))
                problems.Add(new(Findings.Pointer("", name), $"There is no part “{name}” here: send {string.Join(", ", limits.Keys)}."));
            else if (await BytesAsync(section.Body, limit, cancellation) is not { } content)
                return (null, TooLarge(name, limit));
            else if (!parts.TryAdd(name, content))
                problems.Add(new(Findings.Pointer("", name), $"The part “{name}” was sent twice: send it once."));
        }

        return problems.Count > 0 ? (null, Problems.BadInput(problems)) : (new(parts), null);
    }

    private static async Task<byte[]?> BytesAsync(Stream from, int limit, CancellationToken cancellation)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[Buffer];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (bytes.Length + read > limit)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static IResult TooLarge(string? part, long most) => Problems.TooLarge(string.Create(
        CultureInfo.InvariantCulture,
        $"{(part is null ? "What was sent" : $"The part “{part}”")} may have at most {most / 1_000_000:N0} MB: send less."));
}
