using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>The effect that a parameter's name and type promise a caller.</summary>
/// <param name="Words">The promise: <c>a time limit</c>.</param>
/// <param name="IsToken">It is a cancellation token: there must be something to cancel, and checking it is honouring it.</param>
/// <param name="IsCulture">It is a culture: overloads carry it for the sake of their siblings.</param>
internal sealed record ParameterPromise(string Words, bool IsToken = false, bool IsCulture = false)
{
    private static readonly ParameterPromise Token = new("that the call can be cancelled", IsToken: true);
    private static readonly ParameterPromise Culture = new("a culture", IsCulture: true);
    private static readonly ParameterPromise Comparer = new("a way to compare");
    private static readonly ParameterPromise Encoding = new("an encoding");

    private static readonly string[] TypeWords = ["CancellationToken", "CultureInfo", "IFormatProvider", "Comparer", "Comparison", "Encoding"];

    private static readonly Dictionary<string, string> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["retries"] = "a number of retries",
        ["retryCount"] = "a number of retries",
        ["maxRetries"] = "a number of retries",
        ["maxRetryCount"] = "a number of retries",
        ["maxAttempts"] = "a number of attempts",
        ["attempts"] = "a number of attempts",
        ["numberOfRetries"] = "a number of retries",
        ["maxRetryAttempts"] = "a number of retries",
        ["limit"] = "a limit",
        ["take"] = "a limit",
        ["top"] = "a limit",
        ["pageSize"] = "a page size",
        ["maxResults"] = "a limit",
        ["maxCount"] = "a limit",
        ["maxItems"] = "a limit",
        ["maxRows"] = "a limit",
        ["perPage"] = "a page size",
        ["itemsPerPage"] = "a page size",
        ["maxLength"] = "a greatest length",
        ["maxSize"] = "a greatest size",
        ["maximumLength"] = "a greatest length",
        ["maximumSize"] = "a greatest size",
        ["maximumCount"] = "a limit",
        ["maximumDepth"] = "a greatest depth",
        ["maxDepth"] = "a greatest depth",
        ["offset"] = "where to start",
        ["skip"] = "how much to skip",
        ["page"] = "a page",
        ["pageNumber"] = "a page",
        ["pageIndex"] = "a page",
        ["startIndex"] = "where to start",
        ["maxDegreeOfParallelism"] = "a degree of parallelism",
        ["maxConcurrency"] = "a degree of parallelism",
        ["batchSize"] = "a batch size",
        ["seed"] = "repeatable numbers",
    };

    private static readonly Dictionary<string, string> Texts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["password"] = "protection by a password",
        ["passphrase"] = "protection by a passphrase",
        ["searchPattern"] = "a filter",
        ["orderBy"] = "an order",
        ["sortBy"] = "an order",
        ["sortOrder"] = "an order",
    };

    private static readonly Dictionary<string, string> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dryRun"] = "a run without effects",
        ["recursive"] = "a choice whether to recurse",
        ["recurse"] = "a choice whether to recurse",
        ["overwrite"] = "a choice whether to overwrite",
        ["ignoreCase"] = "a choice of case",
        ["caseSensitive"] = "a choice of case",
        ["leaveOpen"] = "a choice whether to leave it open",
        ["descending"] = "an order",
        ["ascending"] = "an order",
        ["includeDeleted"] = "a choice of what to include",
        ["includeInactive"] = "a choice of what to include",
        ["includeHidden"] = "a choice of what to include",
    };

    /// <summary>Whether the parameter, by its syntax alone, may promise anything: the pre-check before it is bound.</summary>
    public static bool MayBeMadeBy(ParameterSyntax parameter) =>
        parameter.Type is { } type && (IsNamedForPromise(parameter.Identifier.ValueText) || TypeWords.Any(type.ToString().Contains));

    /// <summary>The promise of a parameter; null where it makes none.</summary>
    public static ParameterPromise? Of(IParameterSymbol parameter)
    {
        var name = parameter.Name;
        if (parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.IsThis || DisownsItself(name))
            return null;
        var type = Flow.TypeFacts.WithoutNullable(parameter.Type)!;
        if (OfType(type) is { } promise)
            return promise;
        if (IsTime(name))
            return IsNumber(type) || type.Name == "TimeSpan" ? new ParameterPromise("a time limit") : null;
        if (Numbers.TryGetValue(name, out var words))
            return IsNumber(type) ? new ParameterPromise(words) : name == "limit" && type.Name == "TimeSpan" ? new ParameterPromise("a time limit") : null;
        if (Switches.TryGetValue(name, out words))
            return type.SpecialType == SpecialType.System_Boolean ? new ParameterPromise(words) : null;
        if (Texts.TryGetValue(name, out words))
            return type.TypeKind is not TypeKind.Error ? new ParameterPromise(words) : null;
        return IsFilter(name) && type.TypeKind is not TypeKind.Error ? new ParameterPromise("a filter") : null;
    }

    private static ParameterPromise? OfType(ITypeSymbol type) => type.Name switch
    {
        "CancellationToken" => Token,
        "CultureInfo" or "IFormatProvider" => Culture,
        "IComparer" or "IEqualityComparer" or "StringComparer" or "StringComparison" or "Comparison" => Comparer,
        "Encoding" when type.ContainingNamespace?.Name == "Text" => Encoding,
        _ => null,
    };

    private static bool DisownsItself(string name) =>
        name.StartsWith("_", StringComparison.Ordinal) || name.StartsWith("unused", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ignored", StringComparison.OrdinalIgnoreCase);

    private static bool IsNamedForPromise(string name) =>
        IsTime(name) || IsFilter(name) || Numbers.ContainsKey(name) || Texts.ContainsKey(name) || Switches.ContainsKey(name);

    private static bool IsTime(string name) =>
        name.StartsWith("timeout", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Timeout", StringComparison.Ordinal);

    private static bool IsFilter(string name) => name is "filter" or "predicate" || name.EndsWith("Filter", StringComparison.Ordinal);

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
