namespace FollowUp.Domain.Cycles;

/// <summary>
/// How long after a cycle's end what nobody needs any more is kept. What is published, what counted and the journal stay.
/// </summary>
/// <param name="Contacts">Names and addresses of contacts, coordinators, translators and the safeguarding contact, and of those who were announced for meetings.</param>
/// <param name="Answers">Drafts that were not sent, and revisions that others took the place of.</param>
/// <param name="Mail">The outbox, and the mail files of a test installation.</param>
/// <param name="Disclosures">What children told the safeguarding contact, where the contact was told of it.</param>
/// <param name="Voices">Children's words that nobody has reviewed; the children still count.</param>
public sealed record Retention(TimeSpan Contacts, TimeSpan Answers, TimeSpan Mail, TimeSpan Disclosures, TimeSpan Voices)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromDays(1);

    public static readonly TimeSpan Longest = TimeSpan.FromDays(3_660);

    public static readonly TimeSpan LongestDisclosures = TimeSpan.FromDays(366);

    /// <summary>Where a cycle says nothing: the contacts last until the State's next dialogue is prepared, what is delicate goes within weeks.</summary>
    public static Retention Usual { get; } = new(TimeSpan.FromDays(1_095), TimeSpan.FromDays(90), TimeSpan.FromDays(180), TimeSpan.FromDays(30), TimeSpan.FromDays(30));

    /// <summary>By kind, in the order in which they are carried out.</summary>
    public IReadOnlyList<(string Kind, TimeSpan After)> All() =>
        [("disclosures", Disclosures), ("voices", Voices), ("answers", Answers), ("mail", Mail), ("contacts", Contacts)];
}
