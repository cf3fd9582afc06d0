namespace Ghostbusters.Functions.Catalogue;

/// <summary>The annotations ask for what cannot be; the message says which, why, and what to do.</summary>
public sealed class CatalogueException(string message) : Exception(message);
