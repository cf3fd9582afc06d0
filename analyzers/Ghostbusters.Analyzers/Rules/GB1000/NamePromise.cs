namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>What a test's name can promise.</summary>
internal enum NamePromise
{
    Throw,
    Null,
    Order,
    Empty,
    Count,
}
