using System.Collections.Immutable;
using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>GB8211: a password is hashed so fast that all likely ones can be tried.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakPasswordHash : DiagnosticAnalyzer
{
    // ASP.NET Core Identity's own default of 2016; less was known to be too little then.
    private const int FewestIterations = 10_000;
    private const int LeastWorkFactor = 10;
    private const string Iterations = "iterations";
    private const string Work = "work factor";
    private const string Always = "always";

    private static readonly ApiTable<(string Kind, int Index)> Derivations = new()
    {
        { "System.Security.Cryptography.Rfc2898DeriveBytes.#ctor", (Iterations, 2) },
        { "System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2", (Iterations, 2) },
        { "System.Security.Cryptography.PasswordDeriveBytes.#ctor", (Always, 0) },
        { "Microsoft.AspNetCore.Cryptography.KeyDerivation.KeyDerivation.Pbkdf2", (Iterations, 3) },
        { "BCrypt.Net.BCrypt.HashPassword", (Work, 1) },
        { "BCrypt.Net.BCrypt.EnhancedHashPassword", (Work, 1) },
        { "BCrypt.Net.BCrypt.GenerateSalt", (Work, 0) },
        { "Microsoft.AspNetCore.Identity.PasswordHasherOptions.IterationCount!", (Iterations, -1) },
    };

    private static readonly ApiTable<string> Compatibility = new() { { "Microsoft.AspNetCore.Identity.PasswordHasherOptions.CompatibilityMode!", "IdentityV2" } };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.GB8211_WeakPasswordHash];

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
        if (code.Match(context, context.Node, Derivations) is { } derivation)
        {
            if (WeaknessOf(context, derivation.Fact) is { } weakness && !ProtocolWords.Demand(NameTrail.Of(context.Node, withInputs: true).All))
                ApiCode.Report(context, Descriptors.GB8211_WeakPasswordHash, context.Node, derivation.Name.Type, weakness);
            return;
        }

        if (code.Match(context, context.Node, HashApis.All) is not { } hash || hash.Name.Member is "SignData" or "SignHash"
            || HashApis.AlgorithmOf(context.Node, hash.Fact, context.SemanticModel, context.CancellationToken) is not { } algorithm)
        {
            return;
        }

        var trail = NameTrail.Of(context.Node, withInputs: true);
        if (trail.All.FirstOrDefault(IsHashedPassword) is { } name && !ProtocolWords.Demand(trail.All) && !Guard.IsOneOfMany(context.Node) && !trail.Flow.Any(IsKeyOrToken))
            ApiCode.Report(context, Descriptors.GB8211_WeakPasswordHash, context.Node, $"{algorithm} of '{name}'", "it is computed in less than a microsecond");
    }

    private static void AnalyzeSetting(SyntaxNodeAnalysisContext context, ApiCode code)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (code.Match(context, assignment.Left, Derivations) is { } count && ApiCode.Constant(context, assignment.Right) is int few && few < FewestIterations)
            ApiCode.Report(context, Descriptors.GB8211_WeakPasswordHash, assignment, count.Name.Member, $"{few} iterations");
        else if (code.Match(context, assignment.Left, Compatibility) is { } mode && assignment.Right is MemberAccessExpressionSyntax value && value.Name.Identifier.ValueText == mode.Fact)
            ApiCode.Report(context, Descriptors.GB8211_WeakPasswordHash, assignment, mode.Name.Member, "1000 iterations of SHA1");
    }

    private static string? WeaknessOf(SyntaxNodeAnalysisContext context, (string Kind, int Index) fact)
    {
        if (fact.Kind == Always)
            return "PBKDF1 with 100 iterations at most by default";
        var arguments = (context.Node switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        })?.Arguments ?? default;
        var named = arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText is "iterations" or "iterationCount" or "workFactor" or "cost");
        var argument = named ?? (fact.Index < arguments.Count ? arguments[fact.Index] : null);
        if (argument is null)
            return fact.Kind == Iterations && arguments.Count == 2 && context.Node is BaseObjectCreationExpressionSyntax { Initializer: null } && !SetsIterations(context.Node) ? "1000 iterations by default" : null;
        if (ApiCode.Constant(context, argument.Expression) is not int count)
            return null;
        return fact.Kind == Work ? count < LeastWorkFactor && count > 0 ? $"a work factor of {count}" : null : count < FewestIterations ? $"{count} iterations" : null;
    }

    private static bool SetsIterations(SyntaxNode node) =>
        (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node).DescendantNodes().Any(static n => n is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IterationCount" } });

    // `HashPassword(text)`, `password`; not `PasswordResetToken`.
    private static bool IsHashedPassword(string name) => name.IndexOf('.') < 0 && PurposeWords.IsPassword(name)
        && !PurposeWords.Of(name).Any(static w => w is "reset" or "token" or "validator" or "policy" or "length" or "service" or "controller" or "manager" or "repository" or "forgot" or "generator" or "vault" or "store" or "entry" or "safe");

    private static bool IsKeyOrToken(string name) => PurposeWords.Of(name) is { Count: > 0 } words && (words.Any(static w => w is "aes" or "encrypt" or "decrypt" or "cipher" or "iv" or "encryptor" or "decryptor") || words[words.Count - 1] is "key");
}
