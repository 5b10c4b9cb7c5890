using System.Text.Json;
using FollowUp.Domain.Publication;
using FollowUp.Pages;

namespace FollowUpFunctions.Publication;

/// <summary>
/// A folder of published files, each written once and all from one model. The model's JSON stands from the first try on: where a step died and something
/// was decided meanwhile, the other files still say what it says.
/// </summary>
public sealed class PublishedFolder(PlanFiles files, PageRenderer pages, string path)
{
    /// <returns>The model to make the other files of: the one that stands.</returns>
    public async Task<T> ModelAsync<T>(string name, T composed, CancellationToken cancellation) =>
        Read<T>(await files.WriteOnceAsync($"{path}/{name}", JsonSerializer.Serialize(composed, PublicationJson.Options), ContentTypes.Json, cancellation));

    public Task TextAsync(string name, string content, string type, CancellationToken cancellation) =>
        files.WriteOnceAsync($"{path}/{name}", content, type, cancellation);

    /// <returns>How many bytes what stands there has.</returns>
    public Task<long> BytesAsync(string name, byte[] content, string type, CancellationToken cancellation) =>
        files.WriteOnceAsync($"{path}/{name}", content, type, cancellation);

    /// <summary>A page in each language.</summary>
    public async Task PagesAsync(IReadOnlyList<LanguageLink> languages, Func<string, PageModel> page, CancellationToken cancellation)
    {
        foreach (LanguageLink language in languages)
            await TextAsync(language.Href, await pages.RenderAsync(page(language.Language)), ContentTypes.Html, cancellation);
    }

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, PublicationJson.Options)!;
}
