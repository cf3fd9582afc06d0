using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Catalogue.Routes;
using Ghostbusters.Functions.Problems;

namespace Ghostbusters.Functions.Catalogue.OpenApi;

/// <summary>The API as OpenAPI 3.1, written from the annotations, the JSON contracts and the documentation comments.</summary>
public static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="CatalogueException">A route names a type that no contract knows.</exception>
    public static byte[] Write(RouteTable routes, IReadOnlyList<Assembly> assemblies, Uri server)
    {
        var texts = new DocumentationText(assemblies);
        var schemas = new SchemaBook(new Contracts(assemblies), texts);
        var paths = new JsonObject();
        foreach (var route in routes.Routes.OrderBy(static r => r.Template.Text, StringComparer.Ordinal))
        {
            var path = paths[route.Template.Text] as JsonObject ?? new JsonObject();
            paths[route.Template.Text] ??= path;
            path[route.Verb.ToLowerInvariant()] = new Operation(route, schemas, texts).ToJson();
        }
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Ghostbusters",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version!.ToString(3),
                ["description"] = "Finds the places where C# code is not telling the truth.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = server.GetLeftPart(UriPartial.Authority) }),
            ["tags"] = Tags(routes),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = WithProblem(schemas.ToJson()),
                ["responses"] = new JsonObject
                {
                    ["Problem"] = new JsonObject
                    {
                        ["description"] = "What is wrong (RFC 9457).",
                        ["content"] = new JsonObject { [ProblemWriter.MediaType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } } },
                    },
                },
                ["securitySchemes"] = new JsonObject
                {
                    [Operation.Security] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An API key (gb_…) or an access token. The names at a route are the scopes that it must have." },
                },
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, Indented);
    }

    private static JsonArray Tags(RouteTable routes) =>
        [.. routes.Routes.Select(static r => r.Template.Text.Trim('/').Split('/')[0]).Distinct().Order(StringComparer.Ordinal)
            .Select(static name => (JsonNode)new JsonObject { ["name"] = name })];

    private static JsonObject WithProblem(JsonObject schemas)
    {
        schemas["Problem"] = JsonNode.Parse("""
            {
              "type": "object",
              "required": ["type", "title", "status"],
              "properties": {
                "type": { "type": "string", "description": "urn:ghostbusters:problem: and the kind; for programs." },
                "title": { "type": "string" },
                "status": { "type": "integer" },
                "detail": { "type": "string", "description": "What is wrong with this request and what to do." },
                "trace_id": { "type": "string", "description": "The logs have more under it." },
                "retry_after": { "type": "integer", "description": "Seconds; also in the header Retry-After." },
                "errors": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["field", "reason"],
                    "properties": { "field": { "type": "string" }, "reason": { "type": "string" } }
                  }
                }
              }
            }
            """);
        return schemas;
    }
}
