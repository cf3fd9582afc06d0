using Ghostbusters.Functions.Tokens;

namespace Ghostbusters.Infra.Api;

/// <summary>Scopes as the user pool writes them into tokens: with the name of the resource server.</summary>
internal static class ScopeNames
{
    public static string Of(string scope) => TokenOptions.ResourceServer + "/" + scope;
}
