using FollowUp.Domain.Cycles;
using FollowUp.Domain.Rounds;

namespace FollowUpFunctions.Cycles.Intake;

/// <summary>Who translates the recommendations. A translation round is in the calendar where somebody does, and only there.</summary>
internal sealed class TranslatorIntake(Findings findings, IReadOnlyList<string> languages, string? sourceLanguage)
{
    private const string All = "/translators";

    public IReadOnlyList<Translator> Read(IReadOnlyList<TranslatorRequest?>? given, IReadOnlyDictionary<string, WindowRequest?>? rounds)
    {
        AddressBook addresses = new(findings);
        List<Translator> translators = [];
        for (int n = 0; n < (given?.Count ?? 0); n++)
        {
            if (given![n] is { } translator)
                translators.Add(Read(Findings.Pointer(All, n), translator, addresses));
        }

        string round = Findings.Pointer("/calendar/rounds", RoundKinds.Translation.Id);
        bool planned = rounds?.GetValueOrDefault(RoundKinds.Translation.Id) is not null;
        if (translators.Count > 0 && rounds is not null && !planned)
            findings.Missing(round, "There are translators and no time for them: say when the round “translation” opens and closes.");
        if (given is not { Count: > 0 } && planned)
            findings.Add(round, "There is a translation round and nobody to ask: name translators in /translators, or leave the round out.");
        return translators;
    }

    private Translator Read(string at, TranslatorRequest given, AddressBook addresses)
    {
        string name = findings.Line($"{at}/name", given.Name, 200, "Give the translator's name.");
        return new(
            name,
            addresses.Read($"{at}/email", given.Email, name, "Give the translator's e-mail address."),
            LanguageTags.AmongThe(languages, findings, $"{at}/language", given.Language),
            Into($"{at}/into", given.Into));
    }

    private string Into(string at, string? given)
    {
        string language = findings.Line(at, given, 100, "Name the language that they translate into, such as “km”.");
        if (language.Length > 0 && !LanguageTags.IsOne(language))
            findings.Add(at, $"“{language}” is not a language tag: use one such as “km” or “fr”.");
        else if (language.Length > 0 && language == sourceLanguage)
            findings.Add(at, $"“{language}” is the language of the document: name the language that they translate into.");
        return language;
    }
}
