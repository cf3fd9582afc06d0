using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Which parameters of the analysed code somebody outside fills.</summary>
internal sealed class ParameterSources(ImmutableArray<ParameterModel> models)
{
    private readonly NamedKinds _deriving = Of(models, ParameterMark.DerivingType);
    private readonly NamedKinds _attributes = Of(models, ParameterMark.Attribute);
    private readonly NamedKinds _parameterAttributes = Of(models, ParameterMark.ParameterAttribute);
    private readonly NamedKinds _parameterTypes = Of(models, ParameterMark.ParameterType);
    private readonly NamedKinds _beside = Of(models, ParameterMark.Beside);
    private readonly MemberIndex _delegates = new(models.Where(static m => m.MemberName is not null)
        .Select(static m => new MemberModel(m.TypeName, m.MemberName!) { Source = m.Source, IsExtension = true }));

    /// <summary>The names of the members that take a delegate whose parameters somebody outside fills.</summary>
    public IEnumerable<string> DelegateTakers => models.Select(static m => m.MemberName).OfType<string>();

    /// <summary>The names of the attributes, as they are written with their suffix and without.</summary>
    public IEnumerable<string> Attributes => models.Where(static m => m.Mark is ParameterMark.Attribute or ParameterMark.ParameterAttribute)
        .Select(static m => TypeNames.Simple(m.TypeName)).SelectMany(static name => new[] { name, WithoutSuffix(name) });

    /// <summary>What fills the parameter.</summary>
    public SourceKinds Of(IParameterSymbol parameter)
    {
        if (parameter.RefKind == RefKind.Out || parameter.ContainingSymbol is not IMethodSymbol method)
            return SourceKinds.None;
        if (MainMethod.IsArguments(parameter, method))
            return SourceKinds.CommandLine;
        var own = OfAttributes(parameter, _parameterAttributes) | _parameterTypes.OfTypeOrBases(parameter.Type);
        return method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && CanBeInput(parameter) ? own | OfMethod(parameter, method) : own;
    }

    /// <summary>What fills a property or field of the analysed code that carries an attribute.</summary>
    public SourceKinds OfMember(ISymbol member) =>
        member.Locations.Any(static l => l.IsInSource) ? OfAttributes(member, _attributes) | OfAttributes(member, _parameterAttributes) : SourceKinds.None;

    /// <summary>What fills the parameters of a delegate that is handed to this member.</summary>
    public SourceKinds OfDelegate(MemberTarget target) => _delegates.Of(target)?.Source ?? SourceKinds.None;

    /// <summary>
    /// Whether a caller outside can fill it: a service, a token, the context of the call or a value that the host makes is no
    /// input, though the context's members may be.
    /// </summary>
    public static bool CanBeInput(IParameterSymbol parameter)
    {
        if (parameter.GetAttributes().Any(static a => a.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute" or "FromServices" or "FromKeyedServices"))
            return false;
        var type = parameter.Type;
        return !HostMade.Contains(type.Name) && (type.TypeKind != TypeKind.Interface || IsDataInterface(type)) && type.TypeKind != TypeKind.Delegate;
    }

    private static readonly HashSet<string> HostMade = new(StringComparer.Ordinal)
    {
        "CancellationToken", "HttpContext", "HttpRequest", "HttpResponse", "HttpContextBase", "HttpRequestBase", "HttpRequestMessage", "ClaimsPrincipal",
        "ServerCallContext", "FunctionContext", "ExecutionContext", "TimeProvider", "HttpClient", "LinkGenerator", "ModelStateDictionary",
        // Interfaces that do not bind have no kind that says so.
        "ILogger", "IMediator", "ISender", "ILambdaContext", "IMapper", "IConfiguration", "IServiceProvider", "IServerStreamWriter",
    };

    private static bool IsDataInterface(ITypeSymbol type) =>
        type.Name is "IFormFile" or "IFormFileCollection" or "IFormCollection" or "IAsyncStreamReader"
        || type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    private SourceKinds OfMethod(IParameterSymbol parameter, IMethodSymbol method)
    {
        var kinds = OfAttributes(method, _attributes);
        foreach (var promised in PromisesOf(method))
            kinds |= OfAttributes(promised, _attributes);
        if (method.DeclaredAccessibility != Accessibility.Public || IsNoAction(method))
            return kinds;
        if (!method.IsStatic && method.ContainingType is { } type)
            kinds |= _deriving.OfBases(type);
        foreach (var beside in method.Parameters)
        {
            if (!SymbolEqualityComparer.Default.Equals(beside, parameter))
                kinds |= _beside.OfTypeOrBases(beside.Type);
        }

        return kinds;
    }

    // The attribute of a service contract stands on the interface.
    private static IEnumerable<ISymbol> PromisesOf(IMethodSymbol method)
    {
        for (var above = method.OverriddenMethod; above is not null; above = above.OverriddenMethod)
            yield return above;
        if (method.ContainingType is not { } type)
            yield break;
        foreach (var promised in type.AllInterfaces.SelectMany(i => i.GetMembers()).OfType<IMethodSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(promised), method))
                yield return promised;
        }
    }

    private static bool IsNoAction(IMethodSymbol method) =>
        method.GetAttributes().Any(static a => a.AttributeClass?.Name is "NonActionAttribute" or "NonAction")
        || method.Name is "Equals" or "Dispose" or "DisposeAsync" or "OnActionExecuting" or "OnActionExecuted" or "OnDisconnectedAsync";

    private static SourceKinds OfAttributes(ISymbol symbol, NamedKinds kinds)
    {
        var all = SourceKinds.None;
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type)
                all |= kinds.OfTypeOrBases(type);
        }

        return all;
    }

    private static NamedKinds Of(ImmutableArray<ParameterModel> models, ParameterMark mark) => new(models.Where(m => m.Mark == mark));

    private static string WithoutSuffix(string name)
    {
        const string suffix = "Attribute";
        return name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
    }
}
