using System.Text;
using Ghostbusters.Engine.Diff;
using Ghostbusters.Engine.Files;

namespace Ghostbusters.Functions.Analysis.Analysing;

/// <summary>Which lines of C# files are others than in the base. A file that was moved counts as new; line ends alone are no change.</summary>
internal static class ChangesSince
{
    public static ChangedLines Of(FileTree before, FileTree after) => new(
        from path in after.Paths
        where path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
        from range in Changed(before.Contains(path) ? Lines(before, path) : [], Lines(after, path))
        select KeyValuePair.Create(path, range));

    private static IEnumerable<LineRange> Changed(string[] before, string[] after) => LineDiff.Between(before, after)
        .Where(static edit => edit.NewCount > 0)
        .Select(static edit => new LineRange(edit.NewStart + 1, edit.NewStart + edit.NewCount));

    private static string[] Lines(FileTree tree, string path) => Encoding.UTF8.GetString(tree.Read(path).Span).ReplaceLineEndings("\n").Split('\n');
}
