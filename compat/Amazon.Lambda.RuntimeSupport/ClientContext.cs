using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed record ClientContext(IDictionary<string, string> Environment, IClientApplication Client, IDictionary<string, string> Custom) : IClientContext
{
    /// <summary>Never null: without a header its members are.</summary>
    public static ClientContext Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return new ClientContext(null, null, null);

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ClientContext(root.Texts("env"), ClientApplication.Read(root), root.Texts("custom"));
    }
}
