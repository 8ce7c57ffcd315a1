namespace CareFlowSim.Tests.IO;

/// <summary>A stream that only goes forwards, and that breaks after so many bytes written.</summary>
internal sealed class ForwardStream(Stream inner, long breaksAfter = long.MaxValue) : Stream
{
    private long _written;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        _written += count;
        if (_written > breaksAfter)
        {
            throw new IOException("No space left.");
        }

        inner.Write(buffer, offset, count);
    }
}
