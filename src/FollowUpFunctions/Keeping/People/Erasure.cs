namespace FollowUpFunctions.Keeping.People;

/// <summary>Somebody as they are found in a cycle.</summary>
/// <param name="Whos">Ids of the contacts that they are; none for somebody who is only named.</param>
/// <param name="Also">Further spellings.</param>
public sealed record Person(IReadOnlyList<string> Whos, IReadOnlyList<string> Names, IReadOnlyList<string> Emails, IReadOnlyList<string> Also);

/// <summary>
/// An erasure that is not done yet: the one place that holds the words, until they are found nowhere else. It is written before anything is changed.
/// </summary>
/// <param name="Id">A keyed hash of what was asked: the same request is the same erasure.</param>
/// <param name="First">When the first pass had been through; null before.</param>
public sealed record Erasure(string Id, string Cycle, DateTimeOffset At, Person Person, DateTimeOffset? First = null)
{
    /// <summary>Versions of the plan in which the person was found.</summary>
    public IReadOnlyList<int> Versions { get; init; } = [];

    /// <summary>What was done so far.</summary>
    public ErasureCounts Counts { get; init; } = new();
}

/// <param name="Contacts">Contacts that have neither name nor address any more.</param>
/// <param name="Links">Invitations whose links are dead.</param>
/// <param name="Rows">Rows in which words were taken out, or that were deleted.</param>
/// <param name="Files">Private files that were deleted, mails of a test installation among them.</param>
/// <param name="Published">Published files that were rewritten, or are a notice now.</param>
public sealed record ErasureCounts(int Contacts = 0, int Links = 0, int Rows = 0, int Files = 0, int Published = 0)
{
    public static ErasureCounts operator +(ErasureCounts a, ErasureCounts b) =>
        new(Math.Max(a.Contacts, b.Contacts), Math.Max(a.Links, b.Links), a.Rows + b.Rows, a.Files + b.Files, a.Published + b.Published);
}

/// <summary>What is left on record of an erasure: it names nobody.</summary>
/// <param name="Who">Ids of the contacts that the person was.</param>
/// <param name="Replaced">Versions of the plan that are a notice now.</param>
/// <param name="NewVersion">The version that was published in their place; null where none had to be.</param>
/// <param name="ForgottenAt">When it was looked for a last time and the words themselves were forgotten; null until then.</param>
public sealed record ErasureReport(
    string Id, IReadOnlyList<string> Who, DateTimeOffset At, ErasureCounts Changed, IReadOnlyList<int> Replaced, int? NewVersion, DateTimeOffset? ForgottenAt);
