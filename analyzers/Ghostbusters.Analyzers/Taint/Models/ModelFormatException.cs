namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>A file of models is not one; the message says where, and what to write instead.</summary>
internal sealed class ModelFormatException(string file, int line, string problem) : FormatException($"{file}:{line}: {problem}")
{
    /// <summary>The line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>What is wrong, and what to write instead.</summary>
    public string Problem => problem;
}
