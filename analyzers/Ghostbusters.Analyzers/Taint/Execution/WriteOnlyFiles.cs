namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Files that are opened to be written: nothing that somebody else put there is read from them.</summary>
internal static class WriteOnlyFiles
{
    /// <summary>Whether a call opens a file only to write it, or makes it anew.</summary>
    public static bool Opens(LibraryCall call) => call.Arguments.Any(static argument =>
        (argument.Operation?.ConstantValue is { HasValue: true, Value: int number }) && argument.Parameter?.Type.Name switch
        {
            nameof(FileAccess) => number == (int)FileAccess.Write,
            nameof(FileMode) => (FileMode)number is FileMode.Create or FileMode.CreateNew or FileMode.Truncate or FileMode.Append,
            _ => false,
        });
}
