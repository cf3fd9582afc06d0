using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Data from outside that reaches a sink.</summary>
/// <param name="Kind">What kind of sink.</param>
/// <param name="Sink">The call, assignment or creation.</param>
/// <param name="SinkName">The member that takes it.</param>
/// <param name="Source">Where it came in.</param>
/// <param name="Path">The stations from there, the sink not included.</param>
/// <param name="IsShipped">Whether it begins in code that ships, and not in a test or sample.</param>
internal sealed record TaintedFlow(SinkKinds Kind, SyntaxNode Sink, string SinkName, TaintSource Source, TaintStep Path, bool IsShipped = true);
