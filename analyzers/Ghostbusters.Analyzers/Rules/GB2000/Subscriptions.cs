using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Where a compilation's own code subscribes methods to events: by name, and read when first asked.</summary>
/// <remarks>What a designer wrote does not count: it needs the handler to be there, full or empty.</remarks>
internal sealed class Subscriptions(Compilation compilation)
{
    private static readonly string[] Generated = [".Designer.cs", ".g.cs", ".g.i.cs", ".generated.cs"];

    private readonly Lazy<Dictionary<string, (string Event, Location At)>> _events = new(() => Read(compilation));

    /// <summary>The event that a method of this name is subscribed to, and where; null where it is to none.</summary>
    public (string Event, Location At)? Find(string method) => _events.Value.TryGetValue(method, out var found) ? found : null;

    private static Dictionary<string, (string Event, Location At)> Read(Compilation compilation)
    {
        var found = new Dictionary<string, (string, Location)>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees.Where(static t => !Generated.Any(end => t.FilePath.EndsWith(end, StringComparison.OrdinalIgnoreCase))))
        {
            foreach (var assignment in tree.GetRoot().DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(static a => a.IsKind(SyntaxKind.AddAssignmentExpression)))
            {
                if (NameOf(Handler(assignment.Right)) is { } method && NameOf(assignment.Left) is { } subscribed && !found.ContainsKey(method))
                    found.Add(method, (subscribed, assignment.GetLocation()));
            }
        }

        return found;
    }

    // `new EventHandler(OnClosed)` is the same.
    private static ExpressionSyntax Handler(ExpressionSyntax right) =>
        right is ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } ? arguments[0].Expression : right;

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
