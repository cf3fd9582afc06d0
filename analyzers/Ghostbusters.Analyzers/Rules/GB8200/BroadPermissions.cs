using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8216: everybody may write, or a role may do everything.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BroadPermissions : DiagnosticAnalyzer
{
    private const string Access = "System.Security.AccessControl.";
    private const string Everybody = "everybody who can log on may change it";

    private static readonly Regex Chmod = new(@"^(?:/bin/|/usr/bin/)?(?:chmod\s+)?(?:-\w+\s+|--recursive\s+)*(?:0?[0-7]{2}[2367]|a\+\w*w\w*|o\+\w*w\w*|ugo\+\w*w\w*)(?:\s|$)", RegexOptions.CultureInvariant, OwnPattern.Patience);

    private static readonly ApiTable<bool> Rules = new() { { Access + "FileSystemAccessRule.#ctor", true }, { Access + "RegistryAccessRule.#ctor", true }, { "System.IO.Pipes.PipeAccessRule.#ctor", true }, { "System.ServiceProcess.ServiceAccessRule.#ctor", true } };

    private static readonly ApiTable<int> Modes = new()
    {
        { "System.IO.File.SetUnixFileMode", 1 }, { "Mono.Unix.Native.Syscall.chmod", 1 }, { "System.IO.Directory.CreateDirectory", 1 },
    };

    private static readonly ApiTable<string> Settings = new()
    {
        { "System.IO.FileSystemInfo.UnixFileMode", "mode" }, { "System.IO.FileStreamOptions.UnixCreateMode", "mode" }, { "Mono.Unix.UnixFileSystemInfo.FileAccessPermissions!", "mode" },
        { "Amazon.S3.Model.PutObjectRequest.CannedACL!", "acl" }, { "Amazon.S3.Model.PutBucketRequest.CannedACL!", "acl" }, { "Amazon.S3.Model.PutACLRequest.CannedACL!", "acl" }, { "Amazon.S3.Transfer.TransferUtilityUploadRequest.CannedACL!", "acl" },
        { "Amazon.CDK.AWS.IAM.PolicyStatementProps.Actions", "policy" },
    };

    private static readonly ApiTable<bool> Processes = new() { { "System.Diagnostics.Process.Start", true }, { "System.Diagnostics.ProcessStartInfo.#ctor", true } };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8216_BroadPermissions];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => AnalyzeCall(node, code), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => AnalyzeSetting(node, code), SyntaxKind.SimpleAssignmentExpression);
        });
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        if (ApiUse.ArgumentsOf(context.Node) is not { Count: > 0 } arguments)
            return;
        if (code.Match(context, context.Node, Rules) is not null)
        {
            if (IsEveryone(context, arguments[0].Expression) && arguments.Any(static a => Mentions(a, static n => n is "FullControl" or "Modify" or "Write" or "WriteData" or "ChangePermissions" or "TakeOwnership" or "WriteKey" or "SetValue" or "CreateSubKey")) && arguments.Any(static a => Mentions(a, static n => n == "Allow")))
                Report(context, context.Node, "Everyone", Everybody);
        }
        else if (code.Match(context, context.Node, Modes) is { } mode && mode.Fact < arguments.Count && IsWorldWritable(context, arguments[mode.Fact].Expression))
        {
            Report(context, arguments[mode.Fact], arguments[mode.Fact].ToString(), Everybody);
        }
        else if (code.Match(context, context.Node, Processes) is not null)
        {
            AnalyzeProcess(context, arguments);
        }
    }

    private static void AnalyzeSetting(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Settings) is not { } match)
            return;
        switch (match.Fact)
        {
            case "mode" when IsWorldWritable(context, assignment.Right):
                Report(context, assignment, match.Name.Member, Everybody);
                break;
            case "acl" when assignment.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "PublicReadWrite" }:
                Report(context, assignment, "PublicReadWrite", "everybody on the internet may write into it");
                break;
            case "policy" when IsStar(assignment.Right) && assignment.Parent is InitializerExpressionSyntax initializer && initializer.Expressions.OfType<AssignmentExpressionSyntax>().Any(static e => ApiUse.Of(e.Left)?.Member == "Resources" && IsStar(e.Right))
                && !initializer.ToString().Contains("DENY"):
                Report(context, assignment, "Actions = *", "the role may do everything with everything");
                break;
        }
    }

    // `Process.Start("chmod", "777 " + path)`, `new ProcessStartInfo("/bin/sh", "-c \"chmod 777 …\"")`.
    private static void AnalyzeProcess(SyntaxNodeAnalysisContext context, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        var program = ApiCode.Constant(context, arguments[0].Expression) as string;
        var text = arguments.Count > 1 ? StartOf(context, arguments[1].Expression) : null;
        if (program is null || text is null)
            return;
        var at = text.IndexOf("chmod ", StringComparison.Ordinal);
        if (program.EndsWith("chmod", StringComparison.Ordinal) ? Chmod.IsMatch(text) : at >= 0 && Chmod.IsMatch(text.Substring(at)))
            Report(context, context.Node, "chmod", Everybody);
    }

    private static string? StartOf(SyntaxNodeAnalysisContext context, ExpressionSyntax value)
    {
        if (ApiCode.Constant(context, value) is string text)
            return text;
        return ValueOrigin.Of(value, context.SemanticModel, context.CancellationToken) switch
        {
            InterpolatedStringExpressionSyntax { Contents: { Count: > 0 } parts } when parts[0] is InterpolatedStringTextSyntax start => start.TextToken.ValueText,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when sum.SyntaxTree == context.Node.SyntaxTree => StartOf(context, sum.Left),
            _ => null,
        };
    }

    private static bool IsWorldWritable(SyntaxNodeAnalysisContext context, ExpressionSyntax value)
    {
        if (ApiCode.Constant(context, value) is { } constant and not string && Convert.ToInt64(constant, System.Globalization.CultureInfo.InvariantCulture) is var bits)
            return (bits & 2) != 0 && (bits & 0x200) == 0;
        var origin = ValueOrigin.Of(value, context.SemanticModel, context.CancellationToken);
        return Mentions(origin, static n => n is "OtherWrite" or "AllPermissions" or "S_IWOTH" or "ACCESSPERMS" or "OtherReadWriteExecute") && !Mentions(origin, static n => n is "StickyBit" or "S_ISVTX") && !origin.DescendantNodesAndSelf().Any(static n => n.IsKind(SyntaxKind.BitwiseNotExpression));
    }

    // By name in any language that code is written in, or by the well-known identifier.
    private static bool IsEveryone(SyntaxNodeAnalysisContext context, ExpressionSyntax identity)
    {
        if (ApiCode.Constant(context, identity) is string name)
            return name is "Everyone" or "Jeder" or "Users" or "BUILTIN\\Users" or "Authenticated Users" or "S-1-1-0" or "\\Everyone" or "ANONYMOUS LOGON";
        var origin = ValueOrigin.Of(identity, context.SemanticModel, context.CancellationToken);
        return origin is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax
            && (Mentions(origin, static n => n is "WorldSid" or "AnonymousSid") || origin.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(static l => l.Token.Value is "Everyone" or "S-1-1-0"));
    }

    private static bool IsStar(ExpressionSyntax value) => value.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().ToList() is { Count: 1 } literals && literals[0].Token.Value is "*";

    private static bool Mentions(SyntaxNode node, Func<string, bool> name) => node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(n => name(n.Identifier.ValueText));

    private static void Report(SyntaxNodeAnalysisContext context, SyntaxNode place, string claim, string evidence) => ApiCode.Report(context, Descriptors.GB8216_BroadPermissions, place, claim, evidence);
}
