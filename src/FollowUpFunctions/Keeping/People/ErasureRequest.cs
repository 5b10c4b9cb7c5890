using System.Text.Json.Serialization;
using FollowUp.Domain.Cycles;
using FollowUpFunctions.Cycles.Intake;

namespace FollowUpFunctions.Keeping.People;

/// <summary>The body of <c>POST /cycles/{id}/people/erase</c>: one person, by one of the first three.</summary>
/// <param name="Who">A contact's id, such as <c>ngo-3</c>, <c>translator-1</c> or <c>coordinator-2</c>.</param>
/// <param name="Name">The whole name: of a contact, or of somebody who is named in answers.</param>
/// <param name="AlsoKnownAs">Other spellings, taken out wherever they stand as whole words.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ErasureRequest(string? Who, string? Email, string? Name, IReadOnlyList<string?>? AlsoKnownAs)
{
    private const int Longest = 200;
    private const int MostSpellings = 20;

    // Shorter ones are parts of many words' company.
    private const int ShortestSpelling = 4;

    public IEnumerable<Problem> Faults()
    {
        if (new[] { Who, Email, Name }.Count(x => x is not null) != 1)
            yield return new("", "Say who is to be erased by one of who, email and name.");
        foreach ((string pointer, string? value) in new[] { ("/who", Who), ("/email", Email), ("/name", Name) })
        {
            if (value is not null && (value.Length > Longest || value.Count(char.IsLetterOrDigit) < 2))
                yield return new(pointer, $"Write it whole: at least two letters, at most {Longest}.");
        }

        if (Email is not null && (Email.Count(c => c == '@') != 1 || Email.Trim().Any(char.IsWhiteSpace)))
            yield return new("/email", "This is no e-mail address.");
        if (AlsoKnownAs?.Count > MostSpellings)
            yield return new("/alsoKnownAs", $"Give at most {MostSpellings} other spellings.");
        for (int n = 0; n < (AlsoKnownAs?.Count ?? 0); n++)
        {
            if (AlsoKnownAs![n] is not { } spelling || SameWords.OneLine(spelling).Length is < ShortestSpelling or > Longest)
                yield return new($"/alsoKnownAs/{n}", $"A spelling has {ShortestSpelling} to {Longest} characters: shorter ones would take other words out.");
        }
    }
}
