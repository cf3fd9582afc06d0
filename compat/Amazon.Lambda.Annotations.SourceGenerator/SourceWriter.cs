using System.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes indented lines.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line = "") => text.Append(line.Length == 0 ? "" : new string(' ', depth * 4)).Append(line).Append('\n');

    /// <summary>Braces around what is written before it is disposed.</summary>
    public IDisposable Block(string? head = null, string close = "}")
    {
        if (head is not null)
            Line(head);

        Line("{");
        depth++;
        return new End(this, close);
    }

    public override string ToString() => text.ToString();

    private sealed class End(SourceWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line(close);
        }
    }
}
