using FollowUp.Domain.Plans;
using FollowUp.Pages.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace FollowUpFunctions.Http;

/// <summary>A file of a form.</summary>
/// <param name="Name">As the sender calls it.</param>
/// <param name="Bytes">Null where there are more than are taken.</param>
public sealed record PostedFile(string Name, byte[]? Bytes);

/// <summary>The fields of a form that was posted, and its files; none where something else was.</summary>
public sealed record PostedForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    // More than a file may have, so that whoever gives too large a one is told so beside their answers; a host takes 30 MB.
    private const long LargestUpload = 29_000_000;

    /// <summary>By field; fields in which no file was chosen are not among them.</summary>
    public IReadOnlyDictionary<string, PostedFile> Files { get; init; } = new Dictionary<string, PostedFile>();

    /// <summary>What was in the field <see cref="FormInput.SheetField"/>; null for nothing.</summary>
    public byte[]? File => Files.GetValueOrDefault(FormInput.SheetField)?.Bytes is { Length: > 0 } sheet ? sheet : null;

    /// <summary>One of the values of <see cref="FormInput.ButtonField"/>; <see cref="FormInput.Speak"/> without its language.</summary>
    public string? Button => Pressed is FormInput.Enter ? FormInput.Continue : Spoken is null ? Pressed : FormInput.Speak;

    /// <summary>In which to answer: the one that was asked for with a button, else that of the page.</summary>
    public string? Language => Spoken ?? Field(FormInput.LanguageField);

    private string? Pressed => Field(FormInput.ButtonField);

    private string? Spoken => Pressed is { } button && button.StartsWith(FormInput.Speak, StringComparison.Ordinal) ? button[FormInput.Speak.Length..] : null;

    public string? Field(string name) => Fields.TryGetValue(name, out IReadOnlyList<string>? values) ? values[0] : null;

    /// <summary>Fields as they stand in the body of a post (<c>application/x-www-form-urlencoded</c>).</summary>
    public static PostedForm Parse(string body) =>
        new(QueryHelpers.ParseQuery(body).Where(f => f.Value.Count > 0).ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")]));

    /// <summary>The form, or null when it is larger than the host takes, or than a spreadsheet may be.</summary>
    /// <param name="largest">In bytes; no more are read.</param>
    public static async Task<PostedForm?> ReadAsync(HttpRequest request, CancellationToken cancellation, long largest = LargestUpload)
    {
        if (!request.HasFormContentType)
            return new(new Dictionary<string, IReadOnlyList<string>>());
        if (request.ContentLength > largest)
            return null;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size && (size.MaxRequestBodySize is not { } most || most > largest))
            size.MaxRequestBodySize = largest;
        try
        {
            IFormCollection form = await request.ReadFormAsync(cancellation);
            Dictionary<string, PostedFile> files = [];
            foreach (IFormFile file in form.Files.DistinctBy(f => f.Name))
                files[file.Name] = new(file.FileName, await BytesAsync(file, cancellation));
            if (files.GetValueOrDefault(FormInput.SheetField) is { Bytes: null })
                return null;
            return new(form.Where(f => f.Value.Count > 0).ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")])) { Files = files };
        }
        catch (Exception e) when (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> BytesAsync(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > EvidenceFiles.Largest)
            return null;
        using MemoryStream bytes = new(capacity: (int)file.Length);
        await file.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
