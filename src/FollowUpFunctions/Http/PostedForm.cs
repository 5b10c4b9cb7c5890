using FollowUp.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace FollowUpFunctions.Http;

/// <summary>The fields of a form that was posted; none where something else was.</summary>
public sealed record PostedForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    public string? Button => Field(FormInput.ButtonField);

    public string? Language => Field(FormInput.LanguageField);

    public string? Field(string name) => Fields.TryGetValue(name, out IReadOnlyList<string>? values) ? values[0] : null;

    /// <summary>The form, or null when it is larger than the host takes.</summary>
    public static async Task<PostedForm?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
            return new(new Dictionary<string, IReadOnlyList<string>>());
        try
        {
            IFormCollection form = await request.ReadFormAsync(cancellation);
            return new(form.Where(f => f.Value.Count > 0).ToDictionary(
                f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")]));
        }
        catch (Exception e) when (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException)
        {
            return null;
        }
    }
}
