using Microsoft.Win32.SafeHandles;

namespace Ghostbusters.Engine.Git;

/// <summary>A pack from one place on, forward only; many can read one file.</summary>
internal sealed class PackStream(SafeFileHandle file, long start) : Stream
{
    private readonly byte[] _buffer = new byte[4096];
    private long _filePosition = start;
    private int _next;
    private int _end;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_next == _end)
        {
            (_next, _end) = (0, RandomAccess.Read(file, _buffer, _filePosition));
            _filePosition += _end;
        }

        var count = Math.Min(buffer.Length, _end - _next);
        _buffer.AsSpan(_next, count).CopyTo(buffer);
        _next += count;
        return count;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
