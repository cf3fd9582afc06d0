using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB4000;

/// <summary>What says of itself that it checks health, and what only says that the process lives.</summary>
internal static class HealthClaim
{
    private static readonly HashSet<string> Liveness = new(StringComparer.OrdinalIgnoreCase)
    {
        "live", "liveness", "livez", "alive", "self", "ping", "startup", "heartbeat", "null", "noop", "always", "fake", "mock", "stub", "test", "sample", "dummy", "default", "process", "basic",
    };

    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "CheckHealth", "CheckHealthAsync", "IsHealthy", "IsHealthyAsync", "HealthCheck", "HealthCheckAsync", "GetHealth", "GetHealthAsync", "CheckConnection", "CheckConnectionAsync",
        "GetHealthStatus", "GetHealthStatusAsync", "IsDatabaseHealthy", "IsDatabaseHealthyAsync", "CheckDatabase", "CheckDatabaseAsync", "CheckDatabaseHealth", "CheckDatabaseHealthAsync", "CheckDatabaseConnection", "CheckDatabaseConnectionAsync",
    };

    // To answer a ping is all that a server does; a client has somebody to ask.
    private static readonly string[] Askers = ["Client", "Connection", "Repository", "Gateway", "Adapter", "Store", "Database", "Broker", "Provider", "Proxy"];

    // What a service may depend on.
    private static readonly string[] Dependencies =
        ["DbContext", "HttpClient", "DbConnection", "Connection", "Multiplexer", "MongoClient", "MongoDatabase", "ServiceBusClient", "BlobServiceClient", "DistributedCache", "Repository", "HttpClientFactory", "DbContextFactory"];

    /// <summary>Whether the name of a method or property claims to check health.</summary>
    public static bool IsIn(string name, string typeName) =>
        Methods.Contains(name) || (name is "Ping" or "PingAsync" && Askers.Any(a => typeName.EndsWith(a, StringComparison.Ordinal)));

    /// <summary>Whether the type stands for an HTTP resource about health.</summary>
    public static bool IsController(MethodDeclarationSyntax method) =>
        method.Parent is TypeDeclarationSyntax type && type.Identifier.ValueText.EndsWith("Controller", StringComparison.Ordinal)
        && method.AttributeLists.SelectMany(static l => l.Attributes).Any(static a => a.Name.ToString() is "HttpGet" or "Route")
        && (type.Identifier.ValueText.StartsWith("Health", StringComparison.Ordinal) || method.AttributeLists.ToString().IndexOf("\"health", StringComparison.OrdinalIgnoreCase) >= 0)
        && !IsLiveness(method.AttributeLists.ToString());

    /// <summary>Whether a route is about health: <c>/health</c>, <c>/api/healthz</c>.</summary>
    public static bool IsRoute(string route) =>
        route.Split('/').Any(static s => s.Equals("health", StringComparison.OrdinalIgnoreCase) || s.Equals("healthz", StringComparison.OrdinalIgnoreCase)
            || s.Equals("healthcheck", StringComparison.OrdinalIgnoreCase) || s.Equals("health-check", StringComparison.OrdinalIgnoreCase)
            || s.Equals("ready", StringComparison.OrdinalIgnoreCase) || s.Equals("readyz", StringComparison.OrdinalIgnoreCase) || s.Equals("readiness", StringComparison.OrdinalIgnoreCase))
        && !IsLiveness(route);

    /// <summary>Whether the words say that only the process itself is asked.</summary>
    public static bool IsLiveness(string text) => PascalWords.Of(text).Any(Liveness.Contains);

    /// <summary>Whether any type of the compilation holds something that may be down.</summary>
    public static bool HasDependencies(Compilation compilation) =>
        Types(compilation.Assembly.GlobalNamespace).Any(static t => IsDependency(t.BaseType) || t.GetMembers().Any(static m => m switch
        {
            IFieldSymbol field => IsDependency(field.Type),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.Parameters.Any(static p => IsDependency(p.Type)),
            _ => false,
        }));

    private static bool IsDependency(ITypeSymbol? type) => type is not null && Dependencies.Any(d => type.Name.EndsWith(d, StringComparison.Ordinal));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
