using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Ghostbusters", "GB3003", Scope = "module", Justification = "Old host, until 2999-01-01.")] //@near GB9002

namespace Corpus.GB9002.Near;

public sealed class Batch
{
#pragma warning disable GB3003 // the old host swallows it, until 2999-12-31 //@near GB9002
    public int Count0 => 0;

#pragma warning disable GB3001 // until 2999-01-01: the old host swallows it //@near GB9002
    public int Count1 => 1;

#pragma warning disable GB2001, CS0618 // Expires: 2999-12-31; vendor fix is promised //@near GB9002
    public int Count2 => 2;

#pragma warning disable GB1002 // decided 2001-02-28 with the operators //@near GB9002
    public int Count3 => 3;

#pragma warning disable GB8205 // since 2001-02-28 the host swallows it //@near GB9002
    public int Count4 => 4;

#pragma warning disable GB3003 // until version 2001 ships //@near GB9002
    public int Count5 => 5;

#pragma warning disable GB3001 // until 2001 nobody called it //@near GB9002
    public int Count6 => 6;

#pragma warning disable GB2001, CS0618 // until RFC 2001-02 is final //@near GB9002
    public int Count7 => 7;

#pragma warning disable GB1002 // expires never: the host is gone //@near GB9002
    public int Count8 => 8;

#pragma warning disable GB8205 // the token expires on its own //@near GB9002
    public int Count9 => 9;

#pragma warning disable GB3003 // see incident 2001-02-28, closed until further notice //@near GB9002
    public int Count10 => 10;

#pragma warning disable GB3001 // valid from 2001-02-28 until 2999-02-28 //@near GB9002
    public int Count11 => 11;

#pragma warning disable GB2001, CS0618 // stilluntil2001-02-28 is the name of the queue //@near GB9002
    public int Count12 => 12;

#pragma warning disable GB1002 // ticket 2001-02-28/77 //@near GB9002
    public int Count13 => 13;

#pragma warning disable GB8205 // after 2001-02-28 the vendor answered: by design //@near GB9002
    public int Count14 => 14;

#pragma warning disable CS0618 // until 2001-02-28 //@near GB9002
    public int OtherTool => 1;

#pragma warning restore GB3003 // silenced until 2001-02-28 //@near GB9002
    public int Restored => 1;

    public int Commented => 1; // supported until 2001-02-28 //@near GB9002

    [SuppressMessage("Performance", "CA1822", Justification = "until 2001-02-28")] //@near GB9002
    public int OtherToolsAttribute => 1;

    [Obsolete("Supported until 2001-02-28")] //@near GB9002
    public int Old => 1;

    [SuppressMessage("Ghostbusters", "GB3003", Justification = "Old host, until 2999-02-28")] //@near GB9002
    public int InAttribute => 1;

#if LEGACY_HOST
#pragma warning disable GB3003 // until 2001-02-28 //@near GB9002
#endif
}
