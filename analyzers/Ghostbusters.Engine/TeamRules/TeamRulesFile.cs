using System.Text.RegularExpressions;
using Ghostbusters.Analyzers.Taint.Models;

namespace Ghostbusters.Engine.TeamRules;

/// <summary>Reads team rules: YAML, as docs/team-rules.md and docs/team-rules.schema.json describe it.</summary>
public static partial class TeamRulesFile
{
    /// <summary>Where a repository keeps them, below its root.</summary>
    public const string DefaultPath = ".ghostbusters/rules.yaml";

    private const int MaximumRules = 500;
    private static readonly string[] TopFields = ["version", "banned_claims", .. TeamModels.Sections];
    private static readonly string[] ClaimFields = ["id", "text", "pattern", "in", "because", "remedy", "severity", "paths", "except", "experts"];

    /// <summary>The rules of one file.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="ConfigurationException">It is not such a file; the message says where, and what to write instead.</exception>
    public static TeamRuleSet Read(string name, string text)
    {
        var top = YamlFields.Read(name, text).Only(TopFields);
        if (top.Text("version") is var version && version != "1")
            throw top.Error("version", $"The version '{version}' is not known: write `version: 1`.");
        var claims = top.Objects("banned_claims").Select(ReadClaim).ToImmutableArray();
        if (claims.Length > MaximumRules)
            throw top.Error("banned_claims", $"There are {claims.Length} rules, and {MaximumRules} are the most.");
        return TeamRuleSet.Combine([new TeamRuleSet(claims) { Models = TeamModelSections.Check(name, text, top) ? [new TeamModelsText(name, text)] : [] }]);
    }

    private static BannedClaim ReadClaim(YamlFields fields)
    {
        fields.Only(ClaimFields);
        var id = fields.Text("id");
        if (!Ids().IsMatch(id))
            throw fields.Error("id", $"'{id}' is no id: write upper-case letters and digits that end in a number, such as TEAM001.");
        if (TeamRuleSet.IsReserved(id))
            throw fields.Error("id", $"'{id}': ids that begin with GB are the built-in rules'. Take another beginning, such as TEAM001.");
        if (fields.Has("text") == fields.Has("pattern"))
            throw fields.Error("id", "Give either `text` (words) or `pattern` (a regular expression).");
        return new BannedClaim
        {
            Id = id,
            Text = fields.Has("text") ? fields.Text("text") : fields.Text("pattern"),
            Pattern = fields.Has("text") ? Words(fields) : Expression(fields),
            Places = fields.Texts("in", ["comments", "docs"]).Aggregate(ClaimPlaces.None, (all, word) => all | PlaceOf(fields, word)),
            Because = fields.Text("because").TrimEnd('.', ' '),
            Remedy = fields.Text("remedy"),
            Severity = fields.Choice("severity", "warning", ["error", "warning", "note"]) switch { "error" => Severity.Error, "note" => Severity.Note, _ => Severity.Warning },
            Paths = fields.Texts("paths", []),
            Except = fields.Texts("except", []),
            Experts = fields.Texts("experts", []),
        };
    }

    private static ClaimPlaces PlaceOf(YamlFields fields, string word) => word switch
    {
        "comments" => ClaimPlaces.Comments,
        "docs" => ClaimPlaces.Docs,
        "names" => ClaimPlaces.Names,
        "strings" => ClaimPlaces.Strings,
        _ => throw fields.Error("in", $"'{word}' is no place: comments, docs, names and strings are."),
    };

    // The words in their order, however they are spaced, hyphenated and cased.
    private static Regex Words(YamlFields fields)
    {
        var words = fields.Text("text").Split([' ', '\t', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            throw fields.Error("text", "There are no words in it.");
        return Compile(@"\b" + string.Join(@"[\s_-]+", words.Select(Regex.Escape)) + @"\b");
    }

    private static Regex Expression(YamlFields fields)
    {
        try
        {
            return Compile(fields.Text("pattern"));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw fields.Error("pattern", $"It is no regular expression that can be used here (look-around and back-references cannot): {e.Message}");
        }
    }

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex("^[A-Z][A-Z0-9]{0,19}[0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
