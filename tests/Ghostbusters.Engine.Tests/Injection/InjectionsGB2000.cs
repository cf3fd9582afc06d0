using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A method that promises work in its name gives back a constant.</summary>
internal sealed class BodyStubbed : Injection
{
    public override string RuleId => "GB2001";

    // A check that lets everything pass, and an order that is always the same.
    public override ImmutableArray<string> AlsoSaidBy => ["GB4006", "GB8001"];

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in WorkNames.Methods(root)
            // An override, or what is there to be overridden, may have nothing to do; to try allows to fail.
        where method.ParameterList.Parameters.Count > 0 && !method.Modifiers.Any(static m => m.IsKind(SyntaxKind.OverrideKeyword) || m.IsKind(SyntaxKind.VirtualKeyword))
            && !method.Identifier.ValueText.StartsWith("Try", StringComparison.Ordinal) && !WorkNames.IsHandedOver(root, method.Identifier.ValueText)
        let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
        where body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any()
        from constant in Constants(model.GetDeclaredSymbol(method)!.ReturnType)
        select At(method, Replace(body, method.Body is null ? $"=> {constant}" : $"{{ return {constant}; }}"));

    private static string[] Constants(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Void => [],
        SpecialType.System_Boolean => ["true", "false"],
        SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double => ["0", "42", "default"],
        SpecialType.System_String => ["\"\"", "\"result\"", "string.Empty"],
        _ => type.NullableAnnotation == NullableAnnotation.Annotated ? ["null", "default"] : ["default!", "[]", "new()", "default"],
    };
}

/// <summary>A comment beside shipped code says that the real work is still to come.</summary>
internal sealed class WorkPutOff : Injection
{
    private static readonly string[] Phrases =
    [
        "For now, just take the first one", "Placeholder until the API is ready", "In production this should use a proper parser",
        "Simplified implementation, the other cases come later", "This is a stub, will be implemented later", "Mock data for now",
        "HACK: hardcoded for the demo", "Not implemented yet", "Temporary solution, needs a proper fix", "TODO: implement the actual logic here",
        "In a real application we would ask the server", "Dummy value, to be replaced", "Will be completed in phase 2", "FIXME: implement this properly",
        "This would normally come from the database", "Real implementation pending",
    ];

    public override string RuleId => "GB2003";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from statement in root.DescendantNodes().OfType<StatementSyntax>()
        where statement.Parent is BlockSyntax
        from phrase in Phrases
        select At(statement, InsertBefore(statement, $"// {phrase}\n"));
}
