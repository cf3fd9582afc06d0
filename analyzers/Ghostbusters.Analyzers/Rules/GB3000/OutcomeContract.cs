using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>By what a call says that it failed.</summary>
/// <param name="Kind">What the reader of the value must look at.</param>
/// <param name="Sign">The sign of failure, for the message.</param>
/// <param name="Remedy">How to mend it.</param>
internal readonly record struct OutcomeContract(OutcomeKind Kind, string Sign, string Remedy)
{
    private static readonly HashSet<string> FailureFlags = ["IsFailure", "IsFailed", "Failed", "IsError", "HasError", "HasErrors", "HasFailed", "IsFailedResult"];

    // Try methods whose out value is a state that both answers allow, or that remove what may be gone.
    private static readonly string[] Lookups = ["TryGet", "TryPeek", "TryDequeue", "TryPop", "TryTake", "TryRemove", "TryUpdate", "TryRead", "TryFind", "TryEnter", "TryLock", "TryAcquire"];

    private static readonly HashSet<string> Readers = ["Stream", "TextReader", "BinaryReader", "Socket"];

    private static readonly string[] Versions = ["version", "etag", "timestamp", "concurrencystamp", "concurrencytoken", "xmin"];

    /// <summary>The contract of a call; null where its value says nothing of failure, or the caller need not know.</summary>
    public static OutcomeContract? Of(DroppedValue value, CalleeFailure callees, CancellationToken cancellation)
    {
        var method = value.Call.TargetMethod;
        if (value.Type is not { } type || method.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" || MeantDrop.IsName(method.Name) || IsFluent(method, type) || MayThrowInstead(method))
            return null;
        if (type.SpecialType == SpecialType.System_Boolean)
            return OfBool(value, method, callees, cancellation);
        if (type.SpecialType == SpecialType.System_Int32)
            return OfCount(value, method);
        if (type is { Name: "HttpResponseMessage", ContainingNamespace.Name: "Http" })
            return IsHttpClient(value.Call) ? new OutcomeContract(OutcomeKind.Response, "the status code of its response", "Call EnsureSuccessStatusCode or test IsSuccessStatusCode") : null;
        return OfResult(method, type, cancellation);
    }

    /// <summary>Whether a member of a result tells success from failure.</summary>
    public static bool IsFlag(string name) => SuccessValues.IsFlag(name) || FailureFlags.Contains(name) || FailureWords.IsIn(name)
        || name is "StatusCode" or "IsSuccessStatusCode" or "EnsureSuccessStatusCode" or "Match" or "Switch" or "Deconstruct" or "Status" or "Outcome";

    private static OutcomeContract? OfBool(DroppedValue value, IMethodSymbol method, CalleeFailure callees, CancellationToken cancellation)
    {
        if (OutLocal(value.Call) is not null && value.Local is null && method.Name.StartsWith("Try", StringComparison.Ordinal) && !Lookups.Any(l => method.Name.StartsWith(l, StringComparison.Ordinal))
            && !GivesEitherWay(method, cancellation))
        {
            return new OutcomeContract(OutcomeKind.Out, "its bool", "Test what it returns before the value is used");
        }

        if (method.Name.StartsWith("Try", StringComparison.Ordinal) || method.ReturnType.Name is "TResult" || !callees.AnswersFalse(method, cancellation))
            return null;
        return new OutcomeContract(OutcomeKind.Value, "the false that its catch returns", "Test what it returns, or let it throw");
    }

    // `TryAddAndGet(item, out kept)`: what the set has, whether it is new or not. Where it fails, a method gives nothing.
    private static bool GivesEitherWay(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.Parameters.FirstOrDefault(static p => p.RefKind == RefKind.Out) is not { } given || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not { } declaration)
            return false;
        var values = declaration.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(a => a.Left is IdentifierNameSyntax left && left.Identifier.ValueText == given.Name).Select(static a => a.Right).ToList();
        return values.Count > 1 && values.All(static v => v is not LiteralExpressionSyntax and not DefaultExpressionSyntax and not PostfixUnaryExpressionSyntax
            and not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" or "None" or "Zero" });
    }

    private static OutcomeContract? OfCount(DroppedValue value, IMethodSymbol method)
    {
        var name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - 5) : method.Name;
        if (name is "Read" or "Receive" && Inherits(value.Call.Instance?.Type, Readers) && value.Call.Instance?.Type?.Name is not "MemoryStream" and not "UnmanagedMemoryStream")
            return new OutcomeContract(OutcomeKind.Buffer, "the count that it returns how much it read", name == "Read" ? "Use ReadExactly, or go on until the count is reached or is 0" : "Go on until the count is reached or is 0");
        if (name is "ExecuteNonQuery" or "ExecuteUpdate" or "ExecuteSqlRaw" or "ExecuteSql" or "ExecuteSqlInterpolated" or "Execute" or "ExecuteDelete" && ClaimsVersion(value.Call))
            return new OutcomeContract(OutcomeKind.Value, "the number of rows whether the version still held", "Treat 0 rows as a conflict");
        return null;
    }

    private static OutcomeContract? OfResult(IMethodSymbol method, ITypeSymbol type, CancellationToken cancellation)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || type.ContainingNamespace is { Name: "RegularExpressions" or "Tasks" }
            || FlagOf(type) is not { } flag || method.Name.StartsWith("Try", StringComparison.Ordinal)
            || CalleeFailure.OnlySucceeds(method, flag, cancellation) || CalleeFailure.LogsFailure(method, cancellation))
        {
            return null;
        }

        return new OutcomeContract(OutcomeKind.Result, $"'{flag}' of its {type.Name}", $"Test '{flag}' before going on");
    }

    // `RunAsync(options, throwOnError)`: whether a failure is thrown is the caller's choice.
    private static bool MayThrowInstead(IMethodSymbol method) => method.Parameters.Any(static p => p.Name.IndexOf("throw", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The local that an out argument fills.</summary>
    public static ILocalSymbol? OutLocal(IInvocationOperation call) =>
        call.Arguments.Where(static a => a.Parameter is { RefKind: RefKind.Out }).Select(static a => a.Value switch
        {
            IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
            ILocalReferenceOperation reference => reference.Local,
            _ => null,
        }).FirstOrDefault(static l => l is not null);

    private static string? FlagOf(ITypeSymbol type)
    {
        if (!type.Name.EndsWith("Result", StringComparison.Ordinal) && !type.Name.EndsWith("Response", StringComparison.Ordinal) && !type.Name.EndsWith("Outcome", StringComparison.Ordinal)
            && !type.Name.StartsWith("Result", StringComparison.Ordinal) && !type.Name.StartsWith("ErrorOr", StringComparison.Ordinal))
        {
            return null;
        }

        for (ITypeSymbol? t = type; t is { SpecialType: SpecialType.None }; t = t.BaseType)
        {
            if (t.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(static p => p is { IsStatic: false, Type.SpecialType: SpecialType.System_Boolean } && (SuccessValues.IsFlag(p.Name) || FailureFlags.Contains(p.Name))) is { } flag)
                return flag.Name;
        }

        return null;
    }

    // `builder.Add(x)` hands back what it was called on.
    private static bool IsFluent(IMethodSymbol method, ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
        && !method.IsStatic || (method.IsExtensionMethod && SymbolEqualityComparer.Default.Equals((method.ReducedFrom ?? method).Parameters[0].Type, type));

    private static bool IsHttpClient(IInvocationOperation call) => Inherits(call.Instance?.Type, ["HttpMessageInvoker"])
        || call.TargetMethod is { IsExtensionMethod: true, ContainingType.Name: "HttpClientJsonExtensions" };

    private static bool Inherits(ITypeSymbol? type, HashSet<string> names)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (names.Contains(t.Name))
                return true;
        }

        return false;
    }

    // The statement's text or query compares a version: an update of no rows is a lost race.
    private static bool ClaimsVersion(IInvocationOperation call)
    {
        if (call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        var receiver = (call.Syntax as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax local } ? local.Identifier.ValueText : null;
        return Said(call.Syntax) || (receiver is not null && member.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a =>
            a.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CommandText" } text && text.Expression.ToString() == receiver && Said(a.Right)));
    }

    private static bool Said(SyntaxNode node)
    {
        var text = node.ToString();
        var where = text.IndexOf("where", StringComparison.OrdinalIgnoreCase);
        if (where < 0)
            return false;
        var condition = text.Substring(where);
        return Versions.Any(v => condition.IndexOf(v, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && condition.IndexOf('=', at) is > 0 and var sign && sign - at < v.Length + 6);
    }
}

/// <summary>What a caller must look at to learn of a failure.</summary>
internal enum OutcomeKind
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary>The bool beside a value that is given through <c>out</c>.</summary>
    Out,

    /// <summary>The count beside a filled buffer.</summary>
    Buffer,

    /// <summary>A flag of the value.</summary>
    Result,

    /// <summary>The status of an HTTP response.</summary>
    Response,
}
