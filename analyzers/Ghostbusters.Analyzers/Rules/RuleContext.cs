using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Rules;

/// <summary>The settings that all rules share.</summary>
internal static class RuleContext
{
    /// <summary>Runs the rule concurrently and leaves out generated code: nobody wrote its claims.</summary>
    public static void ForHandWrittenCode(this AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
    }
}
