using System.Globalization;
using System.Text.Json.Nodes;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Catalogue.Routes;

namespace Ghostbusters.Functions.Catalogue.OpenApi;

/// <summary>One route as OpenAPI writes it.</summary>
internal sealed class Operation(HttpRoute route, SchemaBook schemas, DocumentationText texts)
{
    public const string Security = "key";

    public JsonObject ToJson()
    {
        var text = texts.Of(route.Function.Method) ?? route.Function.Name;
        var operation = new JsonObject
        {
            ["operationId"] = char.ToLowerInvariant(route.Function.Method.Name[0]) + route.Function.Method.Name[1..],
            ["summary"] = text.Split(". ")[0].TrimEnd('.', ':'),
            ["description"] = text,
            ["tags"] = new JsonArray(route.Template.Text.Trim('/').Split('/')[0]),
        };
        if (Parameters() is { Count: > 0 } parameters) operation["parameters"] = parameters;
        if (route.Function.Annotation<TakesAttribute>() is { } takes)
            operation["requestBody"] = new JsonObject { ["required"] = !takes.IsOptional, ["content"] = Json(schemas.Reference(takes.Body)) };
        operation["responses"] = Responses();
        operation["security"] = route.Scope is { } scope ? new JsonArray(new JsonObject { [Security] = new JsonArray(scope) }) : [];
        if (route.Function.Annotation<AnonymousAttribute>() is { } anonymous) operation["x-anonymous-because"] = anonymous.Reason;
        return operation;
    }

    private JsonArray Parameters()
    {
        var parameters = new JsonArray();
        foreach (var name in route.Template.Parameters) parameters.Add((JsonNode)Parameter(name, "path", null));
        foreach (var query in route.Function.Annotations<QueryAttribute>()) parameters.Add((JsonNode)Parameter(query.Name, "query", query.Description));
        return parameters;
    }

    private static JsonObject Parameter(string name, string place, string? description)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["required"] = place == "path", ["schema"] = new JsonObject { ["type"] = "string" } };
        if (description is not null) parameter["description"] = description;
        return parameter;
    }

    private JsonObject Responses()
    {
        var responses = new JsonObject();
        foreach (var answer in route.Function.Annotations<AnswersAttribute>().OrderBy(static a => a.Status))
        {
            var response = new JsonObject { ["description"] = System.Net.HttpStatusCode.IsDefined((System.Net.HttpStatusCode)answer.Status) ? ((System.Net.HttpStatusCode)answer.Status).ToString() : "Answer" };
            if (answer.Body is { } body) response["content"] = Json(schemas.Reference(body));
            foreach (var type in answer.AlsoAs.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                (response["content"] ??= new JsonObject())[type] = new JsonObject();
            responses[answer.Status.ToString(CultureInfo.InvariantCulture)] = response;
        }
        foreach (var status in Problems()) responses[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["$ref"] = "#/components/responses/Problem" };
        return responses;
    }

    /// <summary>What follows from the route's form; with a whole document of problems, each has the same body.</summary>
    private IEnumerable<int> Problems()
    {
        var takesBody = route.Function.Annotation<TakesAttribute>() is not null;
        if (takesBody || route.Function.Annotations<QueryAttribute>().Any()) yield return 400;
        if (route.Scope is not null) yield return 401;
        if (route.Scope is not null) yield return 403;
        if (route.Template.Parameters.Any()) yield return 404;
        if (takesBody) yield return 413;
        if (route.Scope is not null) yield return 429;
        yield return 500;
    }

    private static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };
}
