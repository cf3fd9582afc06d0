using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Where a program asks itself whether it is being watched.</summary>
internal enum Watcher
{
    /// <summary>A debugger.</summary>
    Debugger,

    /// <summary>A test host.</summary>
    TestHost,

    /// <summary>A build server.</summary>
    BuildServer,
}

/// <summary>A question after a debugger, a test host or a build server.</summary>
/// <param name="Expression">What asks.</param>
/// <param name="Watcher">After what.</param>
internal sealed record Sniff(ExpressionSyntax Expression, Watcher Watcher)
{
    private static readonly HashSet<string> BuildServers = new(StringComparer.Ordinal)
    {
        "CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "TRAVIS", "APPVEYOR", "CIRCLECI", "BUILDKITE", "BITBUCKET_BUILD_NUMBER", "CONTINUOUS_INTEGRATION",
    };

    private static readonly HashSet<string> TestVariables = new(StringComparer.OrdinalIgnoreCase)
    {
        "VSTEST_HOST_DEBUG", "VSTEST_SESSION", "RUNNING_TESTS", "RUNNING_IN_TEST", "RUNNING_IN_TESTS", "IS_TEST", "IS_TESTING", "IN_TEST", "UNIT_TEST", "UNIT_TESTS", "UNIT_TESTING", "TEST_RUN", "XUNIT", "NUNIT", "MSTEST",
    };

    private static readonly string[] TestHosts = ["testhost", "vstest", "xunit", "nunit", "mstest", "testrunner", "resharpertest", "TestPlatform", "UnitTest"];

    // What tells who started the program and what it has loaded.
    private static readonly HashSet<string> Sources = new(StringComparer.Ordinal)
    {
        "ProcessName", "GetEntryAssembly", "GetAssemblies", "FriendlyName", "CommandLine", "GetCommandLineArgs", "StackTrace", "GetFrames", "GetCallingAssembly", "ProcessPath", "MainModule",
    };

    /// <summary>What the message calls the watcher.</summary>
    public string Words => Watcher switch
    {
        Watcher.Debugger => "under a debugger",
        Watcher.BuildServer => "on a build server",
        _ => "in a test host",
    };

    /// <summary>The question that a literal is part of; null where it asks after something else.</summary>
    public static Sniff? Of(LiteralExpressionSyntax literal, SemanticModel model, CancellationToken cancellation)
    {
        var text = literal.Token.ValueText;
        if (literal.Parent is not ArgumentSyntax and not BinaryExpressionSyntax and not ConstantPatternSyntax || text.Length is < 2 or > 60)
            return null;
        var call = literal.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax of } ? of : null;
        if (call is not null && AnswerPath.NameOf(call) == "GetEnvironmentVariable")
        {
            return (BuildServers.Contains(text) || TestVariables.Contains(text)) && IsOfSystem(call, model, cancellation)
                ? new Sniff(call, BuildServers.Contains(text) ? Watcher.BuildServer : Watcher.TestHost) : null;
        }

        if (!TestHosts.Any(host => text.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0))
            return null;
        var whole = WholeOf(literal);
        var isLoaded = call is not null && AnswerPath.NameOf(call) == "GetType" && text.Contains(",") && IsOfSystem(call, model, cancellation);
        return isLoaded || (!text.Any(char.IsWhiteSpace) && AsksSource(whole, model, cancellation)) ? new Sniff(whole, Watcher.TestHost) : null;
    }

    /// <summary><c>Debugger.IsAttached</c>.</summary>
    public static Sniff? Of(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(name, cancellation).Symbol is IPropertySymbol { ContainingType: { Name: "Debugger", ContainingNamespace.Name: "Diagnostics" } }
            ? new Sniff(name.Parent as MemberAccessExpressionSyntax ?? (ExpressionSyntax)name, Watcher.Debugger) : null;

    // The comparison or the query that the literal is part of.
    private static ExpressionSyntax WholeOf(ExpressionSyntax literal)
    {
        SyntaxNode node = literal;
        while (node.Parent is ArgumentSyntax or ArgumentListSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or LambdaExpressionSyntax
            or PatternSyntax or IsPatternExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }
            || (node.Parent is BinaryExpressionSyntax && node.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not null))
        {
            node = node.Parent!;
        }

        return node as ExpressionSyntax ?? literal;
    }

    private static bool AsksSource(ExpressionSyntax whole, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var name in whole.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (Sources.Contains(name.Identifier.ValueText) ? IsOfSystem(name, model, cancellation) : IsLocalOfSource(name, model, cancellation))
                return true;
        }

        return false;
    }

    // `var name = Process.GetCurrentProcess().ProcessName;`, `foreach (var loaded in AppDomain.CurrentDomain.GetAssemblies())`.
    private static bool IsLocalOfSource(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        if (AnswerPath.FunctionAround(name) is not { } function)
            return false;
        var value = function.DescendantNodes().Select(n => n switch
        {
            VariableDeclaratorSyntax local when local.Identifier.ValueText == name.Identifier.ValueText => local.Initializer?.Value,
            ForEachStatementSyntax loop when loop.Identifier.ValueText == name.Identifier.ValueText => loop.Expression,
            _ => null,
        }).FirstOrDefault(static v => v is not null);
        return value?.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(n => Sources.Contains(n.Identifier.ValueText) && IsOfSystem(n, model, cancellation)) == true;
    }

    private static bool IsOfSystem(SyntaxNode node, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(node, cancellation).Symbol is { ContainingType: { } type } && GB2000.ConstantResult.IsOfSystem(type);
}
