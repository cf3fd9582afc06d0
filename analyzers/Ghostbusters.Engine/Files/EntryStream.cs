namespace Ghostbusters.Engine.Files;

/// <summary>The content of one archive entry: the next <paramref name="length"/> bytes of the archive, and no more.</summary>
internal sealed class EntryStream(Stream archive, long length, Action? onRead = null) : Stream
{
    private long _left = length;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length { get; } = length;
    public override long Position { get => Length - _left; set => throw new NotSupportedException(); }

    /// <exception cref="EndOfStreamException">The archive ends before the entry does.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_left == 0 || buffer.IsEmpty) return 0;
        var read = archive.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        if (read == 0) throw new EndOfStreamException("It ends within an entry.");
        _left -= read;
        onRead?.Invoke();
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
