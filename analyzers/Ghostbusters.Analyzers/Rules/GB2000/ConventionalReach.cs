using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Types and members that a framework, a compiler or a serializer finds by itself: by a base, an attribute or a name.</summary>
internal static class ConventionalReach
{
    private static readonly HashSet<string> ByName = new(StringComparer.Ordinal)
    {
        // The language.
        "Main", "Dispose", "DisposeAsync", "Deconstruct", "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "GetAwaiter", "GetResult", "GetPinnableReference", "Slice", "Add",
        "AppendLiteral", "AppendFormatted", "Select", "SelectMany", "Where", "GroupBy", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Join", "GroupJoin", "Cast",
        // Frameworks.
        "Configure", "ConfigureServices", "ConfigureContainer", "ConfigureAppConfiguration", "Invoke", "InvokeAsync", "Handle", "HandleAsync", "Consume", "ConsumeAsync", "Execute", "ExecuteAsync", "FunctionHandler", "FunctionHandlerAsync",
        "TryParse", "Parse", "BindAsync", "Bind", "Up", "Down", "Seed", "CreateHostBuilder", "CreateWebHostBuilder", "BuildWebHost", "CreateDbContext", "BuildModel", "Register", "Load", "Initialize",
        "OnGet", "OnGetAsync", "OnPost", "OnPostAsync", "Awake", "Start", "Update", "FixedUpdate", "LateUpdate", "OnEnable", "OnDisable", "OnDestroy",
    };

    private static readonly string[] BySuffix =
    [
        "Controller", "Hub", "Endpoint", "Endpoints", "Module", "Plugin", "PlugIn", "Startup", "Middleware", "Function", "Functions", "ViewModel", "ViewComponent", "PageModel", "Grain",
        "Profile", "Handler", "Consumer", "Saga", "Attribute", "Exception", "Converter", "Migration", "Benchmark", "Benchmarks", "Actor",
    ];

    // They say something about the member to a reader or a compiler; nobody looks for what bears them.
    private static readonly HashSet<string> IdleAttributes = new(StringComparer.Ordinal)
    {
        "MethodImpl", "DebuggerStepThrough", "DebuggerDisplay", "DebuggerNonUserCode", "SuppressMessage", "UnconditionalSuppressMessage", "ExcludeFromCodeCoverage", "Pure", "MustUseReturnValue", "NotNull", "MaybeNull", "return",
        "SupportedOSPlatform", "UnsupportedOSPlatform", "RequiresUnreferencedCode", "RequiresDynamicCode", "Flags", "Serializable", "StructLayout", "MemberNotNull", "DoesNotReturn", "SkipLocalsInit", "CLSCompliant", "AsyncStateMachine",
    };

    /// <summary>Whether all members of the type have to count as reached: something outside of what is written here finds them.</summary>
    public static bool IsOpen(INamedTypeSymbol type) =>
        !type.CanBeReferencedByName || HasLibraryBase(type) || BySuffix.Any(end => type.Name.EndsWith(end, StringComparison.Ordinal)) || type.GetAttributes().Any(IsTelling) || HasHiddenPart(type);

    /// <summary>Whether the method is reached as soon as its type is.</summary>
    public static bool ComesWithItsType(IMethodSymbol method) =>
        method.MethodKind != MethodKind.Ordinary || method.IsOverride || method.IsExtern || method.IsPartialDefinition || ByName.Contains(method.Name)
        || method.Name.StartsWith("ShouldSerialize", StringComparison.Ordinal) || (method.Name.StartsWith("On", StringComparison.Ordinal) && method.Name.EndsWith("Changed", StringComparison.Ordinal))
        || method.GetAttributes().Any(IsTelling) || HonestStub.IsEventHandler(method) || HonestStub.ImplementsInterface(method) || method.Parameters.Any(static p => p.Type.Name is "ILambdaContext");

    /// <summary>
    /// The types that a node hands to a library as such, <c>app.UseStartup&lt;T&gt;()</c>, <c>typeof(T)</c>: it may look at their members.
    /// Registrations in a container and collections do not.
    /// </summary>
    public static IEnumerable<string> HandedOver(SyntaxNode node, Func<SyntaxNode, bool> isOwn) => node switch
    {
        GenericNameSyntax generic when IsCalled(generic) && !isOwn(generic) && !TypePlaces.IsNeutral(generic.Identifier.ValueText) => generic.TypeArgumentList.Arguments.SelectMany(NamesIn),
        GenericNameSyntax { Parent: ObjectCreationExpressionSyntax } generic when !isOwn(generic) && !TypePlaces.IsNeutral(generic.Identifier.ValueText) => generic.TypeArgumentList.Arguments.SelectMany(NamesIn),
        TypeOfExpressionSyntax typeOf when typeOf.Parent is not MemberAccessExpressionSyntax && !TypePlaces.IsNeutral(CallAround(typeOf)) => NamesIn(typeOf.Type),
        _ => [],
    };

    private static bool HasLibraryBase(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null && at.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum); at = at.BaseType)
        {
            if (at.TypeKind == TypeKind.Error || at.DeclaringSyntaxReferences.IsEmpty)
                return true;
        }

        return type.AllInterfaces.Any(static i => i.TypeKind == TypeKind.Error);
    }

    private static bool IsTelling(AttributeData attribute)
    {
        var name = attribute.AttributeClass?.Name ?? "";
        return !IdleAttributes.Contains(name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name)
            && attribute.AttributeClass?.ContainingNamespace?.ToString() != "System.Runtime.CompilerServices";
    }

    // The other part of a partial type is markup's or a generator's.
    private static bool HasHiddenPart(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length == 1 && type.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax declared && declared.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool IsCalled(GenericNameSyntax name)
    {
        SyntaxNode called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return called.Parent is InvocationExpressionSyntax call ? call.Expression == called : called.Parent is MemberBindingExpressionSyntax;
    }

    private static string CallAround(TypeOfExpressionSyntax typeOf) =>
        typeOf.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ? (call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => "",
        }) : "";

    private static IEnumerable<string> NamesIn(TypeSyntax type) => type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static n => n.Identifier.ValueText);
}
