using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>Measurements that are written to a log or the console as a literal, or through a placeholder whose argument is one.</summary>
internal static class MetricLog
{
    // "Accuracy: 97.3%", "confidence = 0.95".
    private static readonly Regex Measured = new(
        @"\b(?<name>accuracy|confidence|similarity|precision|recall|coverage|success rate|error rate|hit rate|f1 score|score)\s*(?:[:=]|is|of|was)\s*(?<value>\d+(?:\.\d+)?\s*%|0?\.\d+|\d+\.\d+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, OwnPattern.Patience);

    // "Completed in 123ms", "Processed 1,234 records in 2.5 seconds".
    private static readonly Regex Timed = new(
        @"\b(?<name>completed|finished|processed|took|done|imported|generated|analyzed|loaded|trained)\b[^.{}]{0,40}?\b(?:in\s+|took\s+)?(?<value>\d+(?:\.\d+)?\s*(?:ms|milliseconds|s|sec|secs|seconds))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, OwnPattern.Patience);

    private static readonly Regex Hole = new(@"\{@?(?<name>[A-Za-z]+)[^}]*\}", RegexOptions.CultureInvariant, OwnPattern.Patience);

    /// <summary>Reads one call.</summary>
    public static void Analyze(MemberOperation context, IInvocationOperation call, ShippedCode shipped, SourceBodies bodies)
    {
        if (!Logs(call.TargetMethod) || TemplateOf(call) is not { } template || ShippedCode.LiesBeside(call.Syntax.SyntaxTree.FilePath) || MetricPlace.IsSetting(call.Syntax))
            return;
        var found = template.ConstantValue is { HasValue: true, Value: string text } ? InText(text, template) ?? InHoles(context, text, call, bodies) : null;
        if (found is { } metric && IsAfterWork(call) && shipped.Contains(call.Syntax.SyntaxTree))
            context.ReportDiagnostic(HardCodedMetric.Finding(metric.Value.Origin, metric.Name, metric.Noun, metric.Value, $"the log line always says {metric.Value.Text}"));
    }

    private static bool Logs(IMethodSymbol method) => method.Name switch
    {
        "LogInformation" or "LogDebug" or "LogTrace" or "LogWarning" or "Information" or "Debug" or "Info" or "Verbose" => true,
        "WriteLine" => method.ContainingType.Name is "Console" or "Debug" or "Trace",
        _ => false,
    };

    private static IOperation? TemplateOf(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;

    private static (string Name, string Noun, FixedValue Value)? InText(string text, IOperation template)
    {
        if (!text.Any(char.IsDigit) || text.IndexOf("--", StringComparison.Ordinal) >= 0 || text.IndexOf("usage", StringComparison.OrdinalIgnoreCase) >= 0)
            return null;
        var match = Measured.Match(text);
        var noun = "a measurement";
        if (!match.Success)
        {
            match = Timed.Match(text);
            noun = "a duration";
        }

        return match.Success && !text.Contains("imeout") ? (match.Groups["name"].Value, noun, new FixedValue(match.Groups["value"].Value, template.Syntax)) : null;
    }

    // `Log("Accuracy {Accuracy}", 0.95)`.
    private static (string Name, string Noun, FixedValue Value)? InHoles(MemberOperation context, string text, IInvocationOperation call, SourceBodies bodies)
    {
        if (text.IndexOf('{') < 0)
            return null;
        var names = Hole.Matches(text).Cast<Match>().Select(static m => m.Groups["name"].Value).ToList();
        var arguments = call.Arguments.SkipWhile(static a => a.Parameter?.Type.SpecialType != SpecialType.System_String).Skip(1)
            .SelectMany(static a => a.Value is IArrayCreationOperation { Initializer.ElementValues: var elements } ? elements : [a.Value]).ToList();
        for (var i = 0; i < Math.Min(names.Count, arguments.Count); i++)
        {
            if (MetricName.Of(names[i]) is { } noun && MetricWrites.ValueAt(context, arguments[i], bodies) is { IsPlain: false } value)
                return (names[i], noun, value with { Origin = arguments[i].Syntax });
        }

        return null;
    }

    // A first line announces or explains; what is reported stands after what it reports on.
    private static bool IsAfterWork(IInvocationOperation call) => FunctionGraph.Syntax(call.Syntax) is { } function
        && function.DescendantNodes().Any(n => n.SpanStart < call.Syntax.SpanStart && !n.Span.Contains(call.Syntax.Span)
            && n is InvocationExpressionSyntax);
}
