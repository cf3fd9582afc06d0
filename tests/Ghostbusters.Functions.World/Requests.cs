using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Ghostbusters.Functions.World;

/// <summary>Requests as API Gateway hands them on, and answers as tests read them.</summary>
internal static class Requests
{
    /// <summary>Code that a rule objects to, whatever else changes: the task of a write is never awaited.</summary>
    public const string Store = """
        using System.IO;
        using System.Threading.Tasks;

        namespace Shop;

        public sealed class OrderStore(string folder)
        {
            public async Task SaveAsync(string id)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, id), id);
                File.AppendAllTextAsync(Path.Combine(folder, "audit.log"), id);
            }

            public string? Find(string id)
            {
                try
                {
                    return File.ReadAllText(Path.Combine(folder, id));
                }
                catch
                {
                }

                return null;
            }
        }
        """;

    public static APIGatewayProxyRequest Of(string? key, string? body = null, params (string Name, string Value)[] path) => new()
    {
        Headers = key is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Authorization"] = "Bearer " + key },
        PathParameters = path.ToDictionary(static p => p.Name, static p => p.Value),
        QueryStringParameters = new Dictionary<string, string>(),
        Body = body,
    };

    public static APIGatewayProxyRequest Files(string key) => Of(key, FilesBody);

    public static string FilesBody { get; } = JsonSerializer.Serialize(new { files = new[] { new { path = "src/OrderStore.cs", content = Store } }, project_path = "shop" });

    public static APIGatewayProxyRequest With(this APIGatewayProxyRequest request, string header, string value)
    {
        request.Headers[header] = value;
        return request;
    }

    public static JsonElement Json(this APIGatewayProxyResponse answer) => JsonDocument.Parse(answer.Body).RootElement;

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>Submits inline files and runs every stage.</summary>
    public static async Task<string> AnalysedAsync(this Service service, string key)
    {
        var answer = await service.CallAsync("Analyze", Files(key));
        Assert.Equal(202, answer.StatusCode);
        await service.PumpAsync();
        return answer.Json().Text("analysis_id");
    }
}
