using FollowUp.Domain.Documents;
using FollowUp.Domain.Recommendations;
using FollowUpFunctions.Cycles.Documents;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Dissemination;

/// <summary>An official translation as it was read, or what is wrong with it.</summary>
public sealed record OfficialReading(OfficialTexts? Official, Register? Register, Problem? Problem);

/// <summary>Brings a document's official translation into a cycle; for the API and for the desk.</summary>
public sealed class OfficialTranslations(CyclesTable cycles, JournalTable journal, TimeProvider clock)
{
    public async Task<OfficialReading> ReadAsync(string cycle, string language, byte[] document, CancellationToken cancellation)
    {
        CycleFacts facts = await cycles.CurrentFactsAsync(cycle, cancellation);
        if (!LanguageTags.IsOne(language) || language == facts.Settings.SourceLanguage)
            return new(null, null, new("", $"“{language}” can't be translated into: name another language than the document's own, such as “fr”."));
        (Register? register, Problem? problem) = RegisterReader.Read(document, language);
        if (register is null)
            return new(null, null, problem);
        OfficialTexts official = OfficialTexts.Match(facts.Recommendations, register);
        return official.Texts.Count == 0
            ? new(null, register, new("", "None of the cycle's recommendations was found in this document: is it the translation of the same one?"))
            : new(official, register, null);
    }

    public async Task TakeAsync(string cycle, string language, OfficialTexts official, CancellationToken cancellation)
    {
        await cycles.ChangeRecommendationsAsync(
            cycle, official.Texts.ToDictionary(t => t.Key, t => (Func<Recommendation, Recommendation>)(r => r.OfficiallyTranslated(language, t.Value))), cancellation);
        await journal.WriteAsync(
            cycle, new(JournalEvents.TranslationUploaded, clock.GetUtcNow(), language, $"{official.Texts.Count} official texts"), cancellation);
    }
}
