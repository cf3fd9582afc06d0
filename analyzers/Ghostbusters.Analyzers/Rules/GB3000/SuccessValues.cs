using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Recognises the values by which a method says that it succeeded.</summary>
internal static class SuccessValues
{
    private static readonly HashSet<string> Members =
        ["Success", "Succeeded", "Succeed", "Successful", "SuccessResult", "Ok", "OK", "Okay", "Completed", "Healthy", "Valid"];

    private static readonly HashSet<string> Factories = ["Accepted", "Created", "CreatedAtAction", "CreatedAtRoute", "CompletedSuccessfully", "FromSuccess", "AsSuccess"];

    private static readonly HashSet<string> Flags =
        ["Success", "IsSuccess", "Succeeded", "IsSuccessful", "Successful", "IsSucceeded", "Ok", "IsOk", "HasSucceeded", "IsValid"];

    private static readonly HashSet<string> Types = ["OkResult", "OkObjectResult", "SuccessResult"];

    /// <summary>How the code writes the success that this value is; null where it is none, or not known to be one.</summary>
    /// <param name="returned">The returned expression.</param>
    /// <param name="value">What is known of its value there.</param>
    /// <param name="method">The method that returns it.</param>
    /// <param name="body">The method's operations as they are written: the flow graph takes initializers apart.</param>
    public static string? NameOf(IOperation returned, FlowValue value, IMethodSymbol method, IOperation body)
    {
        var operation = ReturnedValue.Of(returned, value, body);
        var constant = value.Kind == FlowValueKind.Constant ? value.Constant
            : operation.ConstantValue is { HasValue: true } own ? own.Value : null;
        if (constant is not null)
            return NameOfConstant(constant, ResultType(method), method, body);
        return operation switch
        {
            IInvocationOperation call when !SaysFailure(call) => NameOfCall(call),
            IObjectCreationOperation creation when !SaysFailure(creation) => NameOfObject(creation),
            IMemberReferenceOperation { Instance: null } reference when Members.Contains(reference.Member.Name) => $"{reference.Member.ContainingType.Name}.{reference.Member.Name}",
            _ => null,
        };
    }

    /// <summary>Whether a property or parameter of this name says, by being true, that something succeeded.</summary>
    public static bool IsFlag(string name) => Flags.Contains(name) || Flags.Any(f => f.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the method gives: the T of a <c>Task&lt;T&gt;</c>, its return type otherwise.</summary>
    public static ITypeSymbol ResultType(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results } ? results[0] : method.ReturnType;

    private static string? NameOfConstant(object constant, ITypeSymbol type, IMethodSymbol method, IOperation body)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments })
            type = arguments[0];
        if (constant is true)
            return type.SpecialType == SpecialType.System_Boolean ? "true" : null;
        if (type is { TypeKind: TypeKind.Enum })
        {
            var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant));
            return member is not null && Members.Contains(member.Name) ? $"{type.Name}.{member.Name}" : null;
        }

        // An exit code of zero.
        return constant is 0 && ExitCode.IsGivenBy(method, body) ? "0" : null;
    }

    private static string? NameOfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name == "StatusCode" && call.Arguments.Length > 0 && IsOkStatus(call.Arguments[0].Value))
            return "StatusCode(200)";
        return Members.Contains(method.Name) || (Factories.Contains(method.Name) && method.ReturnType.Name.EndsWith("Result", StringComparison.Ordinal))
            ? $"{method.Name}()" : null;
    }

    private static string? NameOfObject(IObjectCreationOperation creation)
    {
        if (creation.Type is { } type && Types.Contains(type.Name))
            return type.Name;
        foreach (var (name, value) in Parts(creation))
        {
            if (IsFlag(name) && IsTrue(value))
                return $"{name} = true";
            if (name.Equals("statusCode", StringComparison.OrdinalIgnoreCase) && IsOkStatus(value))
                return $"{name} = 200";
        }

        return null;
    }

    // `Ok(new { success = false })`, `new Reply { Error = … }`, `Ok("failed")`: the payload tells.
    private static bool SaysFailure(IOperation value) => value.DescendantsAndSelf().Any(static o => o switch
    {
        IObjectCreationOperation creation => Parts(creation).Any(static p => (IsFlag(p.Name) && p.Value.ConstantValue is { HasValue: true, Value: false }) || FailureWords.IsIn(p.Name)),
        IAnonymousObjectCreationOperation anonymous => anonymous.Initializers.OfType<ISimpleAssignmentOperation>().Any(static a => a.Target is IPropertyReferenceOperation p
            && ((IsFlag(p.Property.Name) && a.Value.ConstantValue is { HasValue: true, Value: false }) || FailureWords.IsIn(p.Property.Name))),
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } => FailureWords.IsIn(parameter.Name),
        ILiteralOperation { ConstantValue.Value: string text } => FailureWords.IsIn(text),
        _ => false,
    });

    private static IEnumerable<(string Name, IOperation Value)> Parts(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments.Where(static a => a.Parameter is not null && a.ArgumentKind == ArgumentKind.Explicit))
            yield return (argument.Parameter!.Name, argument.Value);
        foreach (var assignment in creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            if (assignment.Target is IMemberReferenceOperation target)
                yield return (target.Member.Name, assignment.Value);
        }
    }

    private static bool IsTrue(IOperation value) => value.ConstantValue is { HasValue: true, Value: true };

    private static bool IsOkStatus(IOperation value) => value.ConstantValue is { HasValue: true, Value: 200 };
}
