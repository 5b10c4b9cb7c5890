using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalHost.Demo.People;

/// <summary>
/// Chance that can be repeated: the same seed and the same question always fall the same way, whatever was asked before and in whatever order.
/// </summary>
internal sealed class Dice(int seed)
{
    /// <summary>From 0 up to, not including, 1.</summary>
    public double Roll(params ReadOnlySpan<string> question)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{seed}\n{string.Join('\n', question)}");
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }

    public double Between(double least, double most, params ReadOnlySpan<string> question) => least + ((most - least) * Roll(question));

    public T Pick<T>(IReadOnlyList<T> among, params ReadOnlySpan<string> question) => among[(int)(Roll(question) * among.Count)];

    public bool Happens(double share, params ReadOnlySpan<string> question) => Roll(question) < share;
}
