using Ghostbusters.Analyzers.Rules.GB8200;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary><c>policy.RequireAssertion(_ => true)</c>: a policy that requires nothing.</summary>
internal static class HollowAssertion
{
    /// <summary>The name of the policy; null where the call requires something, or the policy says that it lets everybody in.</summary>
    public static string? PolicyOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequireAssertion" }, ArgumentList.Arguments: { Count: 1 } arguments }
            || !AcceptingCallback.Is(arguments[0].Expression, model, cancellation) || Guard.IsDevelopment(call) || Guard.IsChosen(call))
        {
            return null;
        }

        // Beside another requirement it is none the worse.
        if (call.AncestorsAndSelf().TakeWhile(static a => a is not ArgumentSyntax and not StatementSyntax).Concat(call.DescendantNodes()).OfType<InvocationExpressionSyntax>()
            .Any(c => c != call && c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && name.StartsWith("Require", StringComparison.Ordinal)))
        {
            return null;
        }

        var policy = call.Ancestors().OfType<InvocationExpressionSyntax>().Select(static c => c is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddPolicy" }, ArgumentList.Arguments: { Count: > 0 } named } ? named[0].Expression : null)
            .FirstOrDefault(static n => n is not null);
        var name = policy is null ? "RequireAssertion" : model.GetConstantValue(policy, cancellation) is { HasValue: true, Value: string text } ? text : policy.ToString();
        return OpenDoor.IsNamed(name) || GB2000.HonestStub.IsNullObject(name) ? null : name;
    }
}
