using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>The registration of a fake as the implementation of a contract: <c>services.AddSingleton&lt;IMailer, FakeMailer&gt;()</c>.</summary>
internal static class FakeRegistration
{
    /// <summary>The registering call that hands the named type out; null where the name stands for something else.</summary>
    public static InvocationExpressionSyntax? CallWith(SimpleNameSyntax name)
    {
        var call = name.Parent switch
        {
            TypeArgumentListSyntax { Arguments: { Count: 2 } arguments, Parent: GenericNameSyntax generic } when arguments[1] == name => generic.Parent as InvocationExpressionSyntax ?? generic.Parent?.Parent as InvocationExpressionSyntax,
            TypeOfExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 2, Parent: InvocationExpressionSyntax of } list } argument } when list.Arguments[1] == argument => of,
            BaseObjectCreationExpressionSyntax creation => CallAround(creation),
            _ => null,
        };
        return call is not null && IsRegistration(AnswerPath.NameOf(call)) && call.Expression is MemberAccessExpressionSyntax ? call : null;
    }

    /// <summary>The contract that the call registers; null where it names none, or one that is about fakes itself.</summary>
    public static ITypeSymbol? ContractOf(InvocationExpressionSyntax call, INamedTypeSymbol fake, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method || !IsOnServices(method))
            return null;
        var contract = method.TypeArguments.FirstOrDefault()
            ?? (call.ArgumentList.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax of ? model.GetTypeInfo(of.Type, cancellation).Type : null);
        return contract is null || SymbolEqualityComparer.Default.Equals(contract, fake) || contract.TypeKind == TypeKind.Error || ArtificialName.Of(contract.Name) != Artificiality.None
            ? null : contract;
    }

    // Try… leaves room for the real one, which then wins.
    private static bool IsRegistration(string name) => name is "AddSingleton" or "AddScoped" or "AddTransient" or "AddKeyedSingleton" or "AddKeyedScoped" or "AddKeyedTransient" or "AddHttpClient";

    // `new FakeMailer()` as the instance, or as what the factory's lambda gives.
    private static InvocationExpressionSyntax? CallAround(ExpressionSyntax creation)
    {
        SyntaxNode node = creation.Parent is LambdaExpressionSyntax lambda ? lambda : creation;
        return node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ? call : null;
    }

    private static bool IsOnServices(IMethodSymbol method) =>
        (method.ReducedFrom ?? method).Parameters.FirstOrDefault()?.Type.Name == "IServiceCollection" || method.ContainingType?.Name == "IServiceCollection";
}
