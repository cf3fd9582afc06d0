namespace Ghostbusters.Analyzers.Symbols;

/// <summary>A member of a library by its full name: <c>System.Web.HttpCookie.Secure</c>; a constructor is <c>System.Web.HttpCookie.#ctor</c>.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Type">The type, without type parameters.</param>
/// <param name="Member">The member, <see cref="Constructor"/> for a constructor.</param>
/// <param name="IsUnmistakable">Whether the member's name alone says what is meant, where the receiver's type is not known.</param>
internal sealed record ApiName(string Namespace, string Type, string Member, bool IsUnmistakable)
{
    /// <summary>The member name of constructors, as in documentation ids.</summary>
    public const string Constructor = "#ctor";

    /// <summary>Whether the type is one of extension methods, so that code names the method and not the type.</summary>
    public bool IsExtension => Type.EndsWith("Extensions", StringComparison.Ordinal);

    /// <summary>Reads a full name. A <c>!</c> at its end makes it unmistakable.</summary>
    public static ApiName Parse(string text)
    {
        var isUnmistakable = text.EndsWith("!", StringComparison.Ordinal);
        var name = isUnmistakable ? text.Substring(0, text.Length - 1) : text;
        var member = name.LastIndexOf('.');
        var type = member > 0 ? name.LastIndexOf('.', member - 1) : -1;
        return type <= 0
            ? throw new FormatException($"'{text}' is not Namespace.Type.Member.")
            : new ApiName(name.Substring(0, type), name.Substring(type + 1, member - type - 1), name.Substring(member + 1), isUnmistakable);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Namespace}.{Type}.{Member}";
}
