using Ghostbusters.Analyzers.Flow;
using Ghostbusters.Analyzers.Rules.GB2000;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB8000;

/// <summary>A method that claims to check something, and a body that takes everything: what GB8001 reports, and GB2001 leaves to it.</summary>
/// <param name="Claim">What its name promises.</param>
/// <param name="Body">What it does.</param>
/// <param name="Reality">That in words.</param>
internal sealed record HollowCheck(VerificationClaim Claim, HollowBody Body, string Reality)
{
    /// <summary>Judges a method; null where it may refuse, says what it does, or answers for others.</summary>
    public static HollowCheck? Of(MethodDeclarationSyntax method, SemanticModel model, Implementers implementers, SourceBodies bodies, CancellationToken cancellation)
    {
        if (method.Body is null && method.ExpressionBody is null || method.ContainsDirectives || method.ParameterList.Parameters.Count == 0
            || method.Modifiers.Any(static m => m.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.ExternKeyword or SyntaxKind.PartialKeyword or SyntaxKind.NewKeyword)
            || ShippedCode.LiesBeside(method.SyntaxTree.FilePath))
        {
            return null;
        }

        var isKnownName = method.Identifier.ValueText is "AuthorizeCore" or "ValidateAsync" or "Validate" or "CheckAccessCore";
        if ((VerificationClaim.Of(method.Identifier.ValueText) is not { } claim && !isKnownName) || OpenDoor.Is(method) || model.GetDeclaredSymbol(method, cancellation) is not { } symbol)
            return null;
        claim = VerificationClaim.Of(method.Identifier.ValueText) ?? new VerificationClaim("authorize", IsStrict: true);
        if (DecidingContract.IsKnown(symbol))
            claim = claim with { IsStrict = true };
        if (!Decides(symbol, claim) || !DecidingContract.IsOwn(symbol, implementers) || BodyOf(method, symbol, model, bodies, cancellation) is not { } values)
            return null;
        if (HollowBody.Of(values, bodies, cancellation) is not { } body || (body.Answer is not { Length: > 0 } && !Answers(symbol, claim)))
            return null;
        if (!claim.IsStrict && StubCover.Covers(method, values.Graph, cancellation))
            return null;
        var inputs = string.Join(" and ", symbol.Parameters.Where(IsInput).Select(static p => $"'{p.Name}'"));
        var decides = symbol.Parameters.Count(IsInput) == 1 ? "decides" : "decide";
        return new HollowCheck(claim, body, body.Answer is { Length: > 0 } answer ? $"every way ends in {answer} and {inputs} {decides} nothing" : $"it ends without an exception whatever {inputs} {(decides == "decides" ? "is" : "are")}");
    }

    // An answer that says whether the input is good; and the input.
    private static bool Decides(IMethodSymbol method, VerificationClaim claim) =>
        method.Parameters.Any(IsInput) && method.Parameters.All(static p => p.RefKind is RefKind.None or RefKind.In)
        && method.Parameters.All(static p => p.Type.Name is not "SslPolicyErrors" && !IsReport(p))
        && (AcceptingAnswer.IsVerdict(method.ReturnType) || Answers(method, claim));

    // Where nothing is answered, the only way to refuse is to throw. A name that only might mean that does not promise it.
    private static bool Answers(IMethodSymbol method, VerificationClaim claim) =>
        claim.IsStrict && !method.IsOverride && (method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true })
        && method.Name.Length > 0 && PascalWords.Of(method.Name)[0] is "Verify" or "Validate" or "Authorize" or "Ensure";

    // `ValidateAsync(context)`: the answer is written into it.
    private static bool IsReport(IParameterSymbol parameter) => parameter.Type.Name.EndsWith("ValidationContext", StringComparison.Ordinal) || parameter.Type.Name is "ModelStateDictionary";

    private static bool IsInput(IParameterSymbol parameter) =>
        parameter.Type.Name is not ("CancellationToken" or "IFormatProvider" or "CultureInfo" or "ILogger") && !parameter.Name.StartsWith("_", StringComparison.Ordinal) && !parameter.Name.StartsWith("unused", StringComparison.OrdinalIgnoreCase);

    private static ValueAnalysis? BodyOf(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model, SourceBodies bodies, CancellationToken cancellation) =>
        symbol.IsOverride ? FlowGraph.Of(method, model, cancellation) is { } graph ? ValueAnalysis.Of(graph, cancellation) : null : bodies.Of(symbol, cancellation);
}
