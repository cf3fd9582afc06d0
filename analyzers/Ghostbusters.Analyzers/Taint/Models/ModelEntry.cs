using System.Collections.Immutable;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>A field of an entry, as it is written: its line in the file, from 1, and its one text or those of its list.</summary>
internal sealed record ModelField(string Name, int Line, ImmutableArray<string> Values)
{
    /// <summary>The one text; null where there are several.</summary>
    public string? One => Values.Length == 1 ? Values[0] : null;
}

/// <summary>An item of a file's list (its section: <c>sources</c>), as it is written.</summary>
internal sealed record ModelEntry(string File, string Section, int Line, ImmutableArray<ModelField> Fields)
{
    /// <summary>A field; null where it is not there.</summary>
    public ModelField? this[string name] => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>An error at a field, or at the entry where the field is not there.</summary>
    public ModelFormatException Error(string field, string message) => new(File, this[field]?.Line ?? Line, message);
}
