using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A body that only writes its input in another way: everything that it does is known, and none of it needs a secret.</summary>
internal sealed class MereEncoding
{
    private const int MostCalls = 3;

    // Types of the runtime that change how bytes are written, and nothing else.
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "Convert", "String", "Enumerable", "Array", "BitConverter", "StringBuilder", "MemoryStream", "Stream", "StreamWriter", "TextWriter", "BinaryWriter", "WebUtility", "HttpUtility", "Uri", "Char", "Math", "MemoryExtensions", "Buffer", "ArgumentNullException",
        "ArgumentException", "List", "Object", "Task", "ValueTask", "JsonSerializer", "Span", "ReadOnlySpan", "Byte", "Int32", "CultureInfo", "Base64Url", "Exception", "Encoding", "UTF8Encoding", "ASCIIEncoding", "UnicodeEncoding", "Memory", "ReadOnlyMemory", "Dictionary",
    };

    private static readonly HashSet<string> Packers = new(StringComparer.Ordinal) { "GZipStream", "DeflateStream", "BrotliStream", "ZLibStream", "BrotliEncoder" };

    private readonly SourceBodies _bodies;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<string> _steps = new(StringComparer.Ordinal);

    private MereEncoding(SourceBodies bodies, CancellationToken cancellation)
    {
        _bodies = bodies;
        _cancellation = cancellation;
    }

    /// <summary>What the body does, in words; null where it does something that is not known, or keeps a secret.</summary>
    public static string? Of(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model, SecrecyClaim claim, SourceBodies bodies, CancellationToken cancellation)
    {
        if (DataOf(symbol) is not { } data || !IsText(AcceptingAnswer.Given(symbol.ReturnType)) || model.GetOperation(method, cancellation) is not { } body)
            return null;

        // A key that it is given may be one; what it makes of it is not judged here.
        if (body.Descendants().OfType<IParameterReferenceOperation>().Any(p => !SymbolEqualityComparer.Default.Equals(p.Parameter, data) && IsText(p.Parameter.Type) && !IsPresenceTest(p)))
            return null;
        var reading = new MereEncoding(bodies, cancellation);
        if (!reading.Reads(body, 0))
            return null;
        var steps = reading._steps;
        return steps.Contains("xor") ? "XORs it with what stands in the code"
            : steps.Contains("shift") ? "moves each sign by what stands in the code"
            : steps.Contains("code") ? claim.IsHash ? "takes 'GetHashCode', 32 bits that are easily met" : null
            : steps.Contains("reverse") ? "turns it round"
            : steps.Contains("pack") ? "compresses it"
            : steps.Contains("base64") ? "writes it in Base64"
            : steps.Contains("hex") ? "writes it in hex"
            : IsGivenBack(method, model, data, cancellation) ? "gives it back as it came" : null;
    }

    private bool Reads(IOperation body, int depth) => body.DescendantsAndSelf().All(o => o switch
    {
        IInvocationOperation call => ReadsCall(call, depth),
        IObjectCreationOperation creation => ReadsCreation(creation),
        IBinaryOperation binary => ReadsArithmetic(binary),
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.ExclusiveOr } xor => IsWritten(xor.Value) && _steps.Add("xor") | true,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift or BinaryOperatorKind.Multiply } => false,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Target.Type.SpecialType: SpecialType.System_Byte or SpecialType.System_Char } shift => IsWritten(shift.Value) && _steps.Add("shift") | true,
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IInvalidOperation or IFunctionPointerInvocationOperation => false,
        IFieldReferenceOperation { Field: { } field } reference => field.IsConst || IsWritten(reference) || ConstantResult.IsOfSystem(field.ContainingType) || field.Type.Name is "ILogger",
        IPropertyReferenceOperation { Property: { } property } => ConstantResult.IsOfSystem(property.ContainingType) || Plain.Contains(property.ContainingType.Name),
        _ => true,
    });

    private bool ReadsCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (Inert.Read(call) is Act.Log or Act.Guard)
            return true;
        if (method.ContainingNamespace?.Name == "Cryptography")
            return false;
        var step = method.Name switch
        {
            "ToBase64String" or "TryToBase64Chars" or "EncodeToString" => "base64",
            "ToHexString" or "ToHexStringLower" => "hex",
            "ToString" when method.ContainingType.Name is "BitConverter" or "Byte" => "hex",
            "Reverse" => "reverse",
            "GetHashCode" => "code",
            _ => null,
        };
        if (step is not null)
            _steps.Add(step);
        if (Packers.Contains(method.ContainingType.Name) || Packers.Contains(call.Instance?.Type?.Name ?? ""))
            return _steps.Add("pack") | true;
        if (IsPlain(method.ContainingType))
            return true;
        return depth < MostCalls && _bodies.Of(method, _cancellation) is { } callee && callee.Graph.Source.OriginalOperation is { } body && Reads(body, depth + 1);
    }

    private bool ReadsCreation(IObjectCreationOperation creation)
    {
        if (creation.Type is not { } type)
            return false;
        if (Packers.Contains(type.Name))
            return _steps.Add("pack") | true;
        return IsPlain(type) || type.Name.EndsWith("Exception", StringComparison.Ordinal) || type.Name is "String";
    }

    private bool ReadsArithmetic(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ExclusiveOr when binary.Type?.SpecialType != SpecialType.System_Boolean:
                return (IsWritten(binary.LeftOperand) || IsWritten(binary.RightOperand)) && _steps.Add("xor") | true;
            case BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift or BinaryOperatorKind.Multiply or BinaryOperatorKind.And:
                return false;
            case BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when IsNarrowed(binary):
                return (IsWritten(binary.LeftOperand) || IsWritten(binary.RightOperand)) && _steps.Add("shift") | true;
            default:
                return true;
        }
    }

    // `(char)(c + 3)`.
    private static bool IsNarrowed(IOperation operation)
    {
        for (var o = operation.Parent; o is IBinaryOperation or IParenthesizedOperation or IConversionOperation; o = o.Parent)
        {
            if (o is IConversionOperation { Type.SpecialType: SpecialType.System_Char or SpecialType.System_Byte })
                return true;
        }

        return false;
    }

    // A constant, or an element of what is written down in a field that never changes.
    private static bool IsWritten(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => true,
        IConversionOperation conversion => IsWritten(conversion.Operand),
        IParenthesizedOperation inner => IsWritten(inner.Operand),
        IArrayElementReferenceOperation element => IsWritten(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } text } => IsWritten(text),
        IPropertyReferenceOperation { Property.Name: "Length", Instance: { } text } => IsWritten(text),
        IFieldReferenceOperation { Field: { IsConst: true } } => true,
        IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaringSyntaxReferences: { Length: 1 } declared } } => declared[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial } && IsLiteral(initial),
        ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: { Length: 1 } declared } } => declared[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial } && IsLiteral(initial),
        _ => false,
    };

    private static bool IsLiteral(SyntaxNode value) => value.DescendantNodesAndSelf().Any(static n => n is LiteralExpressionSyntax)
        && !value.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static c => c.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" or "FromBase64String" or "FromHexString" or "ToCharArray" })
        && !value.DescendantNodesAndSelf().Any(static n => n is BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax);

    private static bool IsPlain(ITypeSymbol type) => Plain.Contains(type.Name) && ConstantResult.IsOfSystem(type) && type.ContainingNamespace?.Name != "Cryptography";

    private static IParameterSymbol? DataOf(IMethodSymbol method) => method.Parameters.FirstOrDefault(static p => IsText(p.Type));

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String
        || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char }
        || type is INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory" or "IEnumerable", TypeArguments: { Length: 1 } arguments } && arguments[0].SpecialType is SpecialType.System_Byte or SpecialType.System_Char;

    private static bool IsPresenceTest(IOperation parameter)
    {
        for (var o = parameter.Parent; o is not null and not IExpressionStatementOperation and not IBlockOperation; o = o.Parent)
        {
            if (o is IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ThrowIfNull" or "ThrowIfNullOrEmpty" } or IIsPatternOperation or INameOfOperation or IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: null } })
                return true;
        }

        return false;
    }

    private static bool IsGivenBack(MethodDeclarationSyntax method, SemanticModel model, IParameterSymbol data, CancellationToken cancellation)
    {
        if (FlowGraph.Of(method, model, cancellation) is not { } graph)
            return false;
        var values = ValueAnalysis.Of(graph, cancellation);
        var returned = graph.Blocks.Where(b => values.IsReachable(b.Ordinal) && b is { ConditionKind: ControlFlowConditionKind.None, BranchValue: not null, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return })
            .Select(static b => b.BranchValue!).ToList();
        return returned.Count > 0 && returned.TrueForAll(r => Comes(r, values, data));
    }

    private static bool Comes(IOperation value, ValueAnalysis values, IParameterSymbol data)
    {
        var known = values.At(value);
        if (Equals(known.Origin, data))
            return true;
        return (known.OriginOperation ?? value) switch
        {
            IInvocationOperation { TargetMethod: { Name: "GetBytes" or "GetString" or "ToArray" or "ToCharArray" or "FromResult" or "Trim" or "Clone" } } call =>
                call.Instance is { } instance && Comes(instance, values, data) || call.Arguments.Any(a => Comes(a.Value, values, data)),
            IConversionOperation conversion when conversion != value || conversion.Operand != value => Comes(conversion.Operand, values, data),
            _ => false,
        };
    }
}
