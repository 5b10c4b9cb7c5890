using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FollowUpFunctions.Rounds;

/// <summary>A round of a cycle; what orchestrations carry in place of its contents.</summary>
public sealed record RoundRef(string Cycle, string Round)
{
    public string InstanceId => $"round-{Cycle}-{Round}";
}

/// <summary>One page of a round's invitations; pages are numbered from 0.</summary>
public sealed record PageRef(string Cycle, string Round, int Page)
{
    public RoundRef OfRound => new(Cycle, Round);
}

/// <summary>
/// An invitation. Its id is the page's number in four digits and ten characters made from cycle, round and addressee, so that it says
/// where the row is and not whose it is.
/// </summary>
public sealed record InvitationRef(string Cycle, string Round, string Id)
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(Alphabet);

    public int Page => int.Parse(Id.AsSpan(0, 4), CultureInfo.InvariantCulture);

    public PageRef OfPage => new(Cycle, Round, Page);

    public static InvitationRef For(PageRef page, string who)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{page.Cycle}\n{page.Round}\n{who}"));
        string name = string.Concat(hash.Take(10).Select(b => Alphabet[b & 31]));
        return new(page.Cycle, page.Round, $"{page.Page:0000}{name}");
    }

    /// <summary>Whether a text from an address has the form of an invitation's id.</summary>
    public static bool IsId(string text) =>
        text.Length == 14
        && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && text.AsSpan(4).IndexOfAnyExcept(NameCharacters) < 0;
}
