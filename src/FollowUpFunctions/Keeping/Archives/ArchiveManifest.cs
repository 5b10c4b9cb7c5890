namespace FollowUpFunctions.Keeping.Archives;

/// <summary>What an archive says of itself, in its entry <c>manifest.json</c>, the last one.</summary>
/// <param name="Format">Always <see cref="Kind"/>.</param>
/// <param name="Version">Of the format; an app reads the versions that it knows.</param>
/// <param name="App">Version of the app that wrote it.</param>
/// <param name="MadeAt">All that two archives of the same cycle differ in.</param>
/// <param name="LeftOut">What is not in it, and why, in sentences.</param>
/// <param name="Entries">All other entries.</param>
public sealed record ArchiveManifest(
    string Format, int Version, string Cycle, string Title, string App, DateTimeOffset MadeAt, IReadOnlyList<string> LeftOut, IReadOnlyList<ArchivedEntry> Entries)
{
    public const string Kind = "followup-cycle-archive";

    public const int Newest = 1;

    public const string Name = "manifest.json";

    public const string Files = "files.jsonl";

    public const string Journal = "journal.csv";

    public static string Table(string name) => $"tables/{name}.jsonl";

    public static string File(string container, string path) => $"files/{container}/{path}";
}

/// <param name="Length">In bytes, unpacked.</param>
/// <param name="Sha256">In hexadecimal, lower case.</param>
public sealed record ArchivedEntry(string Name, long Length, string Sha256);

/// <summary>A line of <c>files.jsonl</c>: a file as it is served.</summary>
/// <param name="Path">Below the cycle's folder.</param>
/// <param name="Metadata">What is noted beside the file, by name; null where nothing is.</param>
public sealed record ArchivedFile(
    string Entry, string Container, string Path, string? ContentType, string? CacheControl, IReadOnlyDictionary<string, string>? Metadata = null);
