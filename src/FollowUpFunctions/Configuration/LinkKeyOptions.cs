using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FollowUpFunctions.Configuration;

/// <summary>The keys that sign links and numbers.</summary>
/// <param name="Key"><c>Links:SigningKey</c>: base64 of at least 32 bytes.</param>
/// <param name="Version"><c>Links:KeyVersion</c>: goes into each link; 1 or more, another one for each key.</param>
/// <param name="Earlier"><c>Links:EarlierKeys</c>: keys whose links still work, as <c>1=base64;2=base64</c>.</param>
public sealed record LinkKeyOptions(string Key, int Version, string Earlier)
{
    private const int LeastBytes = 32;

    /// <summary>The keys by their versions, the one that signs first.</summary>
    public IReadOnlyList<(int Version, byte[] Key)> All =>
        [(Version, Convert.FromBase64String(Key)), .. EarlierPairs.Select(p => (int.Parse(p.Version, CultureInfo.InvariantCulture), Convert.FromBase64String(p.Key)))];

    // Base64 itself ends with equals signs.
    private IEnumerable<(string Version, string Key)> EarlierPairs =>
        from pair in Earlier.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        select at < 0 ? ("", pair) : (pair[..at].Trim(), pair[(at + 1)..].Trim());

    public static LinkKeyOptions From(IConfiguration configuration) => new(
        configuration["Links:SigningKey"] ?? "",
        Settings.Number(configuration, "Links:KeyVersion", 1),
        configuration["Links:EarlierKeys"] ?? "");

    public IEnumerable<string> Faults()
    {
        if (!IsKey(Key))
            yield return "Links:SigningKey is missing or too short: set it to base64 of 32 random bytes, such as `openssl rand -base64 32` prints.";
        if (Version < 1)
            yield return "Links:KeyVersion must be a number, 1 or more.";
        List<string> versions = [];
        foreach ((string version, string key) in EarlierPairs)
        {
            if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1 || !IsKey(key))
                yield return "Links:EarlierKeys can't be read: list version and key of each, as 1=BASE64;2=BASE64.";
            else if (number == Version)
                yield return $"Links:EarlierKeys names version {number}, which is Links:KeyVersion too: give the new key the next number.";
            else if (versions.Contains(version))
                yield return $"Links:EarlierKeys names version {number} twice: leave out one of them.";
            versions.Add(version);
        }
    }

    private static bool IsKey(string base64)
    {
        Span<byte> bytes = stackalloc byte[256];
        return base64.Length is > 0 and <= 256 && Convert.TryFromBase64String(base64, bytes, out int written) && written >= LeastBytes;
    }
}
