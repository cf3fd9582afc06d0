using Ghostbusters.Engine.Analysis;
using Spectre.Console;

namespace Ghostbusters.Cli.Commands;

/// <summary>A bar on a terminal while work goes on; nothing where nobody looks (a pipe, CI).</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs the work under the bar.</summary>
    public static Task<T> RunAsync<T>(CommandContext context, Func<IProgress<AnalysisProgress>?, Task<T>> work)
    {
        if (!context.Errors.Profile.Capabilities.Interactive || !context.Errors.Profile.Capabilities.Ansi)
            return work(null);

        return context.Errors.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async display => await work(new Bar(display.AddTask("starting"))).ConfigureAwait(false));
    }

    // Not Progress<T>: that posts to a context and would paint late.
    private sealed class Bar(ProgressTask task) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value)
        {
            task.Value = 100 * value.Fraction;
            task.Description = Markup.Escape($"{value.Phase.ToString().ToLowerInvariant()} {value.Subject}");
        }
    }
}
