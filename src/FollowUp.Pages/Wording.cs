using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FollowUp.Pages;

/// <summary>
/// The product's own sentences in one language, from <c>Texts/{language}.json</c> and, for whole rooms, <c>Texts/{Room}/{language}.json</c>: flat keys, each in one
/// file, named placeholders such as <c>{closes}</c>. A value <c>@other.key</c> stands for the text under that key.
/// </summary>
public sealed partial class Wording
{
    private const string Fallback = "en";

    private readonly FrozenDictionary<string, string> texts;

    private Wording(string language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language);
        this.texts = texts;
    }

    /// <summary>The languages that the interface speaks (BCP 47).</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "km", "ar"];

    private static FrozenDictionary<string, Wording> All { get; } = Load();

    /// <summary>The language of these texts, which is English where the language that was asked for has none.</summary>
    public string Language { get; }

    public CultureInfo Culture { get; }

    public string Direction => DirectionOf(Language);

    /// <summary>The keys of this language's own file.</summary>
    public IEnumerable<string> Keys => texts.Keys;

    /// <exception cref="InvalidOperationException">Not even the English file has the key.</exception>
    public string this[string key] =>
        Find(key) ?? throw new InvalidOperationException($"Texts has no {Fallback} text under '{key}': add it there and in the other languages.");

    /// <summary>Texts for a language; for one with a region those of the language, for an unknown one English.</summary>
    public static Wording For(string language) =>
        All.GetValueOrDefault(language)
        ?? All.GetValueOrDefault(language.Split('-')[0])
        ?? All[Fallback];

    public static string DirectionOf(string language) =>
        language.Split('-')[0] is "ar" or "fa" or "he" or "ur" or "ps" or "ckb" or "dv" ? "rtl" : "ltr";

    /// <summary>A language's name in itself.</summary>
    public static string NameOf(string language) => language switch
    {
        "en" => "English",
        "fr" => "Français",
        "km" => "ភាសាខ្មែរ",
        "ar" => "العربية",
        _ => CultureInfo.GetCultureInfo(language).NativeName,
    };

    public string? Find(string key) => texts.GetValueOrDefault(key) ?? All[Fallback].texts.GetValueOrDefault(key);

    /// <summary>Fills placeholders in one pass, so braces in what people typed stay as they are.</summary>
    public string Format(string key, params (string Name, object Value)[] values) =>
        Placeholder().Replace(this[key], match =>
            Array.Find(values, v => v.Name == match.Groups[1].Value) is { Name: not null } found
                ? Convert.ToString(found.Value, CultureInfo.InvariantCulture) ?? ""
                : throw new InvalidOperationException($"Nothing was given for {match.Value} in the text '{key}'."));

    /// <summary>A name and its value, with the punctuation of the language between them.</summary>
    public string Pair(string name, object value) => Format("list.pair", ("name", name), ("value", value));

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Placeholder();

    private static FrozenDictionary<string, Wording> Load() =>
        Languages.ToFrozenDictionary(language => language, language => new Wording(language, Read(language)));

    private static FrozenDictionary<string, string> Read(string language)
    {
        Assembly assembly = typeof(Wording).Assembly;
        string folder = $"{assembly.GetName().Name}.Texts.";
        Dictionary<string, string> texts = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal) && n.EndsWith($".{language}.json", StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            foreach ((string key, string text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                texts.Add(key, text);
        }

        return texts.ToFrozenDictionary(t => t.Key, t => t.Value.StartsWith('@') ? texts[t.Value[1..]] : t.Value);
    }
}
