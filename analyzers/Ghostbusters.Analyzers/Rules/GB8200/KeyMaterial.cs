using System.Collections.Immutable;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Keys of ciphers, MACs and signatures, and passwords of logins, that are bytes or texts of the source, also through a local or a field.</summary>
internal static class KeyMaterial
{
    private const int ShortestKey = 8;
    private const int ShortestPassword = 4;

    /// <summary>The operations that hand key material over.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } = [OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.Binary];

    /// <summary>Reports the key where it is handed over, unless the literal itself stands there and is reported by its name.</summary>
    public static void Analyze(OperationAnalysisContext context, ShippedCode shipped)
    {
        var isPassword = PasswordOf(context.Operation) is not null;
        if ((PasswordOf(context.Operation) ?? KeyOf(context.Operation)) is not { } key)
            return;
        var (source, text) = SourceOf(key, context.CancellationToken);
        if (!(isPassword ? text is { Length: >= ShortestPassword } && SecretValue.IsSecret(text, SecretKind.Password) : IsConstant(source, text)) || IsReportedByName(source, key.SemanticModel, context.CancellationToken) || !shipped.Contains(context.Operation.Syntax.SyntaxTree))
            return;
        context.ReportDiagnostic(HardCodedSecret.Finding(key.Syntax, isPassword ? "This password" : "This key", text ?? ""));
    }

    private static IOperation? KeyOf(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol type } creation =>
            creation.Arguments.FirstOrDefault(a => a.Parameter is { } p && a.ArgumentKind == ArgumentKind.Explicit && SecretTarget.IsKeyOf(type, p))?.Value,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Key" } property } } assignment when IsCipher(property.ContainingType) => assignment.Value,
        _ => null,
    };

    // `new NetworkCredential(user, text)`, and `"…;Password=" + text`: a literal that stands there itself is found by its name.
    private static IOperation? PasswordOf(IOperation operation) => operation switch
    {
        IObjectCreationOperation { Type: { Name: "NetworkCredential", ContainingNamespace.Name: "Net" } } creation => creation.Arguments.FirstOrDefault(static a => a.Parameter is { Name: "password", Type.SpecialType: SpecialType.System_String })?.Value is { } value && Unwrap(value) is not ILiteralOperation ? value : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand.ConstantValue: { HasValue: true, Value: string start }, RightOperand: var end } when EndsInPassword(start) && Unwrap(end) is ILocalReferenceOperation or IFieldReferenceOperation => end,
        _ => null,
    };

    private static bool EndsInPassword(string start)
    {
        var text = start.TrimEnd();
        return text.EndsWith("=", StringComparison.Ordinal) && new[] { "password", "pwd" }.Any(w => text.TrimEnd('=', ' ').EndsWith(w, StringComparison.OrdinalIgnoreCase)) && text.IndexOf(';') >= 0;
    }

    private static bool IsCipher(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "SymmetricAlgorithm" or "KeyedHashAlgorithm", ContainingNamespace.Name: "Cryptography" })
                return true;
        }

        return false;
    }

    // Where the key comes from, and its text where it is one: a local's value at this point by flow, a read-only field's by its initializer.
    private static (IOperation Source, string? Text) SourceOf(IOperation key, CancellationToken cancellation)
    {
        var inner = Unwrap(key);
        if (inner is ILocalReferenceOperation && inner.SemanticModel is { } model
            && inner.Syntax.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method && FlowGraph.Of(method, model, cancellation) is { } graph
            && graph.Operations().FirstOrDefault(o => o is ILocalReferenceOperation && o.Syntax == inner.Syntax) is { } place)
        {
            var values = ValueAnalysis.Of(graph, cancellation);
            inner = Unwrap(values.At(place).OriginOperation ?? place);
            var known = values.At(inner);
            return (known.OriginOperation ?? inner, known.Constant as string);
        }

        if (inner is IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaringSyntaxReferences.Length: 1 } field }
            && field.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value } && inner.SemanticModel is { } own
            && value.SyntaxTree == own.SyntaxTree && own.GetOperation(value, cancellation) is { } initial && SecretName.KindOf(field.Name) == SecretKind.None)
        {
            inner = Unwrap(initial);
        }

        return (inner, inner.ConstantValue is { HasValue: true, Value: string text } ? text : null);
    }

    private static IOperation Unwrap(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Unwrap(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "GetBytes" or "FromBase64String" or "FromHexString", Arguments.Length: 1 } call => Unwrap(call.Arguments[0].Value),
        _ => operation,
    };

    // `new HMACSHA256(Encoding.UTF8.GetBytes("…"))` and a constant that is called a secret are found where the literal stands.
    private static bool IsReportedByName(IOperation source, SemanticModel? model, CancellationToken cancellation) => source switch
    {
        ILiteralOperation { Syntax: LiteralExpressionSyntax literal } when model is not null && literal.SyntaxTree == model.SyntaxTree =>
            HardCodedSecret.NameOf(literal, literal.Token.ValueText, model, cancellation) is not null || TokenShape.FindIn(literal.Token.ValueText) is not null,
        IFieldReferenceOperation field => SecretName.KindOf(field.Field.Name) != SecretKind.None,
        ILocalReferenceOperation local => SecretName.KindOf(local.Local.Name) != SecretKind.None,
        _ => false,
    };

    private static bool IsConstant(IOperation source, string? text) => source switch
    {
        _ when text is not null => text.Length >= ShortestKey && SecretValue.IsKey(text),
        IArrayCreationOperation { Initializer.ElementValues: var bytes } => IsKey(bytes),
        ICollectionExpressionOperation collection => IsKey(collection.Elements),
        _ => false,
    };

    // Zeros are a buffer that is filled later.
    private static bool IsKey(ImmutableArray<IOperation> bytes) =>
        bytes.Length >= ShortestKey && bytes.All(static b => b.ConstantValue.HasValue) && bytes.Select(static b => b.ConstantValue.Value).Distinct().Count() > 1;
}
