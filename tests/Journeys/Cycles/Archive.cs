using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Journeys.Cycles;

/// <summary>An archive in the hands of somebody who knows its format.</summary>
internal static class Archive
{
    private const string Manifest = "manifest.json";

    /// <summary>The same cycle under another id, as one restores it beside the first. Ids of one length keep all else as long as it was.</summary>
    public static byte[] Renamed(byte[] archive, string from, string to)
    {
        Assert.Equal(from.Length, to.Length);
        Dictionary<string, byte[]> entries = Entries(archive).ToDictionary(e => e.Name, e => Replaced(e.Bytes, from, to));
        JsonNode manifest = JsonNode.Parse(entries[Manifest])!;
        foreach (JsonNode? entry in manifest["entries"]!.AsArray())
            entry!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(entries[(string)entry["name"]!]));
        entries[Manifest] = JsonSerializer.SerializeToUtf8Bytes(manifest);
        return Of(entries);
    }

    /// <summary>The archive with a byte of a table changed, of which its manifest does not know.</summary>
    public static byte[] Spoilt(byte[] archive)
    {
        Dictionary<string, byte[]> entries = Entries(archive).ToDictionary(e => e.Name, e => e.Bytes);
        byte[] table = entries.First(e => e.Key.StartsWith("tables/", StringComparison.Ordinal) && e.Value.Length > 0).Value;
        table[^2] ^= 1;
        return Of(entries);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Entries(byte[] archive)
    {
        using ZipArchive zip = new(new MemoryStream(archive));
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using Stream stream = entry.Open();
            yield return (entry.FullName, BinaryData.FromStream(stream).ToArray());
        }
    }

    private static byte[] Of(IEnumerable<KeyValuePair<string, byte[]>> entries)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    // Latin-1 keeps every byte as it is.
    private static byte[] Replaced(byte[] bytes, string from, string to) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace(from, to, StringComparison.Ordinal));
}
