using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Branches on a debugger, a test host or a build server that change nothing but diagnostics, patience or looks.</summary>
internal static class HarmlessBranch
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "log", "logs", "logger", "logging", "console", "debug", "debugger", "trace", "tracing", "telemetry", "diagnostic", "diagnostics", "timeout", "timeouts", "delay", "interval", "lease", "deadline", "wait",
        "color", "colour", "colors", "ansi", "progress", "spinner", "banner", "logo", "verbose", "verbosity", "sentry", "sink", "exporter", "exception", "exceptions", "crash", "unhandled", "prompt", "interactive",
        "terminal", "output", "writer", "break", "breakpoint", "expiration", "expiry", "heartbeat", "patience", "analytics", "keepalive", "errors", "symbols", "watchdog", "width", "emoji", "title", "window", "restart", "updater", "development",
    };

    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        "ci", "continuous", "build", "builds", "cake", "nuke", "pipeline", "test", "tests", "testing", "testhost", "vstest", "xunit", "nunit", "runner", "approval", "approvals", "snapshot", "snapshots", "msbuild",
        "actions", "appveyor", "teamcity", "jenkins", "travis", "gitlab", "devops", "benchmark", "benchmarks", "debugging", "coverage", "profiler",
    };

    private static readonly string[] Calls = ["Log", "Write", "Trace", "Debug", "Print", "Break", "Launch", "Assert", "Fail", "ReadKey", "ReadLine", "Info", "Warn", "Error", "Sleep", "Pause"];

    private static readonly string[] Works =
    [
        "Send", "Save", "Store", "Charge", "Pay", "Publish", "Upload", "Delete", "Insert", "Update", "Verify", "Validate", "Authenticate", "Authorize", "Check", "Process", "Submit", "Import", "Export",
        "Calculate", "Compute", "Has", "Can", "Matches", "Try", "Is", "Fetch", "Load", "Enforce",
    ];

    /// <summary>Whether neither way of the branch does more than diagnostics, waiting or looks.</summary>
    public static bool Is(IfStatementSyntax branch, Watcher watcher)
    {
        if (IsHarmlessPlace(branch, watcher) || IsNamed(branch.Condition, watcher))
            return true;
        var ways = branch.Else is { } otherwise ? new[] { branch.Statement, otherwise.Statement } : [branch.Statement];
        return watcher == Watcher.Debugger ? DebuggerPatience.IsUnboundedWait(branch) || !ways.Any(DecidesUnderDebugger) : ways.All(IsHarmless);
    }

    /// <summary>Whether the choice is one of time, looks or diagnostics.</summary>
    public static bool Is(ConditionalExpressionSyntax choice, Watcher watcher) =>
        IsHarmlessPlace(choice, watcher) || IsTime(choice.WhenTrue) || IsTime(choice.WhenFalse)
        || (watcher == Watcher.Debugger && DebuggerPatience.IsLonger(choice))
        || choice.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax target } => IsNamed(target.Identifier.ValueText),
            AssignmentExpressionSyntax assignment => IsNamed(assignment.Left, watcher),
            ArgumentSyntax argument => argument.NameColon is { } name ? IsNamed(name.Name.Identifier.ValueText) : IsHarmlessCall(argument),
            ArrowExpressionClauseSyntax or ReturnStatementSyntax => false,
            _ => watcher == Watcher.Debugger,
        };

    /// <summary>Whether a name is about diagnostics, patience or looks.</summary>
    public static bool IsNamed(string name) => PascalWords.Of(name).Any(Words.Contains);

    /// <summary>Whether a call of this name is work, and not a further question after the surroundings.</summary>
    public static bool IsWork(string name) => Works.Any(verb => name.StartsWith(verb, StringComparison.Ordinal)) && !name.StartsWith("IsNullOr", StringComparison.Ordinal);

    /// <summary>Whether the names around the branch say that it is there for tests, builds or diagnostics.</summary>
    public static bool IsHarmlessPlace(SyntaxNode node, Watcher watcher)
    {
        foreach (var around in node.Ancestors())
        {
            var isHarmless = around switch
            {
                MethodDeclarationSyntax method => IsNamed(method.Identifier.ValueText)
                    || (watcher == Watcher.Debugger && (method.Identifier.ValueText is "Main" or "OnStartup" or "OnStart" || DebuggerPatience.IsNamed(method.Identifier.ValueText))),
                LocalFunctionStatementSyntax function => IsNamed(function.Identifier.ValueText),
                PropertyDeclarationSyntax property => IsNamed(property.Identifier.ValueText) || (watcher == Watcher.Debugger && DebuggerPatience.IsNamed(property.Identifier.ValueText)),
                VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field => IsNamed(field.Identifier.ValueText),
                BaseTypeDeclarationSyntax type => IsNamed(type.Identifier.ValueText) || IsPlace(type.Identifier.ValueText),
                BaseNamespaceDeclarationSyntax space => IsPlace(space.Name.ToString()),
                CatchClauseSyntax or CatchFilterClauseSyntax or AttributeSyntax => watcher == Watcher.Debugger,
                GlobalStatementSyntax => watcher == Watcher.Debugger,
                _ => false,
            };
            if (isHarmless)
                return true;
        }

        var parts = node.SyntaxTree.FilePath.Split('/', '\\');
        return parts.Skip(Math.Max(0, parts.Length - 3)).Any(static p => p.ToLowerInvariant() is "build" or "eng" or "build.cs" or "cake.cs" || IsPlace(p));
    }

    private static bool IsPlace(string name) => PascalWords.Of(name).Any(Places.Contains);

    private static bool IsNamed(ExpressionSyntax expression, Watcher watcher) =>
        expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(n => IsNamed(n.Identifier.ValueText) && !(n.Identifier.ValueText is "Debugger" or "StackTrace" or "Any" or "Diagnostics")); // A namespace says nothing of the branch.

    private static bool IsHarmless(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.All(IsHarmless),
        LocalDeclarationStatementSyntax or EmptyStatementSyntax => true,
        IfStatementSyntax branch => IsHarmless(branch.Statement) && (branch.Else is null || IsHarmless(branch.Else.Statement)),
        UsingStatementSyntax { Statement: { } inner } => IsHarmless(inner),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => IsNamed(assignment.Left, Watcher.TestHost),
        ExpressionStatementSyntax { Expression: var expression } => IsHarmlessCall(expression),
        _ => false,
    };

    private static bool IsHarmlessCall(SyntaxNode node) =>
        (node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() ?? node.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault()) is { } call
        && (Calls.Any(c => AnswerPath.NameOf(call).StartsWith(c, StringComparison.Ordinal)) || IsNamed(call.Expression, Watcher.TestHost));

    // A debugger is attached by a human: only answers and effects count, not help for who debugs.
    private static bool DecidesUnderDebugger(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.Any(DecidesUnderDebugger),
        ReturnStatementSyntax { Expression: { } value } => !IsTime(value),
        ExpressionStatementSyntax { Expression: var expression } => !IsHarmless(statement)
            && expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(static c => IsWork(AnswerPath.NameOf(c)) && !AnswerPath.NameOf(c).StartsWith("Check", StringComparison.Ordinal) && !AnswerPath.NameOf(c).StartsWith("Process", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsTime(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static n => n.Identifier.ValueText is "TimeSpan" or "Timeout" or "Infinite" or "InfiniteTimeSpan") || value.ToString().StartsWith("TimeSpan", StringComparison.Ordinal);
}
