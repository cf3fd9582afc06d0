using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Testing;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.Tests.Taint;

/// <summary>The names in the built-in models are real: a misspelt type, member, position or overload fails here.</summary>
public sealed class ModelNamesTests
{
    // Namespaces of packages that no framework has, and the version that the models were compared with once; `-` where none was
    // at hand. The packages are not downloaded for it.
    private static readonly string[] Packages =
        [.. File.ReadLines(Repository.PathOf("tests/Ghostbusters.Engine.Tests/Taint/packages.tsv")).Select(static line => line.Split('\t')[0])];

    private static readonly ImmutableArray<ModelEntry> Entries = [.. EmbeddedModels.Files.SelectMany(static file => ModelYaml.Read(file, EmbeddedModels.TextOf(file)))];

    [Fact]
    public void EveryMemberOfAFrameworkIsThere()
    {
        List<string> wrong = [];
        foreach (var entry in Entries)
        {
            foreach (var member in ModelReader.Read([entry]).Members.Where(static m => !IsOfPackage(m.TypeName)))
                wrong.AddRange(Mistakes(member).Select(mistake => $"{entry.File}:{entry.Line}: {member.TypeName}.{member.MemberName}: {mistake}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void EveryMarkOfAParameterIsThere()
    {
        List<string> wrong = [];
        foreach (var entry in Entries)
        {
            foreach (var parameter in ModelReader.Read([entry]).Parameters.Where(static p => !IsOfPackage(p.TypeName)))
            {
                var types = FrameworkTypes.Named(parameter.TypeName);
                if (types.IsEmpty || (parameter.MemberName is { } name && !types.Any(type => FrameworkTypes.Members(type, name).Any())))
                    wrong.Add($"{entry.File}:{entry.Line}: {parameter.TypeName} {parameter.MemberName} is not there");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void EveryPackageThatIsListedIsMissingAndIsModelled()
    {
        var models = ModelReader.Read(Entries);
        var types = models.Members.Select(static m => m.TypeName).Concat(models.Parameters.Select(static p => p.TypeName)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Packages.Where(package => !types.Any(type => Starts(type, package))));
        Assert.Equal([], types.Where(static type => IsOfPackage(type) && !FrameworkTypes.Named(type).IsEmpty));
    }

    // The check itself can fail: each mistake that somebody may make is found.
    [Theory]
    [InlineData("System.IO.Fil.ReadAllText", "return", "", "there is no such type")]
    [InlineData("System.IO.File.ReadAlText", "return", "", "there is no such member")]
    [InlineData("System.IO.File.ReadAllText", "arg7", "", "no overload has arg7")]
    [InlineData("System.IO.File.ReadAllText", "this", "", "no overload has this")]
    [InlineData("System.IO.File.ReadAllText", "return", "overload: int", "no overload begins with int")]
    [InlineData("System.IO.File.ReadAllText", "return", "extension: true", "it is no extension method")]
    [InlineData("System.Linq.Enumerable.ToList", "return", "", "it is an extension method: add `extension: true`")]
    public void AMistakeIsFound(string member, string taints, string field, string mistake)
    {
        var entries = ModelYaml.Read("m.yaml", $"version: 1\nsources:\n  - member: {member}\n    kind: web\n    taints: [{taints}]\n{(field.Length > 0 ? $"    {field}\n" : "")}");
        Assert.Equal([mistake], Mistakes(ModelReader.Read(entries).Members[0]));
    }

    private static IEnumerable<string> Mistakes(MemberModel model)
    {
        var types = FrameworkTypes.Named(model.TypeName);
        if (types.IsEmpty)
            return ["there is no such type"];
        var members = types.SelectMany(type => FrameworkTypes.Members(type, model.MemberName)).ToList();
        if (members.Count == 0)
            return ["there is no such member"];
        var overloads = members.Where(member => IsOverload(member, model.Overload)).ToList();
        if (overloads.Count == 0)
            return [$"no overload begins with {string.Join(", ", model.Overload)}"];
        var slots = model.Taints.Concat(model.Takes).Concat(model.Flows.SelectMany(static f => new[] { f.From, f.To }));
        slots = model.Guards == SinkKinds.None ? slots : slots.Append(model.Checks);
        List<string> mistakes = [.. slots.Distinct().Where(slot => !overloads.Any(member => Has(member, slot))).Select(static slot => $"no overload has {slot}")];
        mistakes.AddRange(model.Sinks.Where(sink => !overloads.Any(member => Fits(member, sink))).Select(static sink => $"no overload takes a {sink.OnlyType} as {sink.Slot}"));
        if (members.Any(static m => m is IMethodSymbol { IsExtensionMethod: true }) != model.IsExtension)
            mistakes.Add(model.IsExtension ? "it is no extension method" : "it is an extension method: add `extension: true`");
        return mistakes;
    }

    private static bool Has(ISymbol member, Slot slot) => slot.Kind switch
    {
        SlotKind.Argument => ParametersOf(member) is var parameters && slot.Index < parameters.Length && HasProperty(parameters[slot.Index].Type, slot.Property),
        SlotKind.This => member is { IsStatic: false } && HasProperty(member.ContainingType, slot.Property),
        SlotKind.Value => member is IPropertySymbol { SetMethod: not null } or IFieldSymbol { IsReadOnly: false },
        SlotKind.Return => member is not IMethodSymbol { ReturnsVoid: true, MethodKind: not MethodKind.Constructor },
        _ => ParametersOf(member).Length > 0,
    };

    private static bool Fits(ISymbol member, SinkSlot sink) => sink.OnlyType is null || sink.Slot.Kind != SlotKind.Argument
        || (ParametersOf(member) is var parameters && sink.Slot.Index < parameters.Length && sink.Accepts(parameters[sink.Slot.Index].Type));

    // `StartInfo.FileName`: each name is a member of what the one before it gives.
    private static bool HasProperty(ITypeSymbol type, string? path) => path is null || path.Split('.').Aggregate((ITypeSymbol?)type, TypeOf) is not null;

    private static ITypeSymbol? TypeOf(ITypeSymbol? owner, string name) => owner is not INamedTypeSymbol named ? null
        : FrameworkTypes.Members(named, name).Select(static m => (m as IPropertySymbol)?.Type ?? (m as IFieldSymbol)?.Type).FirstOrDefault(static t => t is not null);

    private static bool IsOverload(ISymbol member, ImmutableArray<string> types) =>
        ParametersOf(member) is var parameters && parameters.Length >= types.Length && types.Zip(parameters).All(static pair => TypeNames.Names(pair.First, pair.Second.Type));

    private static ImmutableArray<IParameterSymbol> ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static bool IsOfPackage(string type) => Packages.Any(package => Starts(type, package));

    private static bool Starts(string type, string package) => type == package || type.StartsWith(package + ".", StringComparison.Ordinal);
}
