using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ghostbusters.Engine.Baselines;

/// <summary>The baseline as a JSON file with one finding a line, so that a change of it reads well in a diff.</summary>
public static class BaselineFile
{
    /// <summary>Where the file lies below the analysed folder unless the user says otherwise.</summary>
    public const string DefaultPath = ".ghostbusters/baseline.json";

    /// <summary>The version of the format that this code writes and reads.</summary>
    public const int Version = 1;

    private const long MaximumSize = 256L * 1024 * 1024;

    // It is a file, not a web page: names stay readable.
    private static readonly JsonWriterOptions LineOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ConfigurationException">
    /// The file is not there, is not a baseline, is damaged, or was written by a newer version; the message says which.
    /// </exception>
    public static Baseline Read(string path)
    {
        byte[] content;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaximumSize })
                throw Unusable(path, "is over 256 MB");
            content = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The baseline '{path}' cannot be read: {e.Message} Write one with --update-baseline.", e);
        }

        return Parse(content, path);
    }

    /// <summary>Reads a baseline from its bytes.</summary>
    /// <param name="json">UTF-8, with or without a byte order mark.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="ConfigurationException">As <see cref="Read"/>.</exception>
    public static Baseline Parse(ReadOnlyMemory<byte> json, string name)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];

        try
        {
            using var document = JsonDocument.Parse(json);
            return new Baseline(ReadEntries(document.RootElement, name));
        }
        catch (JsonException e)
        {
            throw Unusable(name, $"is not valid JSON at line {e.LineNumber + 1} (a merge conflict?)", e);
        }
        catch (OverflowException e)
        {
            throw Unusable(name, "counts one finding more than 2147483647 times", e);
        }
        catch (InvalidOperationException e)
        {
            // The JSON reader's answer to a string that is not text, such as half a surrogate pair.
            throw Unusable(name, "holds a string that is not valid Unicode", e);
        }
    }

    /// <summary>Writes a baseline; an existing file is replaced only when the new one is whole.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Write(string path, Baseline baseline)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var unfinished = full + ".new";
        File.WriteAllBytes(unfinished, ToJson(baseline));
        File.Move(unfinished, full, overwrite: true);
    }

    /// <summary>The file's bytes: UTF-8, LF; equal baselines give equal bytes.</summary>
    public static byte[] ToJson(Baseline baseline)
    {
        using var output = new MemoryStream();
        output.Write(Encoding.UTF8.GetBytes($"{{\n  \"version\": {Version},\n  \"findings\": ["));
        var separator = "\n    "u8;
        foreach (var entry in baseline.Entries)
        {
            output.Write(separator);
            WriteEntry(output, entry);
            separator = ",\n    "u8;
        }

        output.Write("\n  ]\n}\n"u8);
        return output.ToArray();
    }

    private static void WriteEntry(Stream output, BaselineEntry entry)
    {
        using var writer = new Utf8JsonWriter(output, LineOptions);
        writer.WriteStartObject();
        writer.WriteString("rule", entry.Rule);
        writer.WriteString("path", entry.Path);
        writer.WriteString("fingerprint", entry.Fingerprint);
        writer.WriteString("lineHash", entry.LineHash);
        writer.WriteNumber("count", entry.Count);
        writer.WriteEndObject();
    }

    private static List<BaselineEntry> ReadEntries(JsonElement root, string name)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version)
            || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number))
        {
            throw Unusable(name, "has no 'version', so it is not a baseline");
        }

        if (number > Version)
            throw new ConfigurationException($"The baseline '{name}' has format version {number}, and this Ghostbusters reads {Version}. Update Ghostbusters.");
        if (number < 1)
            throw Unusable(name, $"has the impossible format version {number}");
        if (!root.TryGetProperty("findings", out var findings) || findings.ValueKind != JsonValueKind.Array)
            throw Unusable(name, "has no list 'findings'");

        var entries = new List<BaselineEntry>(findings.GetArrayLength());
        foreach (var finding in findings.EnumerateArray())
            entries.Add(ReadEntry(finding, name, entries.Count + 1));
        return entries;
    }

    private static BaselineEntry ReadEntry(JsonElement finding, string name, int position)
    {
        if (finding.ValueKind != JsonValueKind.Object)
            throw Unusable(name, $"has something other than an object as finding {position}");
        if (!finding.TryGetProperty("count", out var count) || count.ValueKind != JsonValueKind.Number || !count.TryGetInt32(out var times) || times < 1)
            throw Unusable(name, $"has no 'count' of at least 1 in finding {position}");
        return new BaselineEntry(Text("rule"), Text("path"), Text("fingerprint"), Text("lineHash"), times);

        string Text(string property) =>
            finding.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw Unusable(name, $"has no text '{property}' in finding {position}");
    }

    private static ConfigurationException Unusable(string name, string problem, Exception? cause = null) =>
        new($"The baseline '{name}' {problem}. Restore it, or write it anew with --update-baseline.", cause!);
}
