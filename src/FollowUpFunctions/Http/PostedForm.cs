using FollowUp.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Http;

/// <summary>The fields of a form that was posted, and its file; none where something else was.</summary>
/// <param name="File">What was in the field <see cref="FormInput.SheetField"/>; null for nothing.</param>
public sealed record PostedForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, byte[]? File = null)
{
    private const long LargestUpload = 10_100_000;

    public string? Button => Field(FormInput.ButtonField);

    public string? Language => Field(FormInput.LanguageField);

    public string? Field(string name) => Fields.TryGetValue(name, out IReadOnlyList<string>? values) ? values[0] : null;

    /// <summary>The form, or null when it is larger than the host takes, or than a spreadsheet may be.</summary>
    public static async Task<PostedForm?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            return new(new Dictionary<string, IReadOnlyList<string>>());
        if (request.ContentLength > LargestUpload)
            return null;
        try
        {
            IFormCollection form = await request.ReadFormAsync(cancellation);
            Dictionary<string, IReadOnlyList<string>> fields = form.Where(f => f.Value.Count > 0).ToDictionary(
                f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")]);
            return new(fields, form.Files[FormInput.SheetField] is { Length: > 0 } file ? await BytesAsync(file, cancellation) : null);
        }
        catch (Exception e) when (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellation)
    {
        using MemoryStream bytes = new(capacity: (int)Math.Min(file.Length, LargestUpload));
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
