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

    /// <summary>A table's first index, which is asked.</summary>
    Index1,

    /// <summary>A table's second index.</summary>
    Index2,

    /// <summary>A table's index of items whose messages wait, over all tenants.</summary>
    PendingItems,
    Blobs,
    Queue,
    Workflow,

    /// <summary>A secret of the platform.</summary>
    Secret,

    /// <summary>A secret of which each tenant has its own.</summary>
    TenantSecret,
    Connections,
}

/// <summary>What a function does with a thing. Each is a right of its own.</summary>
[Flags]
public enum Access
{
    /// <summary>Gets an item, an object or a secret by its key; takes a queue's messages; looks how an execution stands.</summary>
    Read = 1,

    /// <summary>Asks which items or objects there are.</summary>
    List = 2,

    /// <summary>Makes or changes an item or an object; sends; pushes; starts an execution.</summary>
    Write = 4,

    /// <summary>Deletes an item or an object.</summary>
    Delete = 8,

    ReadWrite = Read | Write,
    All = Read | List | Write | Delete,
}
