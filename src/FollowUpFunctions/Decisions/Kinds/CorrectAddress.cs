using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Mail;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Decisions.Kinds;

/// <summary>
/// Corrects the address of a stakeholder, a coordinator or a translator; with the same address it is tried again. Of several decisions on one person
/// the newest counts, whenever it is carried out.
/// </summary>
public sealed class CorrectAddress(DecisionsTable decisions, AddressCorrections corrections) : DecisionKind
{
    public const string Kind = "correct-address";

    public override string Name => Kind;

    public override string JournalEvent => JournalEvents.AddressCorrected;

    public override IEnumerable<Problem> Faults(DecisionRequest asked, DecisionView view)
    {
        IReadOnlyList<Contact> contacts = Contacts(view);
        Contact? contact = contacts.FirstOrDefault(c => c.Who == asked.Who);
        if (contact is null)
            yield return new("/who", "Name somebody by the id that GET bounces lists, such as ngo-3 or coordinator-1.");
        Findings findings = new();
        new AddressBook(findings).Read("/email", asked.Email, contact?.Name ?? "", "Give the address that mail is to go to.");
        foreach (Problem problem in findings.Problems)
            yield return problem;
        // Whoever had another's address would get their links too.
        if (contacts.FirstOrDefault(c => c.Who != asked.Who && Role(c.Who) == Role(asked.Who ?? "") && string.Equals(c.Email, asked.Email?.Trim(), StringComparison.OrdinalIgnoreCase)) is { } other)
            yield return new("/email", $"This is the address of {other.Who}: give each entry its own.");
    }

    public override DecisionOnRecord OnRecord(DecisionRequest asked, DecisionView view, string id) =>
        new(id, Name, view.Now, Note: asked.Note, Who: asked.Who) { Email = asked.Email?.Trim() };

    public override string Subject(DecisionOnRecord decision) => decision.Who!;

    public override async Task<IReadOnlyList<string>> CarryOutAsync(string cycle, DecisionOnRecord decision, CancellationToken cancellation)
    {
        DecisionOnRecord newest = (await decisions.ListAsync(cycle, cancellation))
            .Where(d => d.Kind == Kind && d.Who == decision.Who)
            .OrderBy(d => d.At)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .Last();
        // Where whose it was has been erased since, nothing is left to be carried out.
        return newest.Email?.Contains('@', StringComparison.Ordinal) == true ? await corrections.CarryOutAsync(cycle, newest, cancellation) : [];
    }

    private static IReadOnlyList<Contact> Contacts(DecisionView view) =>
    [
        .. view.Cycle.Stakeholders.Select(Contact.Of),
        .. view.Settings.Coordinators.Select(Contact.Of),
        .. view.Settings.Translators.Select(Contact.Of),
    ];

    private static string Role(string who) =>
        who.StartsWith(Contact.CoordinatorPrefix, StringComparison.Ordinal) ? Contact.CoordinatorPrefix
        : who.StartsWith(Contact.TranslatorPrefix, StringComparison.Ordinal) ? Contact.TranslatorPrefix
        : "";
}
