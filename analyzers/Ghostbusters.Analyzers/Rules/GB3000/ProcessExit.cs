using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>A process that is waited for, whose output is taken for a result, and whose exit code nobody reads.</summary>
internal static class ProcessExit
{
    /// <summary>The read of the output that stands for success; null where the failure can be learned of another way.</summary>
    public static SyntaxNode? UncheckedOutput(IInvocationOperation call)
    {
        if (call.TargetMethod is not { Name: "WaitForExit" or "WaitForExitAsync", ContainingType.Name: "Process" } || call.Instance is not ILocalReferenceOperation { Local: var process }
            || call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        SyntaxNode? output = null;
        foreach (var name in member.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == process.Name))
        {
            switch (name.Parent)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StandardOutput" } read when read.Expression == name:
                    output = read;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Start" or "WaitForExit" or "WaitForExitAsync" or "Dispose" or "Close" or "StartInfo" or "StandardInput" or "Id" or "BeginErrorReadLine" or "EnableRaisingEvents" } use when use.Expression == name:
                    break;
                case AssignmentExpressionSyntax assignment when assignment.Left == name:
                case BinaryExpressionSyntax or IsPatternExpressionSyntax: // `process is null`
                case ConditionalAccessExpressionSyntax:
                    return null;
                default:
                    return null; // The exit code or the error stream is read, or it is handed on.
            }
        }

        return output is not null && IsTakenAsResult(output, member) ? output : null;
    }

    // Returned as it is, or put into a variable that nothing tests.
    private static bool IsTakenAsResult(SyntaxNode output, SyntaxNode member)
    {
        if (output.FirstAncestorOrSelf<ReturnStatementSyntax>() is not null)
            return true;
        if (output.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { } variable)
            return false;
        var uses = member.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == variable.Identifier.ValueText).ToList();
        return uses.Count > 0 && uses.All(static u => !u.Ancestors().TakeWhile(static a => a is not StatementSyntax).Any(static a => a is BinaryExpressionSyntax or IsPatternExpressionSyntax)
            && u.FirstAncestorOrSelf<StatementSyntax>() is not IfStatementSyntax and not WhileStatementSyntax and not SwitchStatementSyntax);
    }
}
