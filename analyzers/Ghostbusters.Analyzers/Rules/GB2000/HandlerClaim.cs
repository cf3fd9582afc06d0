using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>What an empty method is called for, and by whom: the claim that its body contradicts.</summary>
internal static class HandlerClaim
{
    private static readonly HashSet<string> HandlerMethods = new(StringComparer.Ordinal)
    {
        "Handle", "HandleAsync", "Consume", "ConsumeAsync", "Execute", "ExecuteAsync", "Process", "ProcessAsync", "ProcessMessageAsync", "Run", "RunAsync", "HandleMessageAsync", "OnMessage", "OnMessageAsync",
    };

    private static readonly string[] HandlerTypes = ["Handler", "Consumer", "Job", "Command", "Worker", "Processor", "Subscriber", "Service", "Task", "Receiver", "Responder"];

    // Members that are there for who wants them: their default is to do nothing.
    private static readonly string[] Optional = ["Base", "Adapter", "Visitor", "Listener", "Walker", "Hooks", "Observer", "Lifetime"];

    private static readonly HashSet<string> Idle = new(StringComparer.OrdinalIgnoreCase)
    {
        "ignore", "ignored", "ignoring", "discard", "discarding", "swallow", "suppress", "drain", "skip", "drop", "readonly", "read", "memory", "default", "nothing", "idle", "keepalive", "blackhole", "trivial",
    };

    /// <summary>Whether its type or its own name says that nothing is to happen, or its type is one to derive from.</summary>
    public static bool IsIdleByName(MethodDeclarationSyntax method) =>
        method.Parent is not TypeDeclarationSyntax type || type.Modifiers.Any(static m => m.ValueText == "abstract")
        || Optional.Any(end => type.Identifier.ValueText.EndsWith(end, StringComparison.Ordinal))
        || PascalWords.Of(type.Identifier.ValueText).Concat(PascalWords.Of(method.Identifier.ValueText)).Any(Idle.Contains);

    /// <summary>The claim in words; null where there is none.</summary>
    public static string? Of(MethodDeclarationSyntax syntax, IMethodSymbol method, Implementers implementers, Subscriptions subscriptions)
    {
        if (method.IsOverride)
            return OfOverride(syntax, method);
        if (OfInterface(syntax, method, implementers) is { } claim)
            return claim;
        return !HonestStub.ImplementsInterface(method) && method.ReturnsVoid && method.Parameters.Length is 1 or 2
            && method.Parameters[method.Parameters.Length - 1].Type.Name is var last && (last.EndsWith("EventArgs", StringComparison.Ordinal) || HonestStub.IsEventHandler(method))
            && subscriptions.Find(method.Name) is { } subscription ? $"is subscribed to '{subscription.Event}'" : null;
    }

    // A handler whose whole contract is this method, or an effect that the only implementer of a contract owes.
    private static string? OfInterface(MethodDeclarationSyntax syntax, IMethodSymbol method, Implementers implementers)
    {
        if (method.DeclaredAccessibility != Accessibility.Public)
            return null;
        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            if (contract.TypeKind == TypeKind.Error || !contract.GetMembers(method.Name).Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method)))
                continue;
            if (HandlerMethods.Contains(method.Name) && IsHandler(contract) && IsOnlyMember(contract))
                return $"is all that '{contract.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is for";
            var effect = Effect(syntax);
            if (effect is not null && contract.DeclaringSyntaxReferences.Length > 0 && implementers.IsSole(contract))
                return $"claims to {effect}, and nothing else implements '{contract.Name}'";
            if ((effect is not null || contract.Name == "IProgress") && IsOnlyMember(contract) && HoldsWhatItWorksWith(syntax, method))
                return $"is all that '{contract.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is for, and '{method.ContainingType.Name}' holds what it would {effect ?? "report"} with";
        }

        return null;
    }

    private static bool IsOnlyMember(INamedTypeSymbol contract) => contract.GetMembers().Count(static m => m is IMethodSymbol or IPropertySymbol or IEventSymbol) == 1;

    // What does nothing on purpose is given nothing to do it with: no other member of the type reads what it is given.
    private static bool HoldsWhatItWorksWith(MethodDeclarationSyntax syntax, IMethodSymbol method) =>
        method.ContainingType.InstanceConstructors.Any(static c => !c.IsImplicitlyDeclared && !c.Parameters.IsEmpty)
        && syntax.Parent is TypeDeclarationSyntax { Members: var members } && !members.OfType<MethodDeclarationSyntax>().Any(m => m != syntax && !EmptyBody.Is(m) && !m.Modifiers.Any(static t => t.ValueText == "static") && m.Identifier.ValueText is not ("Dispose" or "DisposeAsync"));

    private static string? OfOverride(MethodDeclarationSyntax syntax, IMethodSymbol method)
    {
        if (method.OverriddenMethod is not { } overridden)
            return null;
        if (overridden.IsAbstract)
        {
            // Who overrides another member of the same base does the work there.
            var isAll = overridden.ContainingType.GetMembers().Count(static m => m.IsAbstract) == 1
                && method.ContainingType.GetMembers().OfType<IMethodSymbol>().Count(m => SymbolEqualityComparer.Default.Equals(m.OverriddenMethod?.ContainingType, overridden.ContainingType)) == 1;
            return isAll && ((HandlerMethods.Contains(method.Name) && IsHandler(overridden.ContainingType)) || Effect(syntax) is not null)
                ? $"is all that '{overridden.ContainingType.Name}' leaves to '{method.ContainingType.Name}'" : null;
        }

        // An override that takes an effect away.
        return Effect(syntax) is { } effect && overridden.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax inherited && Works(inherited)
            ? $"claims to {effect}, as the member that it overrides does" : null;
    }

    private static bool Works(MethodDeclarationSyntax inherited) => !EmptyBody.Is(inherited) && (inherited.ExpressionBody is { } arrow
        ? arrow.Expression is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax
        : inherited.Body?.Statements is { Count: > 0 } statements && statements[0] is not (ThrowStatementSyntax or ReturnStatementSyntax { Expression: null or LiteralExpressionSyntax }));

    // `Update` alone is what frame loops call.
    private static string? Effect(MethodDeclarationSyntax syntax) =>
        syntax.Identifier.ValueText is not "Update" and not "Process" and not "Sync" && WorkClaim.OfName(syntax.Identifier.ValueText) is { IsEffect: true } claim ? claim.Words : null;

    private static bool IsHandler(INamedTypeSymbol type) => HandlerTypes.Any(end => type.Name.EndsWith(end, StringComparison.Ordinal));
}
