using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.References;

/// <summary>What a project is compiled against, apart from other projects.</summary>
/// <param name="References">Framework first, then packages and assemblies, in a stable order.</param>
/// <param name="Flowing">Those that a project which references this one gets too.</param>
/// <param name="IsWeb">Whether the ASP.NET Core framework is among them; that flows as well.</param>
/// <param name="IsIncomplete">Whether something is missing, so that names may not bind through no fault of the code.</param>
internal sealed record ResolvedReferences(
    ImmutableArray<MetadataReference> References, ImmutableArray<MetadataReference> Flowing, bool IsWeb, bool IsIncomplete);
