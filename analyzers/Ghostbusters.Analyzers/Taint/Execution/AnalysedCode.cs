using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>The bodies, initializers and type hierarchy of a compilation and of the projects that it refers to as source.</summary>
/// <remarks>Safe for any number of threads.</remarks>
internal sealed class AnalysedCode(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel?> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, FlowGraph?> _graphs = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<FlowGraph>> _initializers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ControlFlowGraph, FlowGraph> _flows = new();
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types = new(() => [.. TypesIn(compilation.Assembly.GlobalNamespace), .. ReferencedTypes(compilation)]);
    private readonly ConcurrentDictionary<SyntaxTree, IReadOnlyCollection<string>> _usings = new();
    private readonly Lazy<List<string>> _globalUsings = new(() => [.. compilation.SyntaxTrees.Select(static t => t.GetRoot()).OfType<CompilationUnitSyntax>().SelectMany(static u => u.Usings).Where(static u => u.GlobalKeyword.RawKind != 0 && u.Name is not null).Select(static u => u.Name!.ToString())]);
    private readonly Lazy<HashSet<string>> _written = new(() => WrittenNames.In(compilation));

    private readonly ConcurrentDictionary<ISymbol, MemberModel?> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _cleaners = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _small = new(SymbolEqualityComparer.Default);

    /// <summary>See <see cref="FileNameCleaners"/>: a body is looked at once, however often it is run.</summary>
    public bool IsFileNameCleaner(IMethodSymbol method, CancellationToken cancellation) => _cleaners.GetOrAdd(method, m => FileNameCleaners.Is((IMethodSymbol)m, cancellation));

    /// <summary>What a member that binds does, by these models: always the same ones for one instance.</summary>
    public MemberModel? ModelOf(TaintModels models, ISymbol member) => _members.GetOrAdd(member.OriginalDefinition, m => models.Of(MemberTarget.Of(m)));

    /// <summary>Takes the model that others have bound a file with: what it has bound is not bound again.</summary>
    public void Keep(SemanticModel file) => _models.TryAdd(file.SyntaxTree, file);

    /// <summary>The compilation that is analysed.</summary>
    public Compilation Compilation { get; } = compilation;

    /// <summary>The graph of a method's or accessor's body; null where there is none to read.</summary>
    public FlowGraph? GraphOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var declared = (method.PartialImplementationPart ?? method).OriginalDefinition;
        foreach (var reference in declared.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(cancellation);
            if (node is not (LocalFunctionStatementSyntax or TypeDeclarationSyntax or AnonymousFunctionExpressionSyntax) && GraphOf(node, cancellation) is { } graph)
                return graph;
        }

        return null;
    }

    /// <summary>Whether a method or accessor has a body to read. It is not bound for that: most of what may be called never is.</summary>
    public static bool HasBody(IMethodSymbol method, CancellationToken cancellation) => Bodies(method, cancellation).Any();

    /// <summary>Whether a body is so short that to run it costs less than to ask what it may do. It is looked at once, however often it is called.</summary>
    public bool IsSmall(IMethodSymbol method, CancellationToken cancellation)
    {
        const int fewBranches = 3;
        return _small.GetOrAdd(method.OriginalDefinition, m => Bodies((IMethodSymbol)m, cancellation).All(static body => body.DescendantNodes().Count(IsBranch) <= fewBranches));
    }

    private static IEnumerable<SyntaxNode> Bodies(IMethodSymbol method, CancellationToken cancellation) => (method.PartialImplementationPart ?? method).OriginalDefinition
        .DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).Where(BodyFacts.IsBody);

    private static bool IsBranch(SyntaxNode node) => node is IfStatementSyntax or ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax
        or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or CatchClauseSyntax or FinallyClauseSyntax or GotoStatementSyntax
        or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression };

    /// <summary>The graph of a declaration; null where Roslyn has none.</summary>
    public FlowGraph? GraphOf(SyntaxNode declaration, CancellationToken cancellation) =>
        _graphs.GetOrAdd(declaration, node => Create(node, cancellation));

    /// <summary>The graph of the call that a primary constructor makes to its base; null where it makes none.</summary>
    public FlowGraph? BaseCallOf(TypeDeclarationSyntax declaration, CancellationToken cancellation) =>
        declaration.BaseList?.Types.Any(static t => t is PrimaryConstructorBaseTypeSyntax) == true ? GraphOf(declaration, cancellation) : null;

    /// <summary>The method or accessor that a body belongs to.</summary>
    public IMethodSymbol? SymbolOf(SyntaxNode body, CancellationToken cancellation)
    {
        if (FileOf(body.SyntaxTree) is not { } model)
            return null;
        return body switch
        {
            ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod,
            CompilationUnitSyntax => Compilation.GetEntryPoint(cancellation),
            _ => model.GetDeclaredSymbol(body, cancellation) as IMethodSymbol,
        };
    }

    /// <summary>The namespaces that a file imports, its own and global ones included; empty where nobody knows.</summary>
    public IReadOnlyCollection<string> UsingsOf(SyntaxTree tree) => _usings.GetOrAdd(tree, ReadUsings);

    private IReadOnlyCollection<string> ReadUsings(SyntaxTree tree)
    {
        // A directive that does not parse takes those behind it along, and a fragment has none: then nobody knows.
        var nodes = tree.GetRoot().DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).ToList();
        var imports = nodes.OfType<UsingDirectiveSyntax>().ToList();
        if (tree.GetRoot().ContainsSkippedText || (imports.Count == 0 && (!nodes.Exists(static n => n is BaseNamespaceDeclarationSyntax) || _globalUsings.Value.All(MemberIndex.IsImplicit))))
            return [];
        return [.. imports.Where(static u => u.Name is not null).Select(static u => u.Name!.ToString()),
            .. nodes.OfType<BaseNamespaceDeclarationSyntax>().Select(static n => n.Name.ToString()), .. _globalUsings.Value];
    }

    /// <summary>The method that a deconstruction calls; null where the language takes tuples apart by itself.</summary>
    public IMethodSymbol? DeconstructAt(SyntaxNode node, CancellationToken cancellation)
    {
        if (FileOf(node.SyntaxTree) is not { } model)
            return null;
        return (node as AssignmentExpressionSyntax ?? node as ForEachVariableStatementSyntax ?? node.Parent) switch
        {
            AssignmentExpressionSyntax assignment => model.GetDeconstructionInfo(assignment).Method,
            ForEachVariableStatementSyntax loop => model.GetDeconstructionInfo(loop).Method,
            _ => null,
        };
    }

    /// <summary>The graph with explicit edges over a lambda's or local function's own.</summary>
    public FlowGraph FlowOf(ControlFlowGraph graph) => _flows.GetOrAdd(graph, FlowGraph.Of);

    /// <summary>The graphs of the initializers of a type's instance or static fields and properties, in their order.</summary>
    public ImmutableArray<FlowGraph> InitializersOf(INamedTypeSymbol type, bool isStatic, CancellationToken cancellation) =>
        [.. _initializers.GetOrAdd(type.OriginalDefinition, t => ReadInitializers(t, cancellation)).Where(g => IsStatic(g) == isStatic)];

    /// <summary>Whether nothing but constructors and initializers ever writes a field or property of this name.</summary>
    public bool IsFixed(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } or IPropertySymbol { SetMethod: null } => true,
        _ => member.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal or Accessibility.NotApplicable or Accessibility.Public && !_written.Value.Contains(member.Name),
    };

    /// <summary>The classes and structs of the source that derive from a type or implement it, itself included.</summary>
    public ImmutableArray<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) =>
        _derived.GetOrAdd(type.OriginalDefinition, t => [.. _types.Value.Where(c => !c.IsAbstract && DerivesFrom(c, t))]);

    /// <summary>A type of the source by its full name, or by its simple one where that is unique.</summary>
    public INamedTypeSymbol? TypeNamed(string name) =>
        Compilation.GetTypeByMetadataName(name) ?? _types.Value.FirstOrDefault(t => t.ToDisplayString() == name);

    /// <summary>Whether a type is another one, derives from it or implements it.</summary>
    public static bool DerivesFrom(ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, ancestor.OriginalDefinition))
                return true;
        }

        return ancestor.TypeKind == TypeKind.Interface && type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, ancestor.OriginalDefinition));
    }

    private static bool IsStatic(FlowGraph graph) => graph.Source.OriginalOperation switch
    {
        IFieldInitializerOperation field => field.InitializedFields.Any(static f => f.IsStatic),
        IPropertyInitializerOperation property => property.InitializedProperties.Any(static p => p.IsStatic),
        _ => false,
    };

    private FlowGraph? Create(SyntaxNode node, CancellationToken cancellation)
    {
        if (FileOf(node.SyntaxTree) is not { } model)
            return null;
        if (node is LocalFunctionStatementSyntax { Parent: GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } })
        {
            var around = GraphOf(unit, cancellation);
            return around?.Source.LocalFunctions.FirstOrDefault(f => f.DeclaringSyntaxReferences.Any(r => r.Span == node.Span)) is { } local
                ? FlowOf(around.Source.GetLocalFunctionControlFlowGraph(local, cancellation)) : null;
        }

        return model.GetOperation(node, cancellation) is { Parent: null } body and
            (IMethodBodyOperation or IConstructorBodyOperation or IBlockOperation or IFieldInitializerOperation or IPropertyInitializerOperation)
            ? FlowGraph.Of(body, cancellation) : null;
    }

    private ImmutableArray<FlowGraph> ReadInitializers(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var graphs = ImmutableArray.CreateBuilder<FlowGraph>();
        foreach (var declaration in type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>())
        {
            foreach (var initializer in declaration.Members.SelectMany(InitializersOf))
            {
                if (GraphOf(initializer, cancellation) is { } graph)
                    graphs.Add(graph);
            }
        }

        return graphs.ToImmutable();
    }

    private static IEnumerable<SyntaxNode> InitializersOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword) => field.Declaration.Variables.Select(static v => v.Initializer).OfType<SyntaxNode>(),
        EventFieldDeclarationSyntax field => field.Declaration.Variables.Select(static v => v.Initializer).OfType<SyntaxNode>(),
        PropertyDeclarationSyntax { Initializer: { } initializer } => [initializer],
        _ => [],
    };

    // RS1030 warns of models that an analyzer makes, as each binds a file again. Data flows through bodies of other files,
    // and a file is bound once a run.
#pragma warning disable RS1030
    /// <summary>The model of a file, of this compilation or of one that it refers to.</summary>
    public SemanticModel? FileOf(SyntaxTree tree) => _models.GetOrAdd(tree, t =>
        Compilation.ContainsSyntaxTree(t)
            ? Compilation.GetSemanticModel(t)
            : Compilation.References.OfType<CompilationReference>().FirstOrDefault(r => r.Compilation.ContainsSyntaxTree(t))?.Compilation.GetSemanticModel(t));
#pragma warning restore RS1030

    private static IEnumerable<INamedTypeSymbol> ReferencedTypes(Compilation compilation) =>
        compilation.References.OfType<CompilationReference>()
            .Select(r => compilation.GetAssemblyOrModuleSymbol(r)).OfType<IAssemblySymbol>()
            .SelectMany(static a => TypesIn(a.GlobalNamespace));

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in TypesIn(inner))
                    yield return nested;
            }
        }
    }
}
