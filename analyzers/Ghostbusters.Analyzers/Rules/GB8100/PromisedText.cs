using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>Parameters of public methods that say by their names that they take markup, code or a statement: whoever calls hands over that, and no mere text.</summary>
internal static class PromisedText
{
    private static readonly HashSet<string> Markup = new(StringComparer.OrdinalIgnoreCase) { "html", "markup", "encoded", "svg", "expression" };
    private static readonly HashSet<string> Code = new(StringComparer.OrdinalIgnoreCase) { "expression", "script", "template", "code" };
    private static readonly HashSet<string> Statements = new(StringComparer.OrdinalIgnoreCase) { "sql", "query", "statement", "command", "script" };

    // `countryCode`, `zipCode` are no code.
    private const string Ambiguous = "code";

    /// <summary>Whether a caller was asked for markup.</summary>
    public static bool IsMarkup(TaintedFlow flow) => flow.Source.Kind == SourceKinds.Parameter && PascalWords.Of(flow.Source.Name).Any(Markup.Contains);

    /// <summary>Whether a caller was asked for code.</summary>
    public static bool IsCode(TaintedFlow flow) => flow.Source.Kind == SourceKinds.Parameter && PascalWords.Of(flow.Source.Name) is { IsEmpty: false } words && Code.Contains(words[words.Length - 1])
        && (words.Length == 1 || !words[words.Length - 1].Equals(Ambiguous, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a caller was asked for a whole statement, which is run as it is.</summary>
    public static bool IsStatement(TaintedFlow flow) =>
        flow.Source.Kind == SourceKinds.Parameter && PascalWords.Of(flow.Source.Name).Any(Statements.Contains) && flow.Path.FromSource().All(static step => IsHandedOn(step.Place));

    // Nothing is put before it or behind it on its way.
    private static bool IsHandedOn(SyntaxNode place) => place switch
    {
        ParameterSyntax or IdentifierNameSyntax => true,
        ArgumentSyntax argument => IsHandedOn(argument.Expression),
        AssignmentExpressionSyntax assignment => IsHandedOn(assignment.Right),
        VariableDeclaratorSyntax { Initializer.Value: var value } => IsHandedOn(value),
        _ => false,
    };
}
