using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A member is misspelt, or called as it is called in another language.</summary>
internal sealed class MemberMisspelt : Injection
{
    public override string RuleId => "GB5003";

    public override bool MayBreak => true;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from access in root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        let name = access.Name.Identifier
        where name.ValueText.Length >= 4
        from wrong in Wrong(name.ValueText)
        select At(access, Replace(name, wrong));

    private static IEnumerable<string> Wrong(string name)
    {
        var middle = name.Length / 2;
        yield return name[..middle] + name[(middle + 1)..];
        yield return name[..(middle - 1)] + name[middle] + name[middle - 1] + name[(middle + 1)..];
        yield return char.ToLowerInvariant(name[0]) + name[1..];
        yield return name.EndsWith('s') ? name[..^1] : name + "s";
        if (Elsewhere(name) is { } foreign)
            yield return foreign;
    }

    private static string? Elsewhere(string name) => name switch
    {
        "Add" => "push",
        "Count" or "Length" => "size",
        "Contains" => "includes",
        "Select" => "map",
        "Where" => "filter",
        "Any" => "some",
        "IndexOf" => "find",
        "ToUpperInvariant" => "upper",
        _ => null,
    };
}
