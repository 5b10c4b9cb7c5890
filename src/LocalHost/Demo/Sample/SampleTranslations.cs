using System.Text.Json;

namespace LocalHost.Demo.Sample;

/// <param name="Status"><c>informal</c> or <c>checked</c>.</param>
internal sealed record Translated(string Text, string Status);

/// <summary>What the demo's translators write: by language, then by recommendation. What is missing here they leave untranslated.</summary>
internal sealed record SampleTranslations(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Translated>> Texts)
{
    public Translated? Of(string language, string recommendation) =>
        Texts.TryGetValue(language, out IReadOnlyDictionary<string, Translated>? texts) ? texts.GetValueOrDefault(recommendation) : null;

    public static async Task<SampleTranslations> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new HostException($"The sample's translations are missing: {path}. Clone the repository anew, or fetch the file from it.");
        await using FileStream file = File.OpenRead(path);
        return new((await JsonSerializer.DeserializeAsync<Dictionary<string, IReadOnlyDictionary<string, Translated>>>(
            file, JsonSerializerOptions.Web, cancellation))!);
    }
}
