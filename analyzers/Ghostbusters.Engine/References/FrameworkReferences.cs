using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.References;

/// <summary>The reference assemblies that the engine carries, inflated once per process. Safe for use from several threads.</summary>
internal static class FrameworkReferences
{
    private static readonly Lazy<ImmutableArray<PortableExecutableReference>>[] Sets =
        [.. Enum.GetValues<FrameworkSet>().Select(static set => new Lazy<ImmutableArray<PortableExecutableReference>>(() => Inflate(ResourceOf(set))))];

    /// <summary>The set's assemblies in ordinal order of their names; every call gives the same instances.</summary>
    public static ImmutableArray<PortableExecutableReference> Of(FrameworkSet set) => Sets[(int)set].Value;

    /// <summary>The simple names of the set's assemblies.</summary>
    public static ImmutableArray<string> NamesOf(FrameworkSet set)
    {
        using var zip = Open(ResourceOf(set));
        return [.. zip.Entries.Select(static entry => Path.GetFileNameWithoutExtension(entry.Name))];
    }

    private static string ResourceOf(FrameworkSet set) => set switch
    {
        FrameworkSet.Core => "references/core.zip",
        FrameworkSet.Web => "references/web.zip",
        FrameworkSet.Standard => "references/standard.zip",
        _ => "references/classic.zip",
    };

    // A ZipArchive serves one thread, so each part of the work opens its own over the resource, which is memory.
    private static ImmutableArray<PortableExecutableReference> Inflate(string resource)
    {
        using var names = Open(resource);
        var assemblies = new PortableExecutableReference[names.Entries.Count];
        var parts = Math.Min(Environment.ProcessorCount, assemblies.Length);
        Parallel.For(0, parts, part =>
        {
            using var zip = Open(resource);
            for (var index = part; index < assemblies.Length; index += parts)
            {
                var entry = zip.Entries[index];
                var image = GC.AllocateUninitializedArray<byte>(checked((int)entry.Length));
                using var content = entry.Open();
                content.ReadExactly(image);
                assemblies[index] = MetadataReference.CreateFromImage(ImmutableCollectionsMarshal.AsImmutableArray(image), filePath: entry.Name);
            }
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(assemblies);
    }

    private static ZipArchive Open(string resource) => new(
        typeof(FrameworkReferences).Assembly.GetManifestResourceStream(resource)
        ?? throw new InvalidOperationException($"The engine was built without its resource '{resource}'."));
}
