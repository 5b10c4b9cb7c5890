namespace FollowUpFunctions.Cycles.Documents;

/// <summary>Gives no more than so many bytes of what it reads from.</summary>
internal sealed class MeteredStream(Stream source, long most, string problem) : Stream
{
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Taken;
        set => throw new NotSupportedException();
    }

    /// <exception cref="UnreadableDocumentException">There was more.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = source.Read(buffer, offset, count);
        Taken += read;
        return Taken > most ? throw new UnreadableDocumentException(problem) : read;
    }

    public void Drain()
    {
        byte[] buffer = new byte[81_920];
        while (Read(buffer, 0, buffer.Length) > 0)
        {
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }
}
