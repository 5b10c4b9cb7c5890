using System.Text.Json;

namespace LocalHost.Demo.People;

/// <summary>What people say, by language and what they say it about. Where a language has nothing, they say it in English.</summary>
internal static class Phrases
{
    private const string Spare = "en";

    private static readonly Dictionary<string, Dictionary<string, string[]>> _all =
        new[] { Spare, "fr", "km" }.ToDictionary(language => language, Read);

    public static IReadOnlyList<string> About(string topic, string language) =>
        (_all.TryGetValue(language, out Dictionary<string, string[]>? own) ? own.GetValueOrDefault(topic) : null) ?? _all[Spare][topic];

    /// <summary>Actions in the field of a cluster; the optional protocols are spoken of as special protection.</summary>
    public static IReadOnlyList<string> Actions(int cluster, string language) => About($"action.{Math.Min(cluster, 9)}", language);

    private static Dictionary<string, string[]> Read(string language)
    {
        using Stream stream = typeof(Phrases).Assembly.GetManifestResourceStream($"phrases.{language}.json")
            ?? throw new InvalidOperationException($"The build has no phrases in {language}: they must be an embedded resource.");
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
    }
}
