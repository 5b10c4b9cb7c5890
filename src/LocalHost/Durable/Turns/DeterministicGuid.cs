using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalHost.Durable.Turns;

/// <summary>Name-based GUIDs (RFC 9562, version 5), the same ones as the real engine makes of the same instance, time and count.</summary>
internal static class DeterministicGuid
{
    private static readonly byte[] Namespace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    public static Guid Create(string instanceId, DateTime now, int count)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{now:o}_{count}");
#pragma warning disable CA5350 // RFC 9562 names SHA-1 for version 5; nothing is kept secret by it
        byte[] hash = SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
