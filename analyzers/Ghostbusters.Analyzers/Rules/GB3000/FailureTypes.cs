using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>What the type of an exception says.</summary>
internal static class FailureTypes
{
    // The wished state is there already, or the work was called off: the specific type is the answer.
    private static readonly string[] NotFailures =
        ["AlreadyExists", "NotFound", "Conflict", "Duplicate", "Cancel", "ConditionalCheckFailed", "Exists", "ObjectDisposed", "Concurrency", "Unique", "InUse", "NotModified", "Warning"];

    /// <summary>Whether a type derives from Exception.</summary>
    public static bool IsException(ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    /// <summary>Whether the type names a state in which what was asked for holds.</summary>
    public static bool NamesFulfilment(ITypeSymbol? type) => type is not null && NamesFulfilment(type.Name);

    /// <summary>The same of a type's name.</summary>
    public static bool NamesFulfilment(string type) => NotFailures.Any(n => type.IndexOf(n, StringComparison.Ordinal) >= 0);
}
