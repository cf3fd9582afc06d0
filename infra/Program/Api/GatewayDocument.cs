using System.Text.Json.Nodes;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Catalogue.OpenApi;
using Ghostbusters.Functions.Catalogue.Routes;
using Ghostbusters.Infra.Permissions;

namespace Ghostbusters.Infra.Api;

/// <summary>
/// The REST API as API Gateway imports it: OpenAPI 3.0 with Amazon's extensions, made from the document that the service shows
/// of itself. Each guarded route is there twice: for people, whose token the user pool's authorizer checks, and below
/// <c>/machine</c> for machines, which show a gateway key that is metered, and their own key to the function.
/// </summary>
/// <param name="catalogue">The routes.</param>
/// <param name="origins">Of pages that may call.</param>
public sealed class GatewayDocument(FunctionCatalogue catalogue, IReadOnlyList<string> origins)
{
    /// <summary>What the paths of machines begin with.</summary>
    public const string MachinePath = "/machine";

    private const string People = "people";
    private const string GatewayKey = "gatewayKey";
    private const string Validator = "all";

    /// <summary>The document.</summary>
    /// <param name="title">The API's name.</param>
    /// <param name="userPool">Its ARN.</param>
    /// <param name="invoke">Of each function's name, the ARN that an integration calls.</param>
    public string Write(string title, string userPool, IReadOnlyDictionary<string, string> invoke)
    {
        var shown = JsonNode.Parse(OpenApiDocument.Write(catalogue.Routes, catalogue.Assemblies, new Uri("https://localhost")))!;
        var schemas = new GatewaySchemas(shown["components"]!["schemas"]!.AsObject());
        var cors = new CorsHeaders(origins);
        var paths = new JsonObject();
        foreach (var route in catalogue.Routes.Routes.OrderBy(static r => r.Template.Text, StringComparer.Ordinal))
        {
            var operation = shown["paths"]![route.Template.Text]![route.Verb.ToLowerInvariant()]!.AsObject();
            Add(paths, route, route.Template.Text, Operation(operation, route, schemas, invoke, isMachine: false));
            if (route.Scope is not null) Add(paths, route, MachinePath + route.Template.Text, Operation(operation, route, schemas, invoke, isMachine: true));
        }
        foreach (var (_, path) in paths) path!["options"] = cors.Options([.. path.AsObject().Select(static p => p.Key.ToUpperInvariant())]);
        return new JsonObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = new JsonObject { ["title"] = title, ["version"] = shown["info"]!["version"]!.GetValue<string>() },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.ToJson(), ["securitySchemes"] = Schemes(userPool) },
            ["x-amazon-apigateway-request-validators"] = new JsonObject
            {
                [Validator] = new JsonObject { ["validateRequestBody"] = true, ["validateRequestParameters"] = true },
            },
            ["x-amazon-apigateway-gateway-responses"] = GatewayAnswers.ToJson(cors),
        }.ToJsonString(JsonText.Options);
    }

    private static void Add(JsonObject paths, HttpRoute route, string text, JsonObject operation)
    {
        if (paths[text] is not JsonObject path) paths[text] = path = [];
        path[route.Verb == HttpRoute.AnyVerb ? "x-amazon-apigateway-any-method" : route.Verb.ToLowerInvariant()] = operation;
    }

    private static JsonObject Operation(JsonObject shown, HttpRoute route, GatewaySchemas schemas, IReadOnlyDictionary<string, string> invoke, bool isMachine)
    {
        var operation = new JsonObject { ["operationId"] = shown["operationId"]!.GetValue<string>() + (isMachine ? "ByMachine" : ""), ["responses"] = new JsonObject { ["default"] = new JsonObject { ["description"] = "As the service answers." } } };
        if (shown["parameters"] is JsonArray parameters) operation["parameters"] = new JsonArray([.. parameters.Select(static p => Parameter(p!.AsObject()))]);
        if (shown["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema)
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schemas.Of(schema) } } };
        if (route.Scope is { } scope)
            operation["security"] = isMachine ? new JsonArray(new JsonObject { [GatewayKey] = new JsonArray() }) : new JsonArray(new JsonObject { [People] = new JsonArray(ScopeNames.Of(scope)) });
        operation["x-amazon-apigateway-request-validator"] = Validator;
        operation["x-amazon-apigateway-integration"] = new JsonObject
        {
            ["type"] = "aws_proxy",
            ["httpMethod"] = "POST",
            ["uri"] = invoke[route.Function.Id],
            ["passthroughBehavior"] = "when_no_match",
            ["timeoutInMillis"] = 29_000,
        };
        return operation;
    }

    /// <summary>Only what API Gateway reads of a parameter.</summary>
    private static JsonObject Parameter(JsonObject shown) => new()
    {
        ["name"] = shown["name"]!.GetValue<string>(),
        ["in"] = shown["in"]!.GetValue<string>(),
        ["required"] = shown["required"]!.GetValue<bool>(),
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Schemes(string userPool) => new()
    {
        [People] = new JsonObject
        {
            ["type"] = "apiKey",
            ["name"] = "Authorization",
            ["in"] = "header",
            ["x-amazon-apigateway-authtype"] = "cognito_user_pools",
            ["x-amazon-apigateway-authorizer"] = new JsonObject { ["type"] = "cognito_user_pools", ["providerARNs"] = new JsonArray(userPool) },
        },
        [GatewayKey] = new JsonObject { ["type"] = "apiKey", ["name"] = "x-api-key", ["in"] = "header" },
    };
}
