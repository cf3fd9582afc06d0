using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>
/// The names that a value goes under: of the variables, members and arguments in the statements that it flows through, of the member
/// that returns it, and of what the callers in the same file make of it. They say what the value is for.
/// </summary>
/// <param name="Flow">Names that the value, or what it is made of, has.</param>
/// <param name="Places">Names of the member, the types and the namespaces around.</param>
internal sealed record NameTrail(IReadOnlyCollection<string> Flow, IReadOnlyCollection<string> Places)
{
    private const int MostRounds = 4;

    /// <summary>All names.</summary>
    public IEnumerable<string> All => Flow.Concat(Places);

    /// <summary>The names of all that takes part in the statements that the value flows through.</summary>
    /// <param name="origin">The call or creation that makes the value.</param>
    /// <param name="withInputs">Whether what the value is made of counts, too.</param>
    public static NameTrail Of(SyntaxNode origin, bool withInputs) => Of(origin, withInputs, static leaf => IdentifiersOf(leaf));

    /// <summary>Only the names that the value itself gets: what it is assigned to, passed as, or returned by.</summary>
    public static NameTrail OfTargets(SyntaxNode origin) => Of(origin, withInputs: false, leaf => NamesGiven(leaf, origin));

    private static NameTrail Of(SyntaxNode origin, bool withInputs, Func<SyntaxNode, IEnumerable<string>> names)
    {
        var flow = new HashSet<string>(StringComparer.Ordinal);
        var member = origin.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax or LocalFunctionStatementSyntax);
        var isReturned = Follow(origin, member, withInputs, flow, names);
        if (isReturned && member is not null && NameOf(member) is { Length: > 0 } name)
        {
            flow.Add(name);
            foreach (var call in CallsOf(member, name))
                Follow(call, call.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax or LocalFunctionStatementSyntax), withInputs, flow, names);
        }

        return new NameTrail(flow, [.. origin.Ancestors().Select(NameOf).Where(static n => n.Length > 0)]);
    }

    // Adds the names; true where the value is returned.
    private static bool Follow(SyntaxNode origin, SyntaxNode? member, bool withInputs, HashSet<string> flow, Func<SyntaxNode, IEnumerable<string>> names)
    {
        if (member is null)
            return false;
        var leaves = member.DescendantNodes().Where(IsLeaf).ToList();
        var carriers = new HashSet<string>(StringComparer.Ordinal);
        var taken = new HashSet<SyntaxNode>();
        var isReturned = false;
        for (var (round, grew) = (0, true); grew && round < MostRounds; round++)
        {
            grew = false;
            foreach (var leaf in leaves)
            {
                if (taken.Contains(leaf) || !(leaf.Span.Contains(origin.Span) || Mentions(leaf, carriers)))
                    continue;
                grew |= taken.Add(leaf);
                isReturned |= leaf is ReturnStatementSyntax or ArrowExpressionClauseSyntax or YieldStatementSyntax;
                foreach (var target in TargetsOf(leaf, origin))
                    grew |= carriers.Add(target);
            }
        }

        if (member is BaseFieldDeclarationSyntax or PropertyDeclarationSyntax)
            flow.UnionWith(member.DescendantTokens().Where(static t => t.Parent is VariableDeclaratorSyntax or PropertyDeclarationSyntax).Select(static t => t.ValueText));
        foreach (var leaf in taken)
            flow.UnionWith(names(leaf));
        if (withInputs)
            AddInputs(leaves, taken, flow);
        return isReturned;
    }

    // What the locals in those statements were made of.
    private static void AddInputs(List<SyntaxNode> leaves, HashSet<SyntaxNode> taken, HashSet<string> flow)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var leaf in leaves.Where(l => !taken.Contains(l) && TargetsOf(l, l).Any(flow.Contains)).ToList())
            {
                taken.Add(leaf);
                flow.UnionWith(IdentifiersOf(leaf));
            }
        }
    }

    private static bool IsLeaf(SyntaxNode node) => node is ArrowExpressionClauseSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
        || node is VariableDeclarationSyntax || node is StatementSyntax and not BlockSyntax and not IfStatementSyntax and not ForStatementSyntax and not ForEachStatementSyntax and not WhileStatementSyntax
            and not DoStatementSyntax and not TryStatementSyntax and not UsingStatementSyntax and not LockStatementSyntax and not SwitchStatementSyntax and not LocalFunctionStatementSyntax and not LocalDeclarationStatementSyntax and not CheckedStatementSyntax and not FixedStatementSyntax and not UnsafeStatementSyntax;

    private static IEnumerable<string> TargetsOf(SyntaxNode leaf, SyntaxNode origin) => leaf.DescendantNodesAndSelf().Where(n => !IsBeside(n, leaf, origin)).SelectMany(static n => n switch
    {
        VariableDeclaratorSyntax { Initializer: not null } variable => [variable.Identifier.ValueText],
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => [left.Identifier.ValueText],
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax array } } => [array.Identifier.ValueText],
        // `builder.Append(random.Next())`, `random.NextBytes(bytes)`.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver, Name.Identifier.ValueText: "Append" or "Add" or "Insert" or "AppendLine" or "Write" } } => [receiver.Identifier.ValueText],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "NextBytes" or "GetBytes" or "TransformBlock" }, ArgumentList.Arguments: { Count: > 0 } arguments } when arguments[0].Expression is IdentifierNameSyntax buffer => [buffer.Identifier.ValueText],
        _ => Enumerable.Empty<string>(),
    });

    // `new Server { Token = token, Id = random.Next() }`: the one member is not made of what the other is.
    private static bool IsBeside(SyntaxNode node, SyntaxNode leaf, SyntaxNode origin) =>
        node is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } && leaf.Span.Contains(origin.Span) && origin != leaf && !node.Span.Contains(origin.Span);

    // `user.Password = …`, `["token"] = …`, `new(SecurityCode: …)`, `SetPassword(…)`.
    private static IEnumerable<string> NamesGiven(SyntaxNode leaf, SyntaxNode origin)
    {
        foreach (var target in TargetsOf(leaf, origin))
            yield return target;
        foreach (var assignment in leaf.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Where(a => !IsBeside(a, leaf, origin)))
        {
            switch (assignment.Left)
            {
                case SimpleNameSyntax or MemberAccessExpressionSyntax:
                    yield return assignment.Left.GetLastToken().ValueText;
                    break;
                case ElementAccessExpressionSyntax or ImplicitElementAccessSyntax when assignment.Left.DescendantNodes().OfType<LiteralExpressionSyntax>().FirstOrDefault()?.Token.Value is string key:
                    yield return key;
                    break;
            }
        }

        foreach (var around in origin.Ancestors().TakeWhile(a => a != leaf.Parent && leaf.Span.Contains(a.Span)))
        {
            if (around is ArgumentSyntax { NameColon.Name.Identifier.ValueText: var parameter })
                yield return parameter;
            else if (around is AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: var property })
                yield return property;
            else if (around is InvocationExpressionSyntax { Expression: var callee } && callee.GetLastToken().ValueText is { } name && !callee.Span.Contains(origin.Span))
                yield return name;
        }
    }

    private static bool Mentions(SyntaxNode leaf, HashSet<string> names) =>
        names.Count > 0 && leaf.DescendantNodesAndSelf().Any(n => n is IdentifierNameSyntax name && names.Contains(name.Identifier.ValueText));

    // A type's name says how, not what for.
    private static IEnumerable<string> IdentifiersOf(SyntaxNode leaf) => leaf.DescendantTokens()
        .Where(static t => t.Parent is IdentifierNameSyntax { Parent: not (ObjectCreationExpressionSyntax or VariableDeclarationSyntax or NameColonSyntax) } or VariableDeclaratorSyntax or GenericNameSyntax || (t.Parent is LiteralExpressionSyntax && t.Value is string { Length: < 60 }))
        .Select(static t => t.ValueText);

    private static IEnumerable<InvocationExpressionSyntax> CallsOf(SyntaxNode member, string name) =>
        member.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => !member.Span.Contains(c.Span) && c.Expression switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText == name,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
            _ => false,
        });

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax local => local.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        _ => "",
    };
}
