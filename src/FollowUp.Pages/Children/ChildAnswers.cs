namespace FollowUp.Pages.Children;

/// <summary>What a child has answered so far; it travels in the pages and is stored nowhere before the child sends it.</summary>
/// <param name="Number">The group's number, digits only.</param>
/// <param name="Ticket">Made by chance when the child came in, so that what is sent twice is one; empty before.</param>
/// <param name="Words">Null for none.</param>
/// <param name="MayQuote">Null where the child has not said.</param>
/// <param name="Disclosed">Something was sent to the safeguarding contact on this visit.</param>
/// <param name="Disclosure">What stands in the box for the safeguarding contact: it never travels further than its own page.</param>
public sealed record ChildAnswers(
    string Number, string Ticket, IReadOnlyList<string> Topics, string? Words, bool? MayQuote, bool Disclosed, string? Disclosure)
{
    public static ChildAnswers None { get; } = new("", "", [], null, null, false, null);
}
