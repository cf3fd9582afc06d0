namespace Pulumi;

/// <summary>A resource's unique name: <c>urn:pulumi:stack::project::parentType$type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string _value;

    public Urn(string value)
    {
        if (string.IsNullOrEmpty(value)) throw new ArgumentException("URN cannot be null or empty.", nameof(value));
        _value = value;
    }

    public static implicit operator string(Urn value) => value._value;

    public override string ToString() => _value;

    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The name that a resource with these parts has.</summary>
    public static Output<string> Create(
        Input<string> name, Input<string> type, Resource? parent = null, Input<string>? parentUrn = null,
        Input<string>? project = null, Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null) throw new ArgumentException("Only one of 'parent' and 'parentUrn' can be non-null.");
        var above = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = above is not null
            ? above.Apply(urn => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)] + "$")
            : Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::");
        return Output.Format($"{prefix}{type}::{name}");
    }
}
