namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Which value of a call is meant.</summary>
internal enum SlotKind
{
    /// <summary>What the member answers.</summary>
    Return,

    /// <summary>What it is called on.</summary>
    This,

    /// <summary>One argument, by the position of its parameter; an extension method's receiver is argument 0.</summary>
    Argument,

    /// <summary>Every argument; a receiver is none.</summary>
    AllArguments,

    /// <summary>What a property is set to.</summary>
    Value,
}

/// <summary>A value of a call. <paramref name="Property"/> is null where the whole is meant.</summary>
internal readonly record struct Slot(SlotKind Kind, int Index, string? Property)
{
    /// <summary>As the models write it.</summary>
    public override string ToString()
    {
        var whole = Kind switch
        {
            SlotKind.Return => "return",
            SlotKind.This => "this",
            SlotKind.Argument => $"arg{Index}",
            SlotKind.AllArguments => "args",
            _ => "value",
        };
        return Property is null ? whole : $"{whole}.{Property}";
    }
}
