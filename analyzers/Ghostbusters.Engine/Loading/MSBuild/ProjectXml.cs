using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ghostbusters.Engine.Files;

namespace Ghostbusters.Engine.Loading.MSBuild;

/// <summary>Reads the XML of project files: no document type, no entity, nothing from outside.</summary>
internal static class ProjectXml
{
    private const int MaximumDepth = 200;
    private const int MaximumBytes = 8 << 20;

    /// <summary>The root element.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="XmlException">It is not such XML.</exception>
    public static XElement Read(FileTree tree, string path)
    {
        var bytes = tree.Read(path);
        if (bytes.Length > MaximumBytes)
            throw new XmlException($"The file has {bytes.Length} bytes; a project file of over {MaximumBytes} is not read.");
        RefuseDeepNesting(bytes);
        using var reader = Open(bytes);
        return XElement.Load(reader);
    }

    // XElement walks itself recursively, so a document of endless depth must not become one.
    private static void RefuseDeepNesting(ReadOnlyMemory<byte> bytes)
    {
        using var reader = Open(bytes);
        while (reader.Read())
        {
            if (reader.Depth > MaximumDepth)
                throw new XmlException($"The elements are nested more than {MaximumDepth} deep.");
        }
    }

    private static XmlReader Open(ReadOnlyMemory<byte> bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, MaxCharactersInDocument = MaximumBytes };
        return XmlReader.Create(new StreamReader(new MemoryStream(bytes.ToArray(), writable: false), Encoding.UTF8, detectEncodingFromByteOrderMarks: true), settings);
    }
}
