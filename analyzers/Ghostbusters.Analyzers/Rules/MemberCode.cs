using System.Collections.Immutable;
using Ghostbusters.Analyzers.Rules.GB4000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules;

/// <summary>
/// The code of one member, shared by the rules that are handed it in turn: what they ask of its syntax before anything is
/// bound is found in one walk, and its operations are made only where a rule asks for them.
/// </summary>
/// <remarks>
/// A rule that registers for operations makes Roslyn build those of everything, attributes included, and carry each of them
/// past each such rule; one that registers for a kind of node has each node of the compilation carried past it. Here a rule is
/// asked once for a member.
/// </remarks>
internal sealed class MemberCode
{
    /// <summary>The property that asks whether a debugger looks on.</summary>
    public const string Debugged = "IsAttached";

    // All rules see one member before the next, on one thread. Weakly: what was compiled must not live on for it.
    [ThreadStatic]
    private static WeakReference<MemberCode>? s_last;

    private readonly SemanticModel _model;
    private readonly ISymbol _owner;
    private List<CatchClauseSyntax>? _catches;
    private List<ExpressionStatementSyntax>? _statements;
    private List<InvocationExpressionSyntax>? _kept;
    private List<ContinueStatementSyntax>? _continues;
    private List<InvocationExpressionSyntax>? _calls;
    private List<ObjectCreationExpressionSyntax>? _thrown;
    private List<LiteralExpressionSyntax>? _literals;
    private List<SimpleNameSyntax>? _names;
    private IReadOnlyList<string>? _texts;
    private IReadOnlyList<IOperation>? _operations;

    private MemberCode(SyntaxNode block, SyntaxNode? syntax, ISymbol owner, SemanticModel model)
    {
        (Block, Syntax, _owner, _model) = (block, syntax, owner, model);
        // The types of a program's first file are members of their own.
        foreach (var node in syntax?.DescendantNodes(static n => n is not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax) ?? [])
            Note(node);
    }

    /// <summary>The declaration.</summary>
    public SyntaxNode Block { get; }

    /// <summary>The method, or the property that this is the first code of; null for what is neither.</summary>
    public MemberDeclarationSyntax? Declaration => Block switch
    {
        MethodDeclarationSyntax method => method,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property,
        AccessorDeclarationSyntax { Parent: AccessorListSyntax { Parent: PropertyDeclarationSyntax property } list } when list.Accessors.First(static a => a.Body is not null || a.ExpressionBody is not null) == Block => property,
        _ => null,
    };

    /// <summary>What of it runs; null where nothing does.</summary>
    public SyntaxNode? Syntax { get; }

    /// <summary>The clauses of its try statements, in source order.</summary>
    public IReadOnlyList<CatchClauseSyntax> Catches => _catches ?? (IReadOnlyList<CatchClauseSyntax>)[];

    /// <summary>Statements that are an expression, in source order.</summary>
    public IReadOnlyList<ExpressionStatementSyntax> Statements => _statements ?? (IReadOnlyList<ExpressionStatementSyntax>)[];

    /// <summary>Values that are put somewhere: of an initializer, or the right side of an assignment.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Kept => _kept ?? (IReadOnlyList<InvocationExpressionSyntax>)[];

    /// <summary>Statements that go on with the next item.</summary>
    public IReadOnlyList<ContinueStatementSyntax> Continues => _continues ?? (IReadOnlyList<ContinueStatementSyntax>)[];

    /// <summary>What it calls, in source order.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Calls => _calls ?? (IReadOnlyList<InvocationExpressionSyntax>)[];

    /// <summary>The exceptions that are made where they are thrown.</summary>
    public IReadOnlyList<ObjectCreationExpressionSyntax> Thrown => _thrown ?? (IReadOnlyList<ObjectCreationExpressionSyntax>)[];

    /// <summary>Its string literals, in source order.</summary>
    public IReadOnlyList<LiteralExpressionSyntax> Literals => _literals ?? (IReadOnlyList<LiteralExpressionSyntax>)[];

    /// <summary>The names that speak of what is made up, or of a debugger, in source order.</summary>
    public IReadOnlyList<SimpleNameSyntax> Names => _names ?? (IReadOnlyList<SimpleNameSyntax>)[];

    /// <summary>Whether a statement returns a value.</summary>
    public bool ReturnsValue { get; private set; }

    /// <summary>Whether there is an if, a catch or a finally.</summary>
    public bool Branches { get; private set; }

    /// <summary>Whether anything is called, made, assigned or counted.</summary>
    public bool Works { get; private set; }

    /// <summary>The texts in it, in source order, those of raw strings excepted.</summary>
    public IReadOnlyList<string> Texts => _texts ??= [.. (Syntax?.DescendantTokens() ?? []).Where(static t => t.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken).Select(static t => t.ValueText)];

    /// <summary>The code that the rules of a compilation are handed in turn.</summary>
    public static MemberCode Of(CodeBlockAnalysisContext context)
    {
        s_last ??= new WeakReference<MemberCode>(null!);
        if (s_last.TryGetTarget(out var last) && last.Block == context.CodeBlock && last._model == context.SemanticModel && ReferenceEquals(last._owner, context.OwningSymbol))
            return last;
        var made = new MemberCode(context.CodeBlock, Running(context.CodeBlock, context.OwningSymbol), context.OwningSymbol, context.SemanticModel);
        s_last.SetTarget(made);
        return made;
    }

    /// <summary>The body of a method, an operator or an accessor; null for constructors, initializers and expressions of properties.</summary>
    public IOperation? MethodBody(CancellationToken cancellation) =>
        Syntax is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax && _model.GetOperation(Syntax, cancellation) is { Kind: OperationKind.MethodBody, Parent: null } body ? body : null;

    /// <summary>The operations that call, make, assign, count, declare or return something, or are a statement; those of closures included.</summary>
    public IReadOnlyList<IOperation> Operations(CancellationToken cancellation) => _operations ??= Works && Syntax is not null && _model.GetOperation(Syntax, cancellation) is { } root
        ? [.. root.DescendantsAndSelf().Where(static o => o.Kind is OperationKind.Invocation or OperationKind.ObjectCreation or OperationKind.SimpleAssignment or OperationKind.CompoundAssignment
            or OperationKind.Increment or OperationKind.Decrement or OperationKind.ExpressionStatement or OperationKind.VariableDeclarator or OperationKind.Return)]
        : ImmutableArray<IOperation>.Empty;

    private static SyntaxNode? Running(SyntaxNode block, ISymbol owner) => block switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax => block,
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.FirstOrDefault(v => v.Identifier.ValueText == owner.Name)?.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        TypeDeclarationSyntax { BaseList.Types: { Count: > 0 } bases } => bases[0] as PrimaryConstructorBaseTypeSyntax,
        CompilationUnitSyntax when owner is IMethodSymbol => block,
        _ => null,
    };

    private void Note(SyntaxNode node)
    {
        switch (node)
        {
            case CatchClauseSyntax clause:
                (_catches ??= []).Add(clause);
                Branches = true;
                break;
            case IfStatementSyntax or FinallyClauseSyntax:
                Branches = true;
                break;
            case ReturnStatementSyntax { Expression: not null }:
                ReturnsValue = true;
                break;
            case ContinueStatementSyntax next:
                (_continues ??= []).Add(next);
                break;
            case ExpressionStatementSyntax statement:
                (_statements ??= []).Add(statement);
                break;
            case EqualsValueClauseSyntax { Value: InvocationExpressionSyntax value }:
                (_kept ??= []).Add(value);
                break;
            case AssignmentExpressionSyntax assignment:
                if (assignment.Right is InvocationExpressionSyntax assigned)
                    (_kept ??= []).Add(assigned);
                Works = true;
                break;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                (_literals ??= []).Add(literal);
                break;
            case SimpleNameSyntax { Identifier.ValueText: var text } name when text == Debugged || ArtificialName.Of(text) != Artificiality.None:
                (_names ??= []).Add(name);
                break;
            case InvocationExpressionSyntax call:
                (_calls ??= []).Add(call);
                Works = true;
                break;
            case ObjectCreationExpressionSyntax { Parent: ThrowStatementSyntax or ThrowExpressionSyntax } thrown:
                (_thrown ??= []).Add(thrown);
                Works = true;
                break;
            case BaseObjectCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax
                or QueryExpressionSyntax or WithExpressionSyntax or ConstructorInitializerSyntax:
                Works = true;
                break;
        }
    }
}
