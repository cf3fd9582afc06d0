using System.Runtime.CompilerServices;
using Ghostbusters.Analyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules;

/// <summary>Which code of a compilation ships: not tests, samples, examples or benchmarks.</summary>
internal sealed class ShippedCode
{
    // A rooted path says where the repository was cloned, too: only its last directories are the project's own.
    private const int OwnDirectories = 4;

    private static readonly HashSet<string> TestFrameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    private static readonly HashSet<string> BesideWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "test", "tests", "testing", "unittest", "unittests", "integrationtests", "functionaltests", "spec", "specs", "sample", "samples",
        "example", "examples", "demo", "demos", "benchmark", "benchmarks", "perf", "snippets", "docs", "playground", "sandbox", "tutorial", "tutorials", "testutilities",
    };

    private readonly Lazy<bool> _isTestProject;

    private static readonly ConditionalWeakTable<Compilation, ShippedCode> Known = new();

    private ShippedCode(Compilation compilation) => _isTestProject = new(() => IsTest(compilation));

    /// <summary>What ships of this compilation. Whether it is a test project is found out when it is first asked.</summary>
    public static ShippedCode Of(Compilation compilation) => Known.GetValue(compilation, static c => new ShippedCode(c));

    /// <summary>Whether the compilation is a test project: named so, or it declares tests.</summary>
    public bool IsTestProject => _isTestProject.Value;

    /// <summary>Whether the file ships.</summary>
    public bool Contains(SyntaxTree tree) => !LiesBeside(tree.FilePath) && !IsTestProject;

    // Rules ask for one file many times in a row.
    [ThreadStatic]
    private static string? s_lastPath;

    [ThreadStatic]
    private static bool s_lastLiesBeside;

    /// <summary>Whether the path leads to tests, samples or examples.</summary>
    internal static bool LiesBeside(string path)
    {
        if (ReferenceEquals(path, s_lastPath))
            return s_lastLiesBeside;
        (s_lastPath, s_lastLiesBeside) = (path, IsBeside(path));
        return s_lastLiesBeside;
    }

    private static bool IsBeside(string path)
    {
        var parts = path.Split('/', '\\');
        var isRooted = parts[0].Length == 0 || parts[0].EndsWith(":", StringComparison.Ordinal);
        var directories = parts.Take(parts.Length - 1);
        return directories.Skip(isRooted ? Math.Max(0, parts.Length - 1 - OwnDirectories) : 0).Any(IsNamedBeside);
    }

    // `Shop.Tests`, `tests`, `ShopTests`; a folder `Attestation` is none.
    private static bool IsNamedBeside(string name) =>
        name.Split('.', '-', '_').Any(BesideWords.Contains) || name.EndsWith("Tests", StringComparison.Ordinal) || name.EndsWith("Samples", StringComparison.Ordinal);

    private static bool IsTest(Compilation compilation) =>
        IsNamedBeside(compilation.AssemblyName ?? "")
        || (compilation.ReferencedAssemblyNames.Any(static a => TestFrameworks.Contains(a.Name)) && compilation.SyntaxTrees.Any(DeclaresTests));

    private static bool DeclaresTests(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or MemberDeclarationSyntax or AttributeListSyntax)
            .OfType<AttributeSyntax>().Any(TestAttributeNames.IsTestOrClass);
}
