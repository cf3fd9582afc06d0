using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Reads an annotated method.</summary>
internal static class FunctionReader
{
    public static FunctionModel Read(IMethodSymbol method, Compilation compilation, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var location = LocationModel.Of(method.Locations.FirstOrDefault());
        var kind = EventOf(method);
        var task = TaskOf(method.ReturnType);
        var resultKind = ResultOf(kind, task.Result);
        var parameters = method.Parameters.Select(parameter => ParameterReader.Read(parameter, kind, RouteNames(method))).ToImmutableArray();
        var function = new FunctionModel(
            method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString(),
            method.ContainingType.Name,
            method.ContainingType.FullName(),
            method.Name,
            method.ContainingType.DeclaredAccessibility == Accessibility.Public,
            !method.ContainingType.InstanceConstructors.Any(constructor =>
                constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal),
            kind,
            task.IsTask,
            resultKind,
            task.Result?.FullName(),
            new(parameters),
            SerializerOf(method, compilation),
            location,
            default);
        return function with
        {
            Diagnostics = new([.. MethodRules.Check(method, function).Concat(EventRules.Check(method, kind))
                .Select(problem => new DiagnosticModel(problem.Id, problem.Argument, location))]),
        };
    }

    private static EventKind EventOf(IMethodSymbol method)
    {
        if (method.Has(Names.RestApi))
            return EventKind.RestApi;

        if (method.Attribute(Names.HttpApi) is { } api)
            return api.Named("Version") is 0 ? EventKind.HttpApiV1 : EventKind.HttpApiV2;

        return method.Has(Names.SqsEvent) ? EventKind.Sqs
            : method.Has(Names.S3Event) ? EventKind.S3
            : method.Has(Names.DynamoDbEvent) ? EventKind.DynamoDb
            : method.Has(Names.ScheduleEvent) ? EventKind.Schedule
            : EventKind.Any;
    }

    private static (bool IsTask, ITypeSymbol? Result) TaskOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Void } => (false, null),
        INamedTypeSymbol { TypeArguments: [var result] } named when named.Is("System.Threading.Tasks.Task") => (true, result),
        _ when type.Is("System.Threading.Tasks.Task") => (true, null),
        _ => (false, type),
    };

    private static ResultKind ResultOf(EventKind kind, ITypeSymbol? result)
    {
        if (result is null)
            return ResultKind.Nothing;

        if (result.SelfAndInterfaces().Any(type => type.Is(Names.HttpResult)))
            return ResultKind.HttpResult;

        if (!kind.IsApi() || result.Is(kind.ResponseType()))
            return ResultKind.PassedOn;

        return result.SpecialType == SpecialType.System_String ? ResultKind.Text
            : result.IsValueType ? ResultKind.Scalar
            : ResultKind.Json;
    }

    private static string? SerializerOf(IMethodSymbol method, Compilation compilation)
    {
        var attribute = method.Attribute(Names.Serializer) ?? compilation.Assembly.Attribute(Names.Serializer);
        return attribute?.ConstructorArguments is [{ Value: ITypeSymbol type }] ? type.FullName() : null;
    }

    /// <summary>The names in <c>/scans/{id}/files/{path+}</c>.</summary>
    private static ImmutableArray<string> RouteNames(IMethodSymbol method)
    {
        var attribute = method.Attribute(Names.RestApi) ?? method.Attribute(Names.HttpApi);
        return attribute?.ConstructorArguments is [_, { Value: string template }] ? [.. Braced(template)] : [];
    }

    private static IEnumerable<string> Braced(string template)
    {
        foreach (var part in template.Split(['{'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.IndexOf('}') is > 0 and var end)
                yield return part.Substring(0, end).TrimEnd('+');
        }
    }
}
