using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.References;

/// <summary>What a project is compiled against, apart from other projects.</summary>
/// <param name="References">Framework first, then packages and assemblies, in a stable order.</param>
/// <param name="IsIncomplete">Whether something is missing, so that names may not bind through no fault of the code.</param>
internal sealed record ResolvedReferences(ImmutableArray<MetadataReference> References, bool IsIncomplete);
