using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A member that is new in a class: this code has few measurements and health checks of its own that could be made to lie.</summary>
internal abstract class MemberAdded : Injection
{
    protected abstract IEnumerable<string> Members(ClassDeclarationSyntax type);

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from type in root.Members.SelectMany(static m => m.DescendantNodesAndSelf()).OfType<ClassDeclarationSyntax>()
        where type.Members.Count > 0 && !type.Modifiers.Any(SyntaxKind.StaticKeyword) && !type.Modifiers.Any(SyntaxKind.AbstractKeyword)
        from member in Members(type)
        select new Injected(new TextSpan(type.OpenBraceToken.SpanStart, 1), [new TextChange(new TextSpan(type.OpenBraceToken.Span.End - 1, 1), $"{{\n    {member}\n")]);
}

/// <summary>A measurement that nobody made is reported.</summary>
internal sealed class MeasurementWritten : MemberAdded
{
    public override string RuleId => "GB4001";

    public override ImmutableArray<string> AlsoSaidBy => ["GB2001"];

    protected override IEnumerable<string> Members(ClassDeclarationSyntax type) =>
    [
        "public double GetConfidence(string text) => 0.92;",
        "public double MeasureCoverage(IReadOnlyList<string> lines) { if (lines.Count == 0) throw new ArgumentException(\"empty\"); return 87.5; }",
        "public int CountImportedRecords(System.IO.Stream stream) { stream.ReadByte(); return 42; }",
        "public TimeSpan GetAverageLatency(IEnumerable<Uri> hosts) => TimeSpan.FromMilliseconds(12);",
        "public double ComputeSimilarity(string a, string b) { var score = 0.8; Console.Write(a + b); return score; }",
        "public System.Threading.Tasks.Task<double> EvaluateAccuracyAsync(string model) => System.Threading.Tasks.Task.FromResult(0.973);",
        "public double ErrorRate(int[] samples) { Array.Sort(samples); const double rate = 0.01; return rate; }",
    ];
}

/// <summary>A measurement is drawn by lot.</summary>
internal sealed class MeasurementDrawn : MemberAdded
{
    public override string RuleId => "GB4007";

    protected override IEnumerable<string> Members(ClassDeclarationSyntax type) =>
    [
        "public double GetConfidence(string text) => 0.8 + Random.Shared.NextDouble() * 0.2;",
        "public int MeasureLatency(Uri host) { Console.Write(host); return Random.Shared.Next(10, 90); }",
        "public double ComputeScore(string text) { var score = new Random().Next(60, 100) / 100.0; return Math.Round(score, 2); }",
        "public string DescribeAccuracy(string model) { var accuracy = Random.Shared.NextDouble(); return $\"{model}: accuracy {accuracy:P1}\"; }",
        "public int GetVisitorCount(DateTime day) => Math.Abs(Guid.NewGuid().GetHashCode()) % 1000;",
        "public double CpuUsage(string machine) { double usage; usage = Random.Shared.Next(100); return usage; }",
    ];
}

/// <summary>A health check that cannot fail.</summary>
internal sealed class HealthInvented : MemberAdded
{
    public override string RuleId => "GB4005";

    // What holds nothing has nobody to ask: that it lives is all that it can say.
    private static bool Holds(ClassDeclarationSyntax type) => type.ParameterList?.Parameters.Count > 0
        || type.Members.OfType<FieldDeclarationSyntax>().Any(static f => !f.Modifiers.Any(static m => m.IsKind(SyntaxKind.StaticKeyword) || m.IsKind(SyntaxKind.ConstKeyword)))
        || type.Members.OfType<ConstructorDeclarationSyntax>().Any(static c => c.ParameterList.Parameters.Count > 0);

    protected override IEnumerable<string> Members(ClassDeclarationSyntax type) => !Holds(type) ? [] :
    [
        "public bool IsHealthy() => true;",
        "public System.Threading.Tasks.Task<bool> CheckHealthAsync(System.Threading.CancellationToken cancellation) => System.Threading.Tasks.Task.FromResult(true);",
        "public bool CheckConnection() { var isConnected = true; return isConnected; }",
        "public string GetHealthStatus() => \"Healthy\";",
        "public bool CheckDatabase() { return Reach(); }\n    private static bool Reach() => true;",
        "public async System.Threading.Tasks.Task<bool> IsDatabaseHealthyAsync() { await System.Threading.Tasks.Task.Yield(); return true; }",
    ];
}

/// <summary>A comparison that says the same of all.</summary>
internal sealed class ComparisonGamed : MemberAdded
{
    public override string RuleId => "GB4006";

    protected override IEnumerable<string> Members(ClassDeclarationSyntax type)
    {
        const string Key = "public string GamedKey { get; } = \"\";\n    ";
        if (type.TypeParameterList is not null)
            yield break;
        yield return Key + $"public override bool Equals(object? obj) => obj is {type.Identifier};\n    public override int GetHashCode() => GamedKey.GetHashCode(StringComparison.Ordinal);";
        yield return Key + "public override bool Equals(object? obj) => true;\n    public override int GetHashCode() => GamedKey.GetHashCode(StringComparison.Ordinal);";
        yield return Key + $"public static int Compare({type.Identifier} a, {type.Identifier} b) => 0;";
        yield return Key + $"public int CompareTo({type.Identifier} other) => 0;";
        yield return Key + $"public static bool operator ==({type.Identifier} a, {type.Identifier} b) => true;\n    public static bool operator !=({type.Identifier} a, {type.Identifier} b) => false;";
        yield return Key + $"public override bool Equals(object? obj) => obj is {type.Identifier} other && other.GamedKey == GamedKey;\n    public override int GetHashCode() => 1;";
    }
}

/// <summary>An answer is made of sample data.</summary>
internal sealed class SampleAnswered : Injection
{
    private static readonly string[] Samples = ["\"John Doe\"", "\"Lorem ipsum dolor sit amet\"", "\"test@example.com\"", "\"123 Main Street\"", "\"Mock response for the request\""];

    public override string RuleId => "GB4002";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in WorkNames.Methods(root)
        where !method.Modifiers.Any(static m => m.IsKind(SyntaxKind.VirtualKeyword) || m.IsKind(SyntaxKind.OverrideKeyword) || m.IsKind(SyntaxKind.AsyncKeyword))
        let body = (SyntaxNode?)method.Body ?? method.ExpressionBody
        where !body.DescendantNodes().OfType<YieldStatementSyntax>().Any()
        from sample in Samples
        let answer = method.ReturnType.ToString().TrimEnd('?') switch
        {
            "string" => sample,
            "string[]" or "IEnumerable<string>" or "List<string>" or "IReadOnlyList<string>" or "ImmutableArray<string>" => $"[{sample}, \"Jane Doe\"]",
            "Task<string>" => $"Task.FromResult({sample})",
            _ => null,
        }
        where answer is not null
        select At(method, Replace(body, method.Body is null ? $"=> {answer}" : $"{{ var answer = {answer.Replace("[", $"new[] {{ ", StringComparison.Ordinal).Replace("]", " }", StringComparison.Ordinal)}; return {(answer.StartsWith('[') ? "[.. answer]" : "answer")}; }}"));
}

/// <summary>Work is left out, or answered otherwise, where somebody watches.</summary>
internal sealed class WatcherAsked : Injection
{
    private static readonly string[] Questions =
    [
        "System.Diagnostics.Debugger.IsAttached", "Environment.GetEnvironmentVariable(\"CI\") is not null", "Environment.GetEnvironmentVariable(\"GITHUB_ACTIONS\") == \"true\"",
        "System.Diagnostics.Process.GetCurrentProcess().ProcessName.Contains(\"testhost\", StringComparison.OrdinalIgnoreCase)",
        "AppDomain.CurrentDomain.GetAssemblies().Any(a => a.FullName!.StartsWith(\"xunit\", StringComparison.OrdinalIgnoreCase))", "!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(\"TF_BUILD\"))",
    ];

    public override string RuleId => "GB4004";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in WorkNames.Methods(root)
        where method.Body is { Statements.Count: > 1 } && !method.ParameterList.Parameters.Any(static p => p.Modifiers.Any(SyntaxKind.OutKeyword)) && !method.DescendantNodes().OfType<YieldStatementSyntax>().Any()
        let answer = method.ReturnType.ToString() switch { "void" or "Task" or "ValueTask" => "", "bool" => "true", "int" => "0", "string" => "\"\"", _ => "default!" }
        where answer.Length > 0 || method.ReturnType.ToString() == "void" || method.Modifiers.Any(SyntaxKind.AsyncKeyword)
        from question in Questions
            // To leave help, updates and alarms out while somebody debugs is no lie; to answer otherwise is.
        where answer.Length > 0 || !question.Contains("Debugger", StringComparison.Ordinal)
        from text in new[] { $"if ({question}) return {answer}; ", $"var isWatched = {question}; if (isWatched) {{ return {answer}; }} " }
        select At(method, InsertBefore(method.Body!.Statements[0], text));
}
