using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8100;

/// <summary>GB8108: a parser that resolves external entities reads XML from outside.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class XmlExternalEntity : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8108_XmlExternalEntity];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) =>
        TaintedFlowReport.Register(context, SupportedDiagnostics[0], static (flow, compilation) => !EntityResolution.IsOn(flow.Sink, IsUnknown(flow.Sink, compilation)));

    // A parser that does not bind is of a library that was not found, or the code was cut out of a file with its imports.
    private static bool IsUnknown(SyntaxNode sink, Compilation compilation) => compilation.GetTypeByMetadataName("System.Xml.XmlReader") is null || !Imports(sink.SyntaxTree.GetRoot());

    private static bool Imports(SyntaxNode root) => root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Any();
}
