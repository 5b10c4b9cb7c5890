using FollowUp.Domain.Cycles;
using FollowUp.Domain.People;
using FollowUpFunctions.Cycles.Intake;
using FollowUpFunctions.Storage;

namespace FollowUpFunctions.Keeping.People;

/// <summary>Finds out whom a request is about.</summary>
public sealed class PersonFinder(CyclesTable cycles, DecisionsTable decisions)
{
    /// <returns>The person, or what is wrong with the request.</returns>
    public async Task<(Person? Person, Problem? Problem)> FindAsync(CycleFacts facts, ErasureRequest asked, CancellationToken cancellation)
    {
        Contact[] all = [.. Contacts(facts)];
        Contact[] found =
        [
            .. all.Where(c => asked.Who is { } who ? c.Who == who
                : asked.Email is { } email ? Same(c.Email, email)
                : c.Name.Length > 0 && SameWords.Key(c.Name) == SameWords.Key(asked.Name!)),
        ];
        if (asked.Name is not null && found.Select(c => c.Email.ToUpperInvariant()).Distinct().Count() > 1)
            return (null, new("/name", $"Several bear this name: say which by who, one of {string.Join(", ", found.Select(c => c.Who))}, or by email."));

        // Somebody may translate for the coalition and answer for an organisation: by the same address.
        Contact[] person = [.. all.Where(c => found.Contains(c) || (c.Email.Length > 0 && found.Any(f => Same(f.Email, c.Email))))];
        string[] earlier =
        [
            .. (await decisions.ListAsync(facts.Settings.Id, cancellation))
                .Where(d => d.Email is not null && d.Email.Contains('@', StringComparison.Ordinal) && person.Any(c => c.Who == d.Who && c.Email.Length > 0))
                .Select(d => d.Email!),
        ];
        return (new(
            [.. person.Where(c => c.Name.Length > 0 || c.Email.Length > 0).Select(c => c.Who)],
            Distinct([.. person.Select(c => c.Name), asked.Name]),
            Distinct([.. person.Select(c => c.Email), .. earlier, asked.Email]),
            Distinct([.. asked.AlsoKnownAs ?? []])), null);
    }

    /// <summary>Why somebody can't be erased now, or null: nobody would be left whom a running cycle needs.</summary>
    public static string? Hindrance(CycleState state, Person person)
    {
        if (state.EndedAt is not null)
            return null;
        if (person.Whos.Contains(Contact.Safeguarding))
            return "This is the safeguarding contact: while the cycle goes on children may have to reach somebody. Erase them when it has ended, or cancel it.";
        return state.Settings.Coordinators.Select(Contact.Of).All(c => c.Email.Length == 0 || person.Whos.Contains(c.Who))
            ? "This is the last coordinator: nobody would be told what waits. Erase them when the cycle has ended, or cancel it."
            : null;
    }

    /// <summary>The words by which the person is found; ids and organisations' names stay.</summary>
    public async Task<PersonWords> WordsAsync(string cycle, Person person, CancellationToken cancellation) =>
        new(person.Names, person.Emails, person.Also, (await cycles.CurrentFactsAsync(cycle, cancellation)).Organisations);

    private static IEnumerable<Contact> Contacts(CycleFacts facts) => facts.Settings.Children is { Contact: { } s }
        ? facts.Contacts.Append(new(Contact.Safeguarding, s.Name, "", s.Email, s.Language, null))
        : facts.Contacts;

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Distinct(IEnumerable<string?> all) =>
        [.. all.OfType<string>().Select(SameWords.OneLine).Where(x => x.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
