namespace Ghostbusters.Infra.Tests.Checks;

/// <summary>38 to 45.</summary>
internal static class GatewayChecks
{
    public static IEnumerable<Check> All =>
    [
        new(38, "a person's token, or a reason", static g => [
            .. Operations(g).Where(static o => o.Verb != "options").Select(static o => new Verdict($"{o.Verb} {o.Path}", o.Json["security"]?[0]?["people"] is JsonArray { Count: > 0 } ? null : "anybody")),
            .. g.Of("apigatewayv2:Route").Select(static r => new Verdict($"socket {r["routeKey"]}", r["authorizationType"] == "NONE" ? "anybody" : null))],
            static g => Edit(g, static d => d["paths"]!["/ghostbusters/history"]!["get"]!.AsObject().Remove("security"))),
        new(39, "bodies are checked for their form", static g => Operations(g).Where(static o => o.Verb is not "options").Select(o => new Verdict($"{o.Verb} {o.Path}",
                o.Json["x-amazon-apigateway-request-validator"]?.ToString() == "all" && (o.Json["requestBody"] is not { } body || Resolves(g, body["content"]!["application/json"]!["schema"]!)) ? null : "are not")),
            static g => Edit(g, static d => d["paths"]!["/ghostbusters/analyze"]!["post"]!.AsObject().Remove("x-amazon-apigateway-request-validator"))),
        new(40, "a line of JSON a request, no bodies", static g => [
            .. g.Of("apigateway:Stage").Concat(g.Of("apigatewayv2:Stage")).Select(static s => new Verdict(s.ToString(), s.Document("accessLogSettings.format")["requestId"]?.ToString() == "$context.requestId" && s["accessLogSettings.destinationArn"] is not null ? null : "is not")),
            .. g.Of("MethodSettings").Select(static m => new Verdict(m.ToString(), m.Is("settings.dataTraceEnabled") ? "writes bodies" : null)),
            .. g.Of("apigatewayv2:Stage").Select(static s => new Verdict(s + " trace", s.Is("defaultRouteSettings.dataTraceEnabled") ? "writes bodies" : null))],
            static g => g.Set("MethodSettings", "settings.dataTraceEnabled", true)),
        Check.Each(41, "traced", "apigateway:Stage", static s => s.Is("xrayTracingEnabled"), static g => g.Set("apigateway:Stage", "xrayTracingEnabled", false)),
        new(42, "throttled, for all and for each machine, and metered", static g => [
            .. g.Of("MethodSettings").Select(static m => new Verdict(m.ToString(), m["methodPath"] == "*/*" && m.Number("settings.throttlingRateLimit") > 0 && m.Number("settings.throttlingBurstLimit") > 0 ? null : "is not")),
            .. g.Of("UsagePlan").Select(static u => new Verdict(u.ToString(), u.Number("throttleSettings.rateLimit") > 0 && u.Number("quotaSettings.limit") > 0 ? null : "is not")),
            .. g.Of("apigatewayv2:Stage").Select(static s => new Verdict(s.ToString(), s.Number("defaultRouteSettings.throttlingRateLimit") > 0 ? null : "is not"))],
            static g => g.Set("UsagePlan", "quotaSettings", null)),
        new(43, "pages of other origins: one origin, asked on every path, told in errors", Cors, static g => Edit(g, static d => d["paths"]!["/health"]!.AsObject().Remove("options"))),
        new(44, "deployed when the document changes; integrations lead to functions that allow it", Integrations, static g => g.Set("apigateway:Deployment", "triggers.body", "0")),
        new(45, "a firewall; TLS 1.2", static g => [
            .. g.Of("apigateway:Stage").Select(s => new Verdict(s.ToString(), g.Of("WebAclAssociation").Any() ? null : "no firewall")),
            .. g.Of("DomainName").Select(static d => new Verdict(d.ToString(), d["securityPolicy"] == "TLS_1_2" ? null : "older TLS"))],
            static g => g.Nodes.RemoveAll(static n => n.IsA("WebAclAssociation"))),
    ];

    public static JsonObject DocumentOf(Graph graph) => graph.First("RestApi").Document("body");

    public static IEnumerable<(string Path, string Verb, JsonObject Json)> Operations(Graph graph) =>
        DocumentOf(graph)["paths"]!.AsObject().SelectMany(static p => p.Value!.AsObject().Select(o => (p.Key, o.Key, o.Value!.AsObject())));

    private static void Edit(Graph graph, Action<JsonObject> edit) => graph.First("RestApi").Edit("body", edit);

    private static bool Resolves(Graph graph, JsonNode schema) => schema["$ref"] is not { } reference || DocumentOf(graph)["components"]!["schemas"]![reference.ToString().Split('/')[^1]] is not null;

    private static IEnumerable<Verdict> Cors(Graph graph)
    {
        var document = DocumentOf(graph);
        foreach (var (path, operations) in document["paths"]!.AsObject())
            yield return new Verdict(path, operations!["options"] is { } options && !options.ToJsonString().Contains("'*'", StringComparison.Ordinal) ? null : "is not");
        foreach (var (kind, answer) in document["x-amazon-apigateway-gateway-responses"]!.AsObject())
        {
            var origin = answer!["responseParameters"]!["gatewayresponse.header.Access-Control-Allow-Origin"]?.ToString();
            yield return new Verdict(kind, origin == (graph.IsProduction ? "'https://app.example.com'" : null) ? null : "says another origin");
        }
    }

    private static IEnumerable<Verdict> Integrations(Graph graph)
    {
        var body = graph.First("RestApi")["body"]!;
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)));
        yield return new Verdict("deployment", graph.First("apigateway:Deployment")["triggers.body"] == hash ? null : "is not triggered");
        foreach (var (path, verb, json) in Operations(graph).Where(static o => o.Verb != "options"))
        {
            var uri = json["x-amazon-apigateway-integration"]!["uri"]!.ToString();
            var function = graph.Of("lambda:Function").SingleOrDefault(f => uri.Contains($":function:{f["name"]}:live/", StringComparison.Ordinal));
            var isAllowed = function is not null && graph.Of("lambda:Permission").Any(p => p["function"] == function["name"] && p["principal"] == "apigateway.amazonaws.com" && p["sourceArn"]!.EndsWith($"rest123/*/{verb.ToUpperInvariant()}/*", StringComparison.Ordinal));
            yield return new Verdict($"{verb} {path}", isAllowed ? null : "leads nowhere");
        }
    }
}
