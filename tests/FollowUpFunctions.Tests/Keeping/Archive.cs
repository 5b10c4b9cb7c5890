using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUpFunctions.Tests.Infrastructure;

namespace FollowUpFunctions.Tests.Keeping;

/// <summary>An archive in a tester's hands.</summary>
internal static class Archive
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<byte[]> OfAsync(TestApp app, string cycle)
    {
        using HttpResponseMessage response = await app.Coordinator.GetAsync($"cycles/{cycle}/archive", Cancellation);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:", response.Headers.GetValues("Repr-Digest").Single());
        return bytes;
    }

    public static async Task<(int Status, string Body)> RestoreAsync(TestApp app, byte[] archive)
    {
        using ByteArrayContent content = new(archive);
        using HttpResponseMessage response = await app.Coordinator.PostAsync("cycles/restore", content, Cancellation);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    public static IReadOnlyDictionary<string, byte[]> Entries(byte[] archive)
    {
        using ZipArchive zip = new(new MemoryStream(archive));
        return zip.Entries.ToDictionary(e => e.FullName, Bytes);
    }

    public static byte[] Of(IEnumerable<KeyValuePair<string, byte[]>> entries)
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

    /// <summary>The archive with another entry, of which its manifest knows: as somebody would make it who knows the format.</summary>
    public static byte[] Forged(byte[] archive, string entry, Func<string, string> change, string? renamed = null)
    {
        Dictionary<string, byte[]> entries = new(Entries(archive));
        byte[] content = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(entries[entry])));
        entries.Remove(entry);
        entries[renamed ?? entry] = content;
        JsonNode manifest = JsonNode.Parse(entries["manifest.json"])!;
        JsonNode told = manifest["entries"]!.AsArray().Single(e => (string)e!["name"]! == entry)!;
        (told["name"], told["length"], told["sha256"]) = (renamed ?? entry, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
        entries["manifest.json"] = JsonSerializer.SerializeToUtf8Bytes(manifest);
        return Of(entries);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        return BinaryData.FromStream(stream).ToArray();
    }
}
