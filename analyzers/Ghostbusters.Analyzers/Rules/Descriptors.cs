using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

/// <summary>Every rule's descriptor, one file a family; each reads as that family's table of contents.</summary>
public static partial class Descriptors
{
    private const string Tests = "Tests that cannot fail";
    private const string Unfinished = "Unfinished, called done";
    private const string Invented = "Invented results";
    private const string TaintedFlows = "Data from outside";
    private const string Guards = "Guards in name only";
    private const string UnsafeApi = "Unsafe use of an API";
    private const string Errors = "Swallowed errors, false success";

    private static DiagnosticDescriptor Rule(
        string id, string title, string category, DiagnosticSeverity severity, string message, Basis basis, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true,
            description: title + ".",
            helpLinkUri: HelpLink.Of(id),
            customTags: [basis.ToTag(), .. tags]);
}
