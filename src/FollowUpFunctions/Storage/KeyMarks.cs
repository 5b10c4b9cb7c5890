using Azure.Data.Tables;
using FollowUpFunctions.Links;

namespace FollowUpFunctions.Storage;

/// <summary>
/// Partition <c>~keys</c> of table <c>Sessions</c>: by the version of a signing key, a mark that it alone makes. A key that was lost or written over shows by
/// it before people find their links dead.
/// </summary>
public sealed class KeyMarks(AppStorage storage, LinkKeys keys)
{
    public const string Wrong =
        "The signing key is another than the one that signed links before: set Links:SigningKey back, or give the new key the next Links:KeyVersion and name the old one in Links:EarlierKeys.";

    private const string Partition = "~keys";
    private const string Mark = "Mark";

    /// <summary>Notes the keys that are not noted yet.</summary>
    public Task NoteAsync(CancellationToken cancellation) =>
        storage.Sessions.AddMissingAsync(
        Partition, "", [.. keys.Versions.Select(v => new TableEntity(Partition, Row(v)) { [Mark] = MarkOf(v) })], cancellation);

    /// <summary>Whether no key is another than the one that was noted under its version.</summary>
    public async Task<bool> AreOursAsync(CancellationToken cancellation)
    {
        foreach (int version in keys.Versions)
        {
            if (await storage.Sessions.FindAsync(Partition, Row(version), cancellation) is { } row && row.GetString(Mark) != MarkOf(version))
                return false;
        }

        return true;
    }

    private static string Row(int version) => $"{version:0000}";

    private string MarkOf(int version) => Convert.ToHexStringLower(keys.Mac(version, "mark").AsSpan(0, 8));
}
