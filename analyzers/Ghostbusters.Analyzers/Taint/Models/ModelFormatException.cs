namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>A file of models is not one; the message says where, and what to write instead.</summary>
internal sealed class ModelFormatException(string file, int line, string message) : FormatException($"{file}:{line}: {message}");
