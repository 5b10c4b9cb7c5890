using FollowUp.Domain.Cycles;
using FollowUp.Domain.Forms;
using FollowUp.Domain.Rounds;
using LocalHost.Demo.People;

namespace LocalHost.Demo.Summary;

/// <summary>Looks in every published file for what was said in confidence.</summary>
internal static class PrivacyCheck
{
    public static Check Of(PublicShelf shelf, CycleContents cycle, IReadOnlyList<Memory> memories)
    {
        // Attendance is a yes and a number: no text to look for, but no published file has a place for it either.
        string[] confided =
        [
            .. memories.Where(m => m.Step is not null).SelectMany(PrivateTexts).Distinct(),
            .. cycle.Stakeholders.SelectMany(s => (string[])[s.Contact, s.Email]),
            .. cycle.Settings.Coordinators.SelectMany(c => (string[])[c.Name, c.Email]),
            .. cycle.Settings.Translators.SelectMany(t => (string[])[t.Name, t.Email]),
            .. cycle.Settings.Children is { Contact: var contact } ? (string[])[contact.Name, contact.Email] : [],
            "attending", "\"needs\"", "\"people\"", "\"remarks\"",
        ];
        return new(
            "Attendance, needs, contacts and private remarks are in no published file",
            [
                .. from file in shelf.Files
                   from secret in confided
                   where file.Value.Contains(secret, StringComparison.OrdinalIgnoreCase)
                   select $"“{secret}” is in {file.Key}.",
            ]);
    }

    private static IEnumerable<string> PrivateTexts(Memory memory)
    {
        Form form = RoundKinds.Find(memory.Place.Split('~')[0])!.Form;
        return form.Pages.SelectMany(p => p.Questions)
            .Where(q => q.Private && q.Kind is QuestionKind.ShortText or QuestionKind.LongText)
            .SelectMany(q => memory.Typed!.GetValueOrDefault(q.Id) ?? []);
    }
}
