using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8214: a file is written under a name in the shared temporary folder that others can foresee.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InsecureTempFile : DiagnosticAnalyzer
{
    private const string File = "System.IO.File.";

    private static readonly ApiTable<int> Writes = new()
    {
        { File + "WriteAllText", 0 }, { File + "WriteAllTextAsync", 0 }, { File + "WriteAllBytes", 0 }, { File + "WriteAllBytesAsync", 0 }, { File + "WriteAllLines", 0 }, { File + "WriteAllLinesAsync", 0 },
        { File + "AppendAllText", 0 }, { File + "AppendAllLines", 0 }, { File + "Create", 0 }, { File + "CreateText", 0 }, { File + "AppendText", 0 }, { File + "OpenWrite", 0 }, { File + "Copy", 1 }, { File + "Move", 1 },
        { "System.IO.StreamWriter.#ctor", 0 }, { "System.IO.FileStream.#ctor", 0 }, { "System.IO.File.Open", 0 },
        { "System.Xml.XmlWriter.Create", 0 }, { "System.Xml.Linq.XDocument.Save", 0 }, { "System.Net.WebClient.DownloadFile", 1 }, { "System.IO.Compression.ZipFile.CreateFromDirectory", 1 },
    };

    private static readonly ApiTable<bool> Temporary = new() { { "System.IO.Path.GetTempPath", true }, { "System.IO.Path.GetTempFileName", true } };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8214_InsecureTempFile];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => Analyze(node, code), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (ApiUse.ArgumentsOf(context.Node) is not { Count: > 0 } arguments || code.Match(context, context.Node, Writes) is not { } match || match.Fact >= arguments.Count
            || IsForReading(arguments) || IsCreatedAnew(arguments))
        {
            return;
        }

        if (PathIn(context, code, arguments[match.Fact].Expression, 0) is { } path)
            ApiCode.Report(context, Descriptors.GB8214_InsecureTempFile, arguments[match.Fact], arguments[match.Fact].ToString(), path);
    }

    // What makes the path foreseeable; null where it is not, or is not in the temporary folder.
    private static string? PathIn(SyntaxNodeAnalysisContext context, ApiCode code, ExpressionSyntax value, int depth)
    {
        var origin = ValueOrigin.Of(value, context.SemanticModel, context.CancellationToken);
        if (depth > 3 || origin.SyntaxTree != context.Node.SyntaxTree)
            return null;
        var parts = origin switch
        {
            InvocationExpressionSyntax call when ApiUse.Of(call) is { Member: "Combine" or "Join" or "Concat" } => [.. call.ArgumentList.Arguments.Select(static a => a.Expression)],
            InvocationExpressionSyntax call when ApiUse.Of(call) is { Member: "ChangeExtension" or "Replace" } changed => changed.Member == "Replace" ? [changed.Receiver!] : new List<ExpressionSyntax> { call.ArgumentList.Arguments[0].Expression },
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } => Operands(origin),
            InterpolatedStringExpressionSyntax text => [.. text.Contents.OfType<InterpolationSyntax>().Select(static i => i.Expression)],
            _ => [],
        };
        if (parts.Count == 0)
            return null;
        var first = ValueOrigin.Of(parts[0], context.SemanticModel, context.CancellationToken);
        if (first is InvocationExpressionSyntax start && code.Names.Match(start, context.SemanticModel, Temporary, context.CancellationToken) is { } temporary)
        {
            if (temporary.Name.Member == "GetTempFileName")
                return "the name is made from one that is there already, so it is not reserved";
            return parts.Skip(1).All(p => IsForeseeable(context, p)) ? "everybody can foresee the name" : null;
        }

        return PathIn(context, code, parts[0], depth + 1) is { } folder && parts.Skip(1).All(p => IsForeseeable(context, p)) ? folder : null;
    }

    private static List<ExpressionSyntax> Operands(ExpressionSyntax sum) =>
        sum is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add ? [.. Operands(add.Left), add.Right] : [sum];

    // Constants, the time and the process; a parameter may be anything.
    private static bool IsForeseeable(SyntaxNodeAnalysisContext context, ExpressionSyntax part)
    {
        if (ApiCode.Constant(context, part) is not null)
            return true;
        var origin = ValueOrigin.Of(part, context.SemanticModel, context.CancellationToken);
        if (origin is InterpolatedStringExpressionSyntax text)
            return text.Contents.OfType<InterpolationSyntax>().All(i => IsForeseeable(context, i.Expression));
        if (origin is BinaryExpressionSyntax)
            return Operands(origin).TrueForAll(o => IsForeseeable(context, o));
        return origin.ToString() is { Length: < 100 } code && (code.StartsWith("DateTime.", StringComparison.Ordinal) || code.StartsWith("DateTimeOffset.", StringComparison.Ordinal) || code.StartsWith("Environment.ProcessId", StringComparison.Ordinal)
            || code.StartsWith("Process.GetCurrentProcess()", StringComparison.Ordinal) || code.StartsWith("Environment.UserName", StringComparison.Ordinal) || code.StartsWith("Environment.TickCount", StringComparison.Ordinal) || code.StartsWith("Environment.MachineName", StringComparison.Ordinal));
    }

    private static bool IsForReading(SeparatedSyntaxList<ArgumentSyntax> arguments) => arguments.Any(static a => a.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Open" or "Read", Expression: IdentifierNameSyntax { Identifier.ValueText: "FileMode" or "FileAccess" } });

    // It fails where somebody was there first.
    private static bool IsCreatedAnew(SeparatedSyntaxList<ArgumentSyntax> arguments) => arguments.Any(static a => a.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateNew" });
}
