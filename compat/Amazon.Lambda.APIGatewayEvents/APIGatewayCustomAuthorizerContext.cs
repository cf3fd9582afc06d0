using System.Runtime.Serialization;
using System.Text.Json;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What the authorizer said of the caller: its own keys, or the claims of a verified token under <c>claims</c>.</summary>
[DataContract]
public class APIGatewayCustomAuthorizerContext : Dictionary<string, object>
{
    private Dictionary<string, string> claims;

    [Obsolete("Read authorizer[\"principalId\"].")]
    public string PrincipalId
    {
        get => Text("principalId");
        set => this["principalId"] = value;
    }

    [Obsolete("Read authorizer[\"stringKey\"].")]
    public string StringKey
    {
        get => Text("stringKey");
        set => this["stringKey"] = value;
    }

    [Obsolete("Read authorizer[\"numKey\"].")]
    public int? NumKey
    {
        get => int.TryParse(Text("numKey"), out var number) ? number : null;
        set => this["numKey"] = value;
    }

    [Obsolete("Read authorizer[\"boolKey\"].")]
    public bool? BoolKey
    {
        get => bool.TryParse(Text("boolKey"), out var flag) ? flag : null;
        set => this["boolKey"] = value;
    }

    /// <summary>The token's claims that are strings.</summary>
    public Dictionary<string, string> Claims
    {
        get => claims ??= ReadClaims();
        set => claims = value;
    }

    private Dictionary<string, string> ReadClaims() =>
        TryGetValue("claims", out var value) && value is JsonElement { ValueKind: JsonValueKind.Object } element
            ? element.EnumerateObject()
                .Where(claim => claim.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(claim => claim.Name, claim => claim.Value.GetString())
            : [];

    private string Text(string key) => TryGetValue(key, out var value) ? value?.ToString() : null;
}
