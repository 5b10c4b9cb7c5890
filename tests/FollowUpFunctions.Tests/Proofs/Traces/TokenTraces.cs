using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace FollowUpFunctions.Tests.Proofs.Traces;

/// <summary>
/// Keeps of texts what could hold a token, and says afterwards, when all tokens are known, where one stood: as it is in links, percent-encoded, in
/// either alphabet of base64, or its bytes in hexadecimal.
/// </summary>
public sealed partial class TokenTraces
{
    /// <summary>Of a token without the version of its key.</summary>
    private const int Length = 24;

    private readonly ConcurrentDictionary<string, string> runs = new();
    private long looks;

    /// <summary>How many texts were looked at.</summary>
    public long Looks => Volatile.Read(ref looks);

    public void Look(string? text, string where)
    {
        Interlocked.Increment(ref looks);
        if (text is null || text.Length < Length)
            return;
        Keep(text, where);
        if (text.Contains('%', StringComparison.Ordinal))
            Keep(Uri.UnescapeDataString(text), where);
    }

    public void Look(byte[] bytes, string where)
    {
        for (int start = 0; start + 18 <= bytes.Length; start++)
            Keep(Base64Url.EncodeToString(bytes.AsSpan(start, 18)), where);
        Look(System.Text.Encoding.UTF8.GetString(bytes), where);
    }

    /// <returns>A sentence for each place; it names no token.</returns>
    public IReadOnlyList<string> Of(IReadOnlyCollection<string> tokens)
    {
        HashSet<string> secrets = [.. tokens.Select(Body), .. tokens.Select(t => Hex(Body(t)))];
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = secrets.GetAlternateLookup<ReadOnlySpan<char>>();
        int[] lengths = [.. secrets.Select(s => s.Length).Distinct()];
        return [.. runs.Where(r => lengths.Any(l => Holds(r.Key, l))).Select(r => $"A token stands in {r.Value}.").Distinct().Order(StringComparer.Ordinal)];

        bool Holds(string run, int length)
        {
            string text = length == Length ? run.Replace('+', '-').Replace('/', '_') : run.ToLowerInvariant();
            for (int start = 0; start + length <= text.Length; start++)
            {
                if (lookup.Contains(text.AsSpan(start, length)) || (length == Length && lookup.Contains(run.AsSpan(start, length))))
                    return true;
            }

            return false;
        }
    }

    private static string Body(string token) => token[^Length..];

    private static string Hex(string body) => Convert.ToHexStringLower(Base64Url.DecodeFromChars(body));

    private void Keep(string text, string where)
    {
        foreach (ValueMatch match in Run.EnumerateMatches(text))
            runs.TryAdd(text.Substring(match.Index, match.Length), where);
    }

    [GeneratedRegex("[A-Za-z0-9+/_-]{24,}")]
    private static partial Regex Run { get; }
}
