using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Testing;

/// <summary>What analysed code is compiled against: the framework, and the test, assertion and mock libraries.</summary>
public static class TestReferences
{
    // Versions as in the project file's PackageDownload list.
    private static readonly ImmutableArray<string> Libraries =
    [
        "xunit.assert/2.9.3/lib/netstandard1.1/xunit.assert.dll",
        "xunit.extensibility.core/2.9.3/lib/netstandard1.1/xunit.core.dll",
        "xunit.abstractions/2.0.3/lib/netstandard2.0/xunit.abstractions.dll",
        "nunit/4.2.2/lib/net6.0/nunit.framework.dll",
        "mstest.testframework/3.8.3/lib/netstandard2.0/Microsoft.VisualStudio.TestPlatform.TestFramework.dll",
        "fluentassertions/6.12.0/lib/net6.0/FluentAssertions.dll",
        "shouldly/4.2.1/lib/netstandard2.0/Shouldly.dll",
        "nsubstitute/5.1.0/lib/net6.0/NSubstitute.dll",
        "castle.core/5.1.1/lib/net6.0/Castle.Core.dll",
        "moq/4.20.70/lib/net6.0/Moq.dll",
    ];

    /// <summary>The framework of the running tests, ASP.NET Core included.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } = [.. FrameworkFiles().Select(static f => MetadataReference.CreateFromFile(f))];

    /// <summary>The framework, xunit, NUnit, MSTest, FluentAssertions, Shouldly, NSubstitute and Moq.</summary>
    public static ImmutableArray<MetadataReference> All { get; } = [.. Framework, .. LibraryFiles().Select(static f => MetadataReference.CreateFromFile(f))];

    /// <summary>The files of the libraries, for who reads references by path.</summary>
    public static IEnumerable<string> LibraryFiles()
    {
        var folder = typeof(TestReferences).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "PackagesFolder").Value!;
        return Libraries.Select(file => Path.Combine(folder, file));
    }

    private static IEnumerable<string> FrameworkFiles()
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(core))!, "Microsoft.AspNetCore.App", Path.GetFileName(core));
        return Directory.EnumerateFiles(core, "*.dll").Concat(Directory.EnumerateFiles(web, "*.dll"))
            .Where(static f => IsManaged(Path.GetFileName(f))).Order(StringComparer.Ordinal);
    }

    private static bool IsManaged(string name) =>
        name is "mscorlib.dll" or "netstandard.dll" || name.StartsWith("System.", StringComparison.Ordinal) && !name.Contains(".Native", StringComparison.Ordinal)
        || (name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.DiaSymReader", StringComparison.Ordinal));
}
