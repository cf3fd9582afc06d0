namespace Ghostbusters.Engine.Git;

/// <summary>A pack's delta: how an object is made of pieces of another one and of new bytes.</summary>
internal static class PackDelta
{
    /// <summary>The object that the delta makes of its base.</summary>
    /// <exception cref="InvalidDataException">The delta is damaged, or the object would be over the limit.</exception>
    public static byte[] Apply(ReadOnlySpan<byte> source, ReadOnlySpan<byte> delta, int maximumSize)
    {
        if (ReadSize(ref delta) != source.Length)
            throw Damaged();
        var size = ReadSize(ref delta);
        if (size > maximumSize)
            throw new InvalidDataException($"A git object has {size} bytes, over the limit of {maximumSize}.");

        var result = new byte[size];
        var rest = result.AsSpan();
        while (!delta.IsEmpty)
        {
            var command = Next(ref delta);
            var piece = (command & 0x80) != 0 ? Copied(source, command, ref delta) : Inserted(command, ref delta);
            if (piece.Length > rest.Length)
                throw Damaged();
            piece.CopyTo(rest);
            rest = rest[piece.Length..];
        }

        return rest.IsEmpty ? result : throw Damaged();
    }

    private static ReadOnlySpan<byte> Copied(ReadOnlySpan<byte> source, byte command, ref ReadOnlySpan<byte> delta)
    {
        var (offset, length) = (0L, 0);
        for (var i = 0; i < 4; i++)
        {
            if ((command & (1 << i)) != 0)
                offset |= (long)Next(ref delta) << (8 * i);
        }

        for (var i = 0; i < 3; i++)
        {
            if ((command & (0x10 << i)) != 0)
                length |= Next(ref delta) << (8 * i);
        }

        if (length == 0)
            length = 0x10000;
        return offset + length <= source.Length ? source.Slice((int)offset, length) : throw Damaged();
    }

    private static ReadOnlySpan<byte> Inserted(byte command, ref ReadOnlySpan<byte> delta)
    {
        // Zero is reserved.
        if (command == 0 || command > delta.Length)
            throw Damaged();
        var piece = delta[..command];
        delta = delta[command..];
        return piece;
    }

    private static long ReadSize(ref ReadOnlySpan<byte> delta)
    {
        var size = 0L;
        for (var shift = 0; shift < 56; shift += 7)
        {
            var part = Next(ref delta);
            size |= (long)(part & 0x7f) << shift;
            if ((part & 0x80) == 0)
                return size;
        }

        throw Damaged();
    }

    private static byte Next(ref ReadOnlySpan<byte> delta)
    {
        if (delta.IsEmpty)
            throw Damaged();
        var next = delta[0];
        delta = delta[1..];
        return next;
    }

    private static InvalidDataException Damaged() => new("A git pack holds a damaged delta. Run 'git fsck'.");
}
