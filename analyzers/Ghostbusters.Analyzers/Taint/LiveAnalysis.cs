using Microsoft.CodeAnalysis.Diagnostics;

namespace Ghostbusters.Analyzers.Taint;

/// <summary>Whether an editor asks, at every keystroke: then a file must be enough, and the answer must not take long.</summary>
internal static class LiveAnalysis
{
    // What an editor sets where it reads a project without building it; the package makes it visible.
    private const string DesignTime = "build_property.DesignTimeBuild";

    /// <summary>Whether it does.</summary>
    public static bool IsOn(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(DesignTime, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
