using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Analysis;

/// <summary>Makes findings of Roslyn's diagnostics; the code cannot silence those of the floor.</summary>
internal sealed class FindingFactory(Compilation compilation, string project, RuleSelection? floor = null)
{
    private const int LinesAround = 2;
    private const int LongestLine = 300;

    private readonly Dictionary<SyntaxTree, LineHashes> _lineHashes = [];

    /// <summary>The finding of a diagnostic that one of our rules reported in source.</summary>
    public Finding Create(Diagnostic diagnostic)
    {
        var tree = diagnostic.Location.SourceTree ?? throw new ArgumentException("A finding lies in source.", nameof(diagnostic));
        var properties = diagnostic.Properties;
        var claimIsLocated = properties.ContainsKey(FindingProperties.ClaimIsLocated);
        var places = diagnostic.AdditionalLocations.Where(static l => l.SourceTree is not null).Select(Place).ToImmutableArray();
        var location = Place(diagnostic.Location);
        return new Finding
        {
            RuleId = diagnostic.Id,
            Severity = SeverityOf(diagnostic.Severity),
            Message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
            Location = location,
            Excerpt = ExcerptOf(tree, diagnostic.Location),
            Claim = properties.GetValueOrDefault(FindingProperties.Claim),
            ClaimLocation = claimIsLocated ? places[0] : null,
            Evidence = properties.GetValueOrDefault(FindingProperties.Evidence) ?? "",
            EvidenceLocations = claimIsLocated ? places[1..] : places,
            EvidenceSteps = properties.GetValueOrDefault(FindingProperties.Steps)?.Split('\n').ToImmutableArray() ?? [],
            Basis = properties.GetValueOrDefault(FindingProperties.Basis) ?? "",
            Fingerprint = properties.GetValueOrDefault(FindingProperties.Fingerprint) ?? "",
            LineHash = LineHashOf(tree, location.Range.StartLine),
            Suppression = diagnostic.IsSuppressed && floor?.Contains(diagnostic.Id) != true ? new Model.Suppression(SuppressionReason.Of(diagnostic, compilation)) : null,
            Project = project,
        };
    }

    private string LineHashOf(SyntaxTree tree, int line)
    {
        if (!_lineHashes.TryGetValue(tree, out var hashes))
            _lineHashes[tree] = hashes = LineHashes.Of(tree.GetText());
        return hashes[line];
    }

    private static SourceLocation Place(Location location) => new(location.SourceTree!.FilePath, RangeOf(location.GetLineSpan().Span));

    /// <summary>Roslyn counts from zero, people from one.</summary>
    public static SourceRange RangeOf(LinePositionSpan span) =>
        new(span.Start.Line + 1, span.Start.Character + 1, span.End.Line + 1, span.End.Character + 1);

    private static Severity SeverityOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Severity.Error,
        DiagnosticSeverity.Warning => Severity.Warning,
        _ => Severity.Note,
    };

    private static Excerpt ExcerptOf(SyntaxTree tree, Location location)
    {
        var text = tree.GetText();
        var span = location.GetLineSpan().Span;
        var first = Math.Max(0, span.Start.Line - LinesAround);
        var last = Math.Min(text.Lines.Count - 1, Math.Min(span.End.Line, span.Start.Line + LinesAround) + LinesAround);
        return new Excerpt(first + 1, [.. Enumerable.Range(first, last - first + 1).Select(i => Shown(text, text.Lines[i]))]);
    }

    // A line of a megabyte is data: its beginning shows enough.
    private static string Shown(SourceText text, TextLine line) =>
        text.ToString(TextSpan.FromBounds(line.Start, Math.Min(line.End, line.Start + LongestLine)));
}
