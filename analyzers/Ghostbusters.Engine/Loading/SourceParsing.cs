using Ghostbusters.Engine.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Loading;

/// <summary>Turns the bytes of C# files into syntax trees. A file that cannot be one gives a notice; the others go on.</summary>
internal sealed class SourceParsing(FileTree tree, long maximumFileSize, NoticeList notices)
{
    /// <summary>The levels of a syntax tree that are handed on. The binder and every rule recurse per level; real code stays below 100.</summary>
    internal const int MaximumDepth = 1_000;

    // A level of brackets is up to three of the tree; the parser itself must not recurse over more.
    private const int MaximumNesting = 300;

    // Brackets of any depth, for which the lexer's stack must be enough: 1 KB each, 256 MB at most.
    private const int MaximumOpened = 250_000;

    // The parser's time grows with the square of them.
    private const int MaximumDirectives = 10_000;

    // The binder's memory grows with the square of them: 5,000 take 800 MB, 50,000 end the process.
    private const int MaximumCases = 2_000;

    /// <summary>The trees of the files that could be read, in the order of the paths.</summary>
    public ImmutableArray<SyntaxTree> Parse(IReadOnlyList<string> paths, CSharpParseOptions options, CancellationToken cancellation)
    {
        var trees = new SyntaxTree?[paths.Count];
        Parallel.For(0, paths.Count, new ParallelOptions { CancellationToken = cancellation }, index =>
            trees[index] = Parse(paths[index], options, cancellation));
        return [.. trees.OfType<SyntaxTree>()];
    }

    private SyntaxTree? Parse(string path, CSharpParseOptions options, CancellationToken cancellation)
    {
        if (Text(path) is not { } text) return null;
        var opened = Nesting.Opened(text);
        if (opened > MaximumOpened)
        {
            notices.Add(path, $"It opens more than {MaximumOpened} brackets.", "Split the file, or leave it out if it is generated.");
            return null;
        }
        if (Nesting.Directives(text) > MaximumDirectives)
        {
            notices.Add(path, $"More than {MaximumDirectives} of its lines are directives.", "Split the file, or leave it out if it is generated.");
            return null;
        }
        if (opened <= MaximumNesting) return Parse(path, text, options, cancellation);

        // The lexer recurses over the holes of interpolated strings, so it gets a stack for as much as there can be.
        SyntaxTree? parsed = null;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    parsed = Nesting.OfTokens(text, options) <= MaximumNesting ? Parse(path, text, options, cancellation) : TooDeep(path);
                }
                catch (Exception e)
                {
                    failure = e; // Thrown again below, on the thread that asked.
                }
            },
            maxStackSize: (2 << 20) + (opened << 10));
        thread.Start();
        thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return parsed;
    }

    private SyntaxTree? TooDeep(string path)
    {
        notices.Add(path, $"Its brackets are nested more than {MaximumNesting} deep.", "Split the expression, or leave the file out if it is generated.");
        return null;
    }

    private SyntaxTree? Parse(string path, SourceText text, CSharpParseOptions options, CancellationToken cancellation)
    {
        var parsed = CSharpSyntaxTree.ParseText(text, options, path, cancellation);
        if (!Nesting.IsWithin(parsed.GetRoot(cancellation), MaximumDepth))
        {
            notices.Add(path, $"Its syntax is nested more than {MaximumDepth} deep.", "Split the expression or statement, or leave the file out if it is generated.");
            return null;
        }
        if (Nesting.WidestSwitch(parsed.GetRoot(cancellation), text, MaximumCases) > MaximumCases)
        {
            notices.Add(path, $"A switch in it has more than {MaximumCases} cases.", "Use a dictionary, or leave the file out if it is generated.");
            return null;
        }
        if (parsed.GetDiagnostics(cancellation).FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            var line = error.Location.GetLineSpan().StartLinePosition.Line + 1;
            notices.Add(path, $"It does not parse: line {line}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} ({error.Id}).",
                "Mend the syntax; what could be read was analysed.");
        }
        return parsed;
    }

    private SourceText? Text(string path)
    {
        if (!tree.Contains(path))
        {
            notices.Add(path, "The project names this file, but it is not in the tree.", "Analyse from a folder above it, or remove it from the project.");
            return null;
        }
        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = tree.Read(path);
        }
        catch (IOException e)
        {
            notices.Add(path, e.Message, "Make the file readable.");
            return null;
        }
        if (bytes.Length > maximumFileSize)
        {
            notices.Add(path, $"It has {bytes.Length} bytes, more than the limit of {maximumFileSize}.", "Split the file, or raise the limit.");
            return null;
        }
        try
        {
            var content = bytes.ToArray();
            return SourceText.From(content, content.Length, encoding: null, SourceHashAlgorithm.Sha256, throwIfBinaryDetected: true, canBeEmbedded: false);
        }
        catch (InvalidDataException)
        {
            notices.Add(path, "It is not text.", "Name the file as what it is, or leave it out.");
            return null;
        }
    }
}
