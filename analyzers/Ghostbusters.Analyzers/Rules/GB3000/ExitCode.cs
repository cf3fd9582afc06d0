using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Methods whose number is the exit code of a process, so that 0 says that all went well.</summary>
internal static class ExitCode
{
    private static readonly string[] Runners = ["Command", "Program", "Cli", "CommandLine", "App", "Application", "Tool"];

    /// <summary>Whether the method gives one.</summary>
    /// <param name="method">The method.</param>
    /// <param name="body">Its operations as they are written.</param>
    public static bool IsGivenBy(IMethodSymbol method, IOperation body)
    {
        if (SuccessValues.ResultType(method).SpecialType != SpecialType.System_Int32)
            return false;
        if (method is { IsStatic: true, Name: "Main" or "<Main>$" })
            return true;
        if (method.Name is "Run" or "RunAsync" && Runners.Any(r => method.ContainingType.Name.EndsWith(r, StringComparison.Ordinal)))
            return true;
        return method.Name is "Run" or "RunAsync" or "Execute" or "ExecuteAsync" or "Invoke" or "InvokeAsync" && ReturnsNamed(body);
    }

    // `return ExitCodes.NoInput;`, `return context.ExitCode;`
    private static bool ReturnsNamed(IOperation body) => body.Descendants().OfType<IReturnOperation>().Any(static r =>
        r.ReturnedValue?.DescendantsAndSelf().OfType<IMemberReferenceOperation>().Any(static m => SpeaksOfExit(m.Member.Name) || SpeaksOfExit(m.Member.ContainingType.Name)) == true);

    private static bool SpeaksOfExit(string name) => name.IndexOf("ExitCode", StringComparison.Ordinal) >= 0;
}
