using System.IO.Pipelines;
using System.Buffers;
using System.Runtime.CompilerServices;

namespace FollowUpFunctions.Keeping.Archives;

/// <summary>Lines of bytes, one at a time in memory; their length was checked before.</summary>
internal static class Lines
{
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        PipeReader pipe = PipeReader.Create(from);
        while (true)
        {
            ReadResult read = await pipe.ReadAsync(cancellation);
            ReadOnlySequence<byte> buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return buffer.Slice(0, end).ToArray();
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (!buffer.IsEmpty)
                    yield return buffer.ToArray();
                break;
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }

        await pipe.CompleteAsync();
    }
}
