using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>Answers by which a check says that its input is good.</summary>
internal static class AcceptingAnswer
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Success", "Succeeded", "Valid", "Allowed", "Allow", "Authorized", "Authenticated", "Granted", "Ok", "OK", "Accepted", "Accept", "Approved", "Permit", "Permitted", "Verified", "Trusted", "SuccessRehashNeeded", "Passed",
    };

    private static readonly HashSet<string> Flags = new(StringComparer.OrdinalIgnoreCase)
        { "IsValid", "Valid", "IsSuccess", "Success", "Succeeded", "IsAuthorized", "IsAuthenticated", "IsAllowed", "Allowed", "IsVerified" };

    /// <summary>Whether a method of this type says by its answer whether the input is good.</summary>
    public static bool IsVerdict(ITypeSymbol type)
    {
        var given = Given(type);
        return given.SpecialType == SpecialType.System_Boolean || given.TypeKind == TypeKind.Enum && given.GetMembers().Any(static m => Names.Contains(m.Name))
            || (given.TypeKind is TypeKind.Class or TypeKind.Struct && given.Name.EndsWith("Result", StringComparison.Ordinal));
    }

    /// <summary>How the answer is written; null where it is none by which the input is taken, or may be another one.</summary>
    public static string? Of(IOperation returned, ValueAnalysis values)
    {
        var known = values.At(returned);
        if (known.Kind == FlowValueKind.Constant)
            return OfConstant(known.Constant, returned.Type);
        if (known.OriginOperation is { } origin && origin != returned)
            return Of(origin, values);
        return returned switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => OfConstant(constant, returned.Type),
            IConversionOperation conversion => Of(conversion.Operand, values),
            IParenthesizedOperation inner => Of(inner.Operand, values),
            IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: { Length: 1 } arguments } => Of(arguments[0].Value, values),
            IObjectCreationOperation { Type.Name: "ValueTask", Arguments: { Length: 1 } arguments } => Of(arguments[0].Value, values),
            IInvocationOperation { TargetMethod: { IsStatic: true } method } call when Names.Contains(method.Name) && call.Arguments.All(static a => !MentionsFailure(a)) => $"{method.ContainingType.Name}.{method.Name}()",
            IMemberReferenceOperation { Instance: null, Member: { } member } when Names.Contains(member.Name) && member.ContainingType.Name.EndsWith("Result", StringComparison.Ordinal) => $"{member.ContainingType.Name}.{member.Name}",
            IObjectCreationOperation creation when creation.Initializer is null => OfArguments(creation),
            _ => null,
        };
    }

    /// <summary>The awaited type of a task, or the type itself.</summary>
    public static ITypeSymbol Given(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments })
            type = arguments[0];
        return TypeFacts.WithoutNullable(type) ?? type;
    }

    private static string? OfArguments(IObjectCreationOperation creation) =>
        creation.Arguments.FirstOrDefault(static a => a.Parameter is { Type.SpecialType: SpecialType.System_Boolean } p && Flags.Contains(p.Name)) is { Value.ConstantValue: { HasValue: true, Value: true } } flag
            ? $"{flag.Parameter!.Name}: true" : null;

    private static string? OfConstant(object? constant, ITypeSymbol? type)
    {
        if (constant is true)
            return "true";
        return TypeFacts.WithoutNullable(type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } named
            && named.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant)) is { } member && Names.Contains(member.Name) ? $"{named.Name}.{member.Name}" : null;
    }

    private static bool MentionsFailure(IOperation argument) => argument.Syntax.ToString() is var text
        && (text.IndexOf("false", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("error", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("fail", StringComparison.OrdinalIgnoreCase) >= 0);
}
