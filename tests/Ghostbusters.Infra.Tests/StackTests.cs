using Ghostbusters.Functions.Aws.Dynamo;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Infra.Tests.Added;
using Ghostbusters.Infra.Tests.Checks;
using Pulumi.Recording;

namespace Ghostbusters.Infra.Tests;

/// <summary>What the program declares as a whole.</summary>
public class StackTests
{
    private static readonly FunctionCatalogue Catalogue = new(typeof(Functions.Analysis.Startup).Assembly);

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task TwoRuns_DeclareTheSame(string stack)
    {
        var first = Masked(await StackRun.RunAsync<GhostbustersStack>(stack));
        var second = Masked(await StackRun.RunAsync<GhostbustersStack>(stack));
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task APreview_ShowsTheSameResources_AndEveryName(string stack)
    {
        var real = await StackRun.RunAsync<GhostbustersStack>(stack);
        var preview = await StackRun.RunAsync<GhostbustersStack>(stack, isPreview: true);
        Assert.Equal(real.Resources.Select(static r => r.Urn), preview.Resources.Select(static r => r.Urn));
        foreach (var (known, shown) in real.Resources.Zip(preview.Resources))
            foreach (var name in (string[])["name", "functionName", "handler", "memorySize", "timeout", "queueName", "retentionInDays"])
                Assert.Equal(known.Inputs[name]?.ToJsonString(), shown.Inputs[name]?.ToJsonString());
    }

    [Fact]
    public async Task EveryAnnotatedFunction_IsThere_WithItsRouteOrEvent()
    {
        var graph = await StackRun.OfAsync("dev");
        Assert.Equal(
            Catalogue.Functions.Select(static f => (Name: "ghostbusters-dev-" + f.Id, Handler: f.Method.Name, Memory: f.MemorySize, Seconds: (int)f.Timeout.TotalSeconds)).Order(),
            graph.Of("lambda:Function").Select(static f => (Name: f["name"]!, Handler: f["environment.variables.ANNOTATIONS_HANDLER"]!, Memory: f.Number("memorySize")!.Value, Seconds: f.Number("timeout")!.Value)).Order());
        var people = Catalogue.Routes.Routes.Select(static r => $"{r.Verb} {r.Template.Text}");
        var machines = Catalogue.Routes.Routes.Where(static r => r.Scope is not null).Select(static r => $"{r.Verb} /machine{r.Template.Text}");
        Assert.Equal(people.Concat(machines).Order(StringComparer.Ordinal), GatewayChecks.Operations(graph).Where(static o => o.Verb != "options").Select(static o => $"{o.Verb.ToUpperInvariant()} {o.Path}").Order(StringComparer.Ordinal));
        Assert.Equal(Catalogue.Sockets.Routes.Keys.Order(StringComparer.Ordinal), graph.Of("apigatewayv2:Route").Select(static r => r["routeKey"]!).Order(StringComparer.Ordinal));
        Assert.Equal(Catalogue.Queues.Count, graph.Of("EventSourceMapping").Count());
    }

    [Fact]
    public async Task ARoute_WantsOfAPerson_WhatItsAnnotationSays()
    {
        var operations = GatewayChecks.Operations(await StackRun.OfAsync("dev")).ToDictionary(static o => $"{o.Verb.ToUpperInvariant()} {o.Path}", static o => o.Json);
        foreach (var route in Catalogue.Routes.Routes)
        {
            var security = operations[$"{route.Verb} {route.Template.Text}"]["security"]?.ToJsonString();
            Assert.Equal(route.Scope is null ? null : $$"""[{"people":["ghostbusters/{{route.Scope}}"]}]""", security);
        }
    }

    /// <summary>The shapes that API Gateway does not read would be dropped there, or turn the import away.</summary>
    [Fact]
    public async Task TheDocument_HoldsOnlyWhatApiGatewayReads()
    {
        string[] read = ["$ref", "enum", "items", "properties", "required", "type"];
        var schemas = GatewayChecks.DocumentOf(await StackRun.OfAsync("dev"))["components"]!["schemas"]!.AsObject();
        Assert.Contains("AnalyzeRequest", schemas.Select(static s => s.Key));
        Assert.All(schemas, s => Assert.All(Words(s.Value!.AsObject()), word => Assert.Contains(word, read)));
        Assert.All(schemas, static s => Assert.Matches("^[A-Za-z0-9]+$", s.Key));
    }

    [Fact]
    public async Task Tables_AreLaidOutAsTheAdapterReadsThem()
    {
        var wanted = DynamoLayout.Create("any");
        foreach (var table in (await StackRun.OfAsync("dev")).Of("Table"))
        {
            Assert.Equal(wanted.KeySchema.Select(static k => k.AttributeName), [table["hashKey"]!, table["rangeKey"]!]);
            Assert.Equal(
                wanted.AttributeDefinitions.Select(static a => $"{a.AttributeName} {a.AttributeType}").Order(StringComparer.Ordinal),
                table.At("attributes")!.AsArray().Select(static a => $"{a!["name"]} {a["type"]}").Order(StringComparer.Ordinal));
            Assert.Equal(
                wanted.GlobalSecondaryIndexes.Select(static i => $"{i.IndexName} {i.KeySchema[0].AttributeName} {i.KeySchema[1].AttributeName} {i.Projection.ProjectionType}"),
                table.At("globalSecondaryIndexes")!.AsArray().Select(static i => $"{i!["name"]} {i["hashKey"]} {i["rangeKey"]} {i["projectionType"]}"));
        }
    }

    /// <summary>Whoever goes out to the world trusts the world's certificates; all others only Amazon's, which load at once.</summary>
    [Fact]
    public async Task OnlyFunctionsThatLeaveAws_TrustTheWorld()
    {
        var trusting = (await StackRun.OfAsync("dev")).Of("lambda:Function").Where(static f => f["environment.variables.SSL_CERT_FILE"] is null).Select(static f => f.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["fetch-stage", "notify-stage", "propose-stage"], trusting);
    }

    [Fact]
    public async Task AnotherAnnotatedFunction_BringsItsOwn_AndChangesNothingElse()
    {
        var before = await StackRun.RunAsync<GhostbustersStack>("dev");
        var after = await StackRun.RunAsync<StackWithOneMore>("dev");
        var known = before.Resources.ToDictionary(static r => Key(r));
        var added = after.Resources.Where(r => !known.ContainsKey(Key(r))).Select(static r => $"{r.Type.Split(':')[^1]} {r.Name}").Order(StringComparer.Ordinal);
        Assert.Equal(
        [
            "Alarm echo-duration", "Alarm echo-errors", "Alarm echo-throttles", "Alias echo", "Function echo", "FunctionResource echo", "LogGroup echo",
            "MetricAlarm echo-duration", "MetricAlarm echo-errors", "MetricAlarm echo-throttles", "Permission echo-api", "Role echo", "RolePolicy echo", "ServiceRole echo",
        ], added);
        var changed = after.Resources.Where(r => known.TryGetValue(Key(r), out var old) && Masked(old.Inputs) != Masked(r.Inputs)).Select(static r => r.Type.Split(':')[^1]).Order(StringComparer.Ordinal);
        Assert.Equal(["Dashboard", "Deployment", "RestApi"], changed); // The route is in the document, its deployment and the board show it.
        var route = new Graph(after, "dev");
        Assert.Contains(GatewayChecks.Operations(route), static o => o is { Path: "/echo", Verb: "get" } && o.Json["security"]![0]!["people"]![0]!.ToString() == "ghostbusters/analyses:read");
        Assert.All(Checklist.All.Where(static c => c.Id != 11), c => Assert.DoesNotContain(c.Look(route), v => v.Wrong is not null && !Checklist.Suppressions.Any(s => s.Covers(c, v, "dev"))));
    }

    [Fact]
    public async Task AFunctionThatSendsToAQueueNobodyReads_IsRefused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => StackRun.RunAsync<StackWithALostQueue>("dev"));
        Assert.Contains("'nowhere', which no function reads", refusal.ToString(), StringComparison.Ordinal);
    }

    private static string Key(RecordedResource resource) => $"{resource.Type} {resource.Name}";

    private static string Masked(ResourceGraph graph) => string.Join('\n', graph.Resources.Select(static r => $"{r.Urn} {r.Parent} {Masked(r.Inputs)} {r.Options}"));

    /// <summary>Secrets are made by chance, and a run does not change those that are there.</summary>
    private static string Masked(JsonNode node) => node switch
    {
        JsonObject secret when secret.ContainsKey("$secret") => "secret",
        JsonObject map => string.Concat(map.Select(static p => $"{p.Key}:{(p.Value is null ? "null" : Masked(p.Value))};")),
        JsonArray list => string.Concat(list.Select(static i => $"[{(i is null ? "null" : Masked(i))}]")),
        _ => node.ToJsonString(),
    };

    private static IEnumerable<string> Words(JsonObject schema) => schema.SelectMany(static p => (IEnumerable<string>)
    [
        p.Key,
        .. p.Key == "properties" ? p.Value!.AsObject().SelectMany(static q => Words(q.Value!.AsObject())) : p.Value is JsonObject inner ? Words(inner) : [],
    ]);
}
