using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8203: a secret is made of numbers that can be predicted. What they are for is read from the names that they flow through.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PredictableRandom : DiagnosticAnalyzer
{
    private static readonly ApiTable<bool> Draws = new()
    {
        { "System.Random.Next", true }, { "System.Random.NextBytes", true }, { "System.Random.NextDouble", true }, { "System.Random.NextInt64", true }, { "System.Random.GetItems", true }, { "System.Random.GetString", true }, { "System.Random.GetHexString", true },
    };

    // Where nothing has to be kept secret, whatever it is called.
    private static readonly HashSet<string> Games = new(StringComparer.Ordinal)
        { "jitter", "backoff", "shuffle", "sample", "sampling", "game", "dice", "fake", "faker", "mock", "bogus", "simulation", "simulate", "simulator", "demo", "dummy", "seed", "test", "benchmark", "lexer", "parser", "syntax", "noise", "fuzz", "fuzzer", "retry", "llm", "markov", "bot", "captcha", "honeypot" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8203_PredictableRandom];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ForHandWrittenCode();
        context.RegisterCompilationStartAction(static start =>
        {
            var code = new ApiCode(start.Compilation);
            start.RegisterSyntaxNodeAction(node => Analyze(node, code), SyntaxKind.InvocationExpression);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (code.Match(context, call, Draws) is not { } match || IsOwnRandom(context, call) || IsLater(context, call))
            return;
        var trail = NameTrail.OfTargets(call);
        if (trail.All.Any(static n => PurposeWords.Has(n, Games)) || trail.Flow.Contains("Delay") || trail.Flow.Contains("Sleep"))
            return;
        var own = trail.Flow;
        if (own.FirstOrDefault(IsMadeSecret) is { } secret && !(PurposeWords.Of(secret).Contains("nonce") && ProtocolWords.Demand(trail.All)))
            ApiCode.Report(context, Descriptors.GB8203_PredictableRandom, call, secret, $"{match.Name.Type}.{match.Name.Member}");
        else if (match.Name.Member == "NextBytes" && KeyUse.OfFilled(call) is { } use)
            ApiCode.Report(context, Descriptors.GB8203_PredictableRandom, use.Place, use.What, $"{match.Name.Type}.{match.Name.Member}");
    }

    // A class that derives from Random may draw from a safe source.
    private static bool IsOwnRandom(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access && context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type is { TypeKind: not TypeKind.Error, Name: not "Random" };

    // One finding a member: the first draw.
    private static bool IsLater(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call) =>
        call.Ancestors().FirstOrDefault(static a => a is MemberDeclarationSyntax or LocalFunctionStatementSyntax) is { } member
        && member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => c.SpanStart < call.SpanStart && c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Next" or "NextBytes" or "NextDouble" or "NextInt64" or "GetItems" or "GetString" or "GetHexString" } access
            && context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type?.Name == "Random");

    // `passwordLength`, `tokenCount` and the store that holds them are not the secret.
    private static bool IsMadeSecret(string name) => PurposeWords.IsSecret(name) && PurposeWords.Of(name) is var words
        && !(words[words.Count - 1] is "length" or "count" or "index" or "size" or "max" or "min" or "service" or "controller" or "repository" or "manager" or "options" or "settings" or "store" or "expiry" or "lifetime" or "expiration" or "timeout" or "chars" or "alphabet" or "characters");
}
