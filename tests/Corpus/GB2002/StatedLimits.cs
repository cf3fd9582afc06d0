namespace Billing.Limits;

// The message gives the reason or another way: a limit that is meant.
public sealed class Exports
{
    public string ToPdf(string name) => throw new NotSupportedException("PDF is not implemented here because the viewer prints it."); //@near GB2002

    public string ToXls(string name) => throw new NotSupportedException("XLS is not yet supported; use ToCsv instead."); //@near GB2002

    public string ToDbf(bool compressed)
    {
        if (compressed)
            throw new NotSupportedException("Compressed tables are not yet supported."); //@near GB2002
        return "dbf";
    }

    public string ToZip(int level)
    {
        if (level > 9)
            throw new InvalidOperationException("Levels above 9 are not implemented: the format has no such level, by design."); //@near GB2002
        return "zip";
    }

    public string ToImage(string format)
    {
        if (format == "webp")
            throw new NotSupportedException($"'{format}' is unimplemented on this platform."); //@near GB2002
        return format;
    }

    public string ToMail(string to) => throw new NotSupportedException("Not implemented yet: requires a mail server, see https://example.org/mail."); //@near GB2002
}
