namespace Ghostbusters.Functions.Annotations;

/// <summary>What a function touches: its policy grants just that.</summary>
/// <param name="resource">What kind of thing.</param>
/// <param name="access">What it does with it.</param>
/// <param name="name">Which one, for queues, workflows and secrets; empty for the context's own table and blobs.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class UsesAttribute(ResourceKind resource, Access access, string name = "") : Attribute
{
    /// <summary>What kind of thing.</summary>
    public ResourceKind Resource { get; } = resource;

    /// <summary>What is done with it.</summary>
    public Access Access { get; } = access;

    /// <summary>Which one.</summary>
    public string Name { get; } = name;
}

/// <summary>A kind of thing that a function can touch.</summary>
public enum ResourceKind
{
    Table,

    /// <summary>A table's indexes, which are asked.</summary>
    Indexes,
    Blobs,
    Queue,
    Workflow,

    /// <summary>A secret of the platform.</summary>
    Secret,

    /// <summary>A secret of which each tenant has its own.</summary>
    TenantSecret,
    Connections,
}

/// <summary>What a function does with a thing.</summary>
[Flags]
public enum Access
{
    Read = 1,
    Write = 2,
    ReadWrite = Read | Write,
}
