namespace Ghostbusters.Engine.References;

/// <summary>A set of reference assemblies that the engine carries.</summary>
internal enum FrameworkSet
{
    /// <summary>Microsoft.NETCore.App of .NET 10.</summary>
    Core,

    /// <summary>Microsoft.AspNetCore.App of .NET 10, to add to <see cref="Core"/>.</summary>
    Web,

    /// <summary>.NET Standard 2.0.</summary>
    Standard,

    /// <summary>.NET Framework 4.7.2, without its designers, WPF and workflow.</summary>
    Classic,
}
