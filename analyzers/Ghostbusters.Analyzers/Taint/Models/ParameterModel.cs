namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>What makes a parameter of the analysed code input.</summary>
internal enum ParameterMark
{
    /// <summary>A public method of a type that derives from the named one.</summary>
    DerivingType,

    /// <summary>An attribute of its method; properties and fields that carry it are input too.</summary>
    Attribute,

    /// <summary>Its own attribute.</summary>
    ParameterAttribute,

    /// <summary>A lambda or method that is handed to the named member.</summary>
    Delegate,

    /// <summary>Its own type.</summary>
    ParameterType,

    /// <summary>Another parameter's type: <c>ServerCallContext</c>, beside which the request stands.</summary>
    Beside,
}

/// <summary>Parameters that somebody outside fills. The member takes the delegate; it is null for the other marks.</summary>
internal sealed record ParameterModel(ParameterMark Mark, string TypeName, string? MemberName, SourceKinds Source);
