using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>
/// The calls that surely assert, and the exception by which each fails: xunit, MSTest, FluentAssertions, AwesomeAssertions,
/// Shouldly, Moq, NSubstitute, FakeItEasy, and helpers of the source that call one of them directly.
/// </summary>
/// <remarks>
/// NUnit's own assertions are left out: since 3.10 it records a failure before it throws, so that a catch hides nothing. What a
/// library throws by the framework that it finds at run time is taken for an Exception of any kind.
/// </remarks>
internal sealed class AssertionFailures
{
    // How many helpers a call may go through.
    private const int Depth = 2;

    private static readonly ImmutableHashSet<string> Outcomes = ["Skip", "SkipWhen", "SkipUnless", "Inconclusive", "Equals", "ReferenceEquals", "ReplaceNullChars"];

    private readonly Compilation _compilation;
    private readonly SourceModels _models;
    private readonly INamedTypeSymbol _any;
    private readonly ConcurrentDictionary<string, INamedTypeSymbol> _types = new();
    private readonly ConcurrentDictionary<IMethodSymbol, ITypeSymbol?> _helpers = new(SymbolEqualityComparer.Default);

    public AssertionFailures(Compilation compilation)
    {
        _compilation = compilation;
        _models = new SourceModels(compilation);
        _any = compilation.GetTypeByMetadataName("System.Exception") ?? compilation.ObjectType;
    }

    /// <summary>The exception of a call that asserts where it stands; null for other calls, and for a task that is not awaited.</summary>
    public ITypeSymbol? ThrownBy(IInvocationOperation call, CancellationToken cancellation) =>
        !IsTask(call.Type) || IsAwaited(call.Syntax) ? ThrownBy(call.TargetMethod, Depth, cancellation) : null;

    private ITypeSymbol? ThrownBy(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        if (OfLibrary(method) is { } name)
            return _types.GetOrAdd(name, n => _compilation.GetTypesByMetadataName(n).FirstOrDefault() ?? _any);
        if (depth == 0 || method.DeclaringSyntaxReferences.Length != 1 || method.IsAbstract || method.IsVirtual || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
            return null;
        var helper = (method.ReducedFrom ?? method).OriginalDefinition;
        return depth < Depth ? OfHelper(helper, depth, cancellation) : _helpers.GetOrAdd(helper, h => OfHelper(h, depth, cancellation));
    }

    // Only what every call of the helper comes by: not under a condition, in a loop, a lambda or a try of its own.
    private ITypeSymbol? OfHelper(IMethodSymbol helper, int depth, CancellationToken cancellation)
    {
        var declaration = helper.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        var body = _models.IsRead(declaration.SyntaxTree) ? _models.Body(declaration, cancellation) : null;
        return body?.Descendants().OfType<IInvocationOperation>()
            .Where(call => IsUnconditional(call, body) && (!IsTask(call.Type) || IsAwaited(call.Syntax)))
            .Select(call => ThrownBy(call.TargetMethod, depth - 1, cancellation)).FirstOrDefault(static t => t is not null);
    }

    private static bool IsUnconditional(IOperation operation, IOperation body)
    {
        for (var o = operation.Parent; o is not null && !ReferenceEquals(o, body); o = o.Parent)
        {
            if (o is IConditionalOperation or ISwitchOperation or ILoopOperation or ITryOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or IConditionalAccessOperation or ICoalesceOperation)
                return false;
        }

        return true;
    }

    /// <summary>Whether the method belongs to an assertion or mock library and asserts there.</summary>
    public static bool IsOfLibrary(IMethodSymbol method) => OfLibrary(method) is not null;

    private static string? OfLibrary(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return null;
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return space switch
        {
            "Xunit" => type.Name == "Assert" && !Outcomes.Contains(method.Name) ? "Xunit.Sdk.XunitException" : null,
            "Microsoft.VisualStudio.TestTools.UnitTesting" => type.Name is "Assert" or "StringAssert" or "CollectionAssert" && method.MethodKind == MethodKind.Ordinary && !Outcomes.Contains(method.Name)
                ? "Microsoft.VisualStudio.TestTools.UnitTesting.AssertFailedException" : null,
            "Shouldly" => method.Name.StartsWith("Should", StringComparison.Ordinal) || type.Name == "Should" ? "Shouldly.ShouldAssertException" : null,
            "Moq" => method.Name.StartsWith("Verify", StringComparison.Ordinal) ? "Moq.MockException" : null,
            "NSubstitute" => method.Name is "Received" or "DidNotReceive" or "ReceivedWithAnyArgs" or "DidNotReceiveWithAnyArgs" ? "NSubstitute.Exceptions.ReceivedCallsException" : null,
            "FakeItEasy" => method.Name.StartsWith("MustHave", StringComparison.Ordinal) || method.Name.StartsWith("MustNotHave", StringComparison.Ordinal) ? "FakeItEasy.ExpectationException" : null,
            _ => IsFluent(space) && type.Name.EndsWith("Assertions", StringComparison.Ordinal) && method.Name is not ("Equals" or "GetHashCode") ? "System.Exception" : null,
        };
    }

    private static bool IsFluent(string space) =>
        space.StartsWith("FluentAssertions", StringComparison.Ordinal) || space.StartsWith("AwesomeAssertions", StringComparison.Ordinal);

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" };

    // In its own statement or lambda: by await, or by a call that waits.
    private static bool IsAwaited(SyntaxNode call) => call.Ancestors()
        .TakeWhile(static a => a is not StatementSyntax and not AnonymousFunctionExpressionSyntax and not ArrowExpressionClauseSyntax)
        .Any(static a => a is AwaitExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" or "Wait" or "Result" });
}
