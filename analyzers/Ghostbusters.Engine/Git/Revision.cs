using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ghostbusters.Engine.Git;

/// <summary>Finds the commit that the user means: a name or (part of) a SHA-1, then any number of <c>~n</c> and <c>^n</c>.</summary>
internal static partial class Revision
{
    private const int ShortestAbbreviation = 4;
    private const int LongestTagChain = 16;

    /// <summary>The commit.</summary>
    /// <exception cref="ConfigurationException">There is no such commit, or more than one, or the form is not supported.</exception>
    /// <exception cref="InvalidDataException">The repository is damaged.</exception>
    public static ObjectId Resolve(GitRepository repository, string text)
    {
        var form = Form().Match(text);
        if (text.Contains("@{", StringComparison.Ordinal) || text.Contains("..", StringComparison.Ordinal) || text.Contains(':') || !form.Success)
            throw new ConfigurationException($"The git reference '{text}' has a form that --diff does not read. Give a branch, a tag, a remote branch or a SHA-1, with ~n or ^n where needed.");

        var name = form.Groups["name"].Value;
        var commit = Peel(repository, ResolveName(repository, name == "@" ? "HEAD" : name, text), text);
        foreach (var step in form.Groups["step"].Captures.Select(static capture => capture.Value))
            commit = Step(repository, commit, step, text);
        return commit;
    }

    [GeneratedRegex(@"^(?<name>[^~^]+)(?<step>~\d*|\^\d*|\^\{(commit)?\})*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    private static ObjectId ResolveName(GitRepository repository, string name, string text)
    {
        if (ObjectId.TryParse(name, out var id))
            return id;
        if (repository.References.Resolve(name) is { } named)
            return named;
        if (name.Length < ShortestAbbreviation || name.Length > 2 * ObjectId.Length || !name.All(char.IsAsciiHexDigit))
            throw Unknown(repository, text);

        var all = repository.Objects.StartingWith(name.ToLowerInvariant()).ToList();
        // Git too takes the commit where files or folders have the same start.
        var commits = all.Where(candidate => repository.Objects.Read(candidate).Kind is GitObjectKind.Commit or GitObjectKind.Tag).ToList();
        return commits.Count switch
        {
            1 => commits[0],
            0 => throw Unknown(repository, text),
            _ => throw new ConfigurationException($"The git reference '{text}' is the start of {commits.Count} commits: {string.Join(", ", commits)}. Give more digits."),
        };
    }

    /// <summary>Follows tags to their commit.</summary>
    private static ObjectId Peel(GitRepository repository, ObjectId id, string text)
    {
        for (var i = 0; i < LongestTagChain; i++)
        {
            var found = repository.Objects.TryRead(id) ?? throw Unknown(repository, text);
            if (found.Kind == GitObjectKind.Commit)
                return id;
            if (found.Kind != GitObjectKind.Tag)
                throw new ConfigurationException($"The git reference '{text}' is a {found.Kind}, not a commit. Give a branch, a tag or a commit.");

            const string Target = "object ";
            var line = Encoding.Latin1.GetString(found.Content).Split('\n')[0];
            if (!line.StartsWith(Target, StringComparison.Ordinal) || !ObjectId.TryParse(line.AsSpan(Target.Length), out id))
                throw new InvalidDataException($"The git tag '{text}' is damaged: it names no object. Run 'git fsck'.");
        }

        throw new InvalidDataException($"The git tag '{text}' points to others without end. Run 'git fsck'.");
    }

    private static ObjectId Step(GitRepository repository, ObjectId commit, string step, string text)
    {
        if (step.EndsWith('}'))
            return commit;
        if (step.Length > 1 && !int.TryParse(step.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw Unknown(repository, text);

        var number = step.Length == 1 ? 1 : int.Parse(step.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        if (step[0] == '^')
            return number == 0 ? commit : Parent(repository, commit, number, text);
        for (; number > 0; number--)
            commit = Parent(repository, commit, 1, text);
        return commit;
    }

    private static ObjectId Parent(GitRepository repository, ObjectId commit, int number, string text)
    {
        var parents = Commit.Read(repository, commit).Parents;
        return number <= parents.Length ? parents[number - 1] : throw Unknown(repository, text);
    }

    private static ConfigurationException Unknown(GitRepository repository, string text) =>
        new($"There is no git commit '{text}' in '{repository.WorkTree}'. "
            + (repository.Shallow.IsEmpty
                ? "Check the name, or fetch it: git fetch origin."
                : "The clone is shallow, so that it may lie in the part that was left out: git fetch --unshallow (in GitHub's checkout action: fetch-depth: 0)."));
}
