using System.Reflection;
using System.Text.Json;
using Amazon.Lambda.Annotations.APIGateway;
using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.World;

namespace Ghostbusters.Promises;

/// <summary>Bad input is answered with problem details (RFC 9457) that are valid JSON and echo nothing, through the generated handlers.</summary>
public class P09
{
    private static readonly string[] Hostile =
        ["", "null", "[]", "{", "\"", "{\"files\":\"canary\"}", "{\"canary\":1}", "{\"files\":[null]}", "{\"files\":[{\"path\":\"../canary\",\"content\":\"\"}]}", "\u0000canary", "{\"upload\":\"canary\\u0000\\\"\"}", "{\"repository\":{\"url\":\"http://canary\"}}"];

    public static TheoryData<string> WithBody =>
        [.. Handlers.All.Where(static m => m.GetCustomAttribute<RestApiAttribute>()?.Method == LambdaHttpMethod.Post && m.GetCustomAttribute<AnonymousAttribute>() is null).Select(static m => m.Name)];

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task BadInput_IsAProblem_ThatEchoesNothing(string method)
    {
        await using var service = await Service.StartAsync();
        var key = await service.KeyAsync(Service.Ada);
        foreach (var body in Hostile)
        {
            var answer = await service.CallAsync(method, Requests.Of(key, body));
            Assert.InRange(answer.StatusCode, 400, 429);
            using var problem = JsonDocument.Parse(answer.Body);
            Assert.Equal(answer.StatusCode, problem.RootElement.GetProperty("status").GetInt32());
            Assert.DoesNotContain("canary", answer.Body, StringComparison.Ordinal);
        }
    }

    /// <summary>Any text as id, cursor, filter or body: JSON comes back, without what was sent and without a trace of the stack.</summary>
    [Fact]
    public void AnyText_Anywhere_IsAnsweredWithJson_ThatEchoesNothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), static text => Task.Run(async () =>
        {
            var hostile = "canary\"}'<\u0001" + text.Get;
            await using var service = await Service.StartAsync();
            var key = await service.KeyAsync(Service.Ada);
            var history = Requests.Of(key);
            foreach (var name in new[] { "cursor", "status", "limit", "min_score" }) history.QueryStringParameters[name] = hostile;
            foreach (var (method, request) in new[] { ("Result", Requests.Of(key, null, ("analysis_id", hostile))), ("History", history), ("Analyze", Requests.Of(key, hostile)), ("RevokeKey", Requests.Of(key, null, ("key_id", hostile))) })
            {
                var answer = await service.CallAsync(method, request);
                Assert.InRange(answer.StatusCode, 400, 404);
                using var problem = JsonDocument.Parse(answer.Body);
                Assert.DoesNotContain("canary", answer.Body, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
            }
        })));
}
