using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Questions to symbols.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat MetadataName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static bool Is(this ITypeSymbol? type, string name) => type is not null && type.ToDisplayString(MetadataName) == name;

    public static AttributeData? Attribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(name));

    public static bool Has(this ISymbol symbol, string attribute) => symbol.Attribute(attribute) is not null;

    public static object? Named(this AttributeData attribute, string property) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value.Value;

    public static bool Sets(this AttributeData attribute, string property) =>
        attribute.NamedArguments.Any(argument => argument.Key == property);

    public static IEnumerable<INamedTypeSymbol> SelfAndInterfaces(this ITypeSymbol type) =>
        type is INamedTypeSymbol self ? type.AllInterfaces.Prepend(self) : type.AllInterfaces;
}
