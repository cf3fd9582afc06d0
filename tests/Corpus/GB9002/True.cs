using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Ghostbusters", "GB3003", Scope = "module", Justification = "Old host, until 2017-01-01.")] //@true GB9002

namespace Corpus.GB9002.True;

public sealed class Batch
{
#pragma warning disable GB3003 // the old host swallows it, until 2001-02-28 //@true GB9002
    public int Count0 => 0;

#pragma warning disable GB3001 // until 2001-02-28: the old host swallows it //@true GB9002
    public int Count1 => 1;

#pragma warning disable GB2001, CS0618 // expires 2019-12-31, vendor fix is promised //@true GB9002
    public int Count2 => 2;

#pragma warning disable GB1002 // Expires: 2019-12-31; vendor fix is promised //@true GB9002
    public int Count3 => 3;

#pragma warning disable GB8205 // vendor bug 4711 (until 2020-01-01) //@true GB9002
    public int Count4 => 4;

#pragma warning disable GB3003 // kept till 2020-06-30 for the migration //@true GB9002
    public int Count5 => 5;

#pragma warning disable GB3001 // migration; expiry 2020-06-30 //@true GB9002
    public int Count6 => 6;

#pragma warning disable GB2001, CS0618 // UNTIL 2018-05-25 the law allows it //@true GB9002
    public int Count7 => 7;

#pragma warning disable GB1002 // until on 2018-05-25 at the latest, says legal //@true GB9002
    public int Count8 => 8;

#pragma warning disable GB8205 // printer driver, until 2999-13-45 //@true GB9002
    public int Count9 => 9;

#pragma warning disable GB3003 // printer driver, until 2999-02-30 //@true GB9002
    public int Count10 => 10;

#pragma warning disable GB3001 // printer driver, until 2999-1-1 //@true GB9002
    public int Count11 => 11;

#pragma warning disable GB2001, CS0618 // printer driver, until 2999-00-10 //@true GB9002
    public int Count12 => 12;

#pragma warning disable GB1002 // bell is optional, until 2024-02-29 //@true GB9002
    public int Count13 => 13;

#pragma warning disable GB8205 // first until 2010-01-01, then until 2999-01-01 //@true GB9002
    public int Count14 => 14;

    // The old host swallows it, until 2001-02-28.
#pragma warning disable GB3003 //@true GB9002
    public int Above => 1;

    /* The old host swallows it,
       expires 2001-02-28. */
#pragma warning disable GB3003 //@true GB9002
    public int AboveInBlock => 1;

    // Both wait for the vendor, until 2001-02-28.
#pragma warning disable GB3003 //@true GB9002
#pragma warning disable GB3001 //@true GB9002
    public int Shared => 1;

#pragma warning disable // copied from the vendor, until 2015-03-01 //@true GB9002
    public int Blanket => 1;
#pragma warning restore

    [SuppressMessage("Ghostbusters", "GB3003", Justification = "Old host, until 2001-02-28")] //@true GB9002
    public int InAttribute => 1;

    [UnconditionalSuppressMessage("Ghostbusters", "GB8205", Justification = Why)] //@true GB9002
    public int InConstant => 1;

    private const string Why = "Test key" + ", expires 2001-02-28";
}
