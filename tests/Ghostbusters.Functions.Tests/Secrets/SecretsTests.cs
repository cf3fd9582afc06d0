using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.SimpleSystemsManagement;
using Ghostbusters.Functions.Aws.Ssm;
using Ghostbusters.Functions.Local.Secrets;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Testing.Emulators;

namespace Ghostbusters.Functions.Tests.Secrets;

public class SecretsTests
{
    private static readonly TenantId Ada = TenantId.Parse("ada");
    private static readonly TenantId Bob = TenantId.Parse("bob");

    [Fact]
    public async Task Local_RotationKeepsTheOneBefore_UntilItIsRetired()
    {
        await using var scratch = new ScratchStore();
        var secrets = new LocalSecrets(scratch.Store);
        Assert.Null(await secrets.GetAsync(Ada, "hook", default));
        await secrets.RotateAsync(Ada, "hook", Secret.OfText("one"), default);
        Assert.Equal(["one"], Texts(await secrets.GetAsync(Ada, "hook", default)));
        await secrets.RotateAsync(Ada, "hook", Secret.OfText("two"), default);
        Assert.Equal(["two", "one"], Texts(await secrets.GetAsync(Ada, "hook", default)));
        await secrets.RetireAsync(Ada, "hook", default);
        Assert.Equal(["two"], Texts(await secrets.GetAsync(Ada, "hook", default)));
        Assert.Null(await secrets.GetAsync(Bob, "hook", default));
    }

    [Fact]
    public async Task Local_MadeOnce_StaysTheSame()
    {
        await using var scratch = new ScratchStore();
        var secrets = new LocalSecrets(scratch.Store);
        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => secrets.GetOrMakeAsync(TenantId.Platform, "cursors", default)));
        Assert.Equal(32, made[0].Current.Bytes.Length);
        Assert.All(made, each => Assert.Equal(made[0].Current.Bytes.ToArray(), each.Current.Bytes.ToArray()));
    }

    [Fact]
    public async Task Local_TheFileIsItsUsersOnly()
    {
        await using var scratch = new ScratchStore();
        if (!System.OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(scratch.File));
    }

    [Fact]
    public async Task Ssm_ReadsBothVersions_AndAsksAgainAfterFiveMinutes()
    {
        var (clock, asked) = (new FakeTimeProvider(), new List<string>());
        await using var server = AwsJsonServer.Start((operation, request) => Task.FromResult(Parameter(operation, request, asked)));
        var secrets = new SsmSecrets(Client(server), "/gb/test", clock);
        Assert.Equal(["one"], Texts(await secrets.GetAsync(Ada, "hook", default)));
        Assert.Equal(["two", "one"], Texts(await secrets.GetAsync(Ada, "rotating", default)));
        Assert.Null(await secrets.GetAsync(Bob, "hook", default));
        Assert.Equal(["one"], Texts(await secrets.GetAsync(Ada, "hook", default)));
        Assert.Equal(["/gb/test/ada/hook", "/gb/test/ada/rotating", "/gb/test/bob/hook"], asked);
        clock.Advance(SsmSecrets.Lifetime);
        await secrets.GetAsync(Ada, "hook", default);
        Assert.Equal(4, asked.Count);
        Assert.Equal(0, server.Refused);
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("b25l dHdv dGhyZWU=")]
    [InlineData("")]
    public void Ssm_AnotherForm_IsRefused_WithoutShowingIt(string value)
    {
        var exception = Assert.Throws<FormatException>(() => SsmSecrets.Parse(value));
        Assert.True(value.Length == 0 || !exception.Message.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void Secret_DoesNotShow() => Assert.Equal("(secret)", Secret.OfText("hidden").ToString());

    [Fact]
    public void Secret_IsNotEmpty() => Assert.Throws<ArgumentException>(static () => Secret.OfText(""));

    private static AmazonSimpleSystemsManagementClient Client(AwsJsonServer server) =>
        new(AwsJsonServer.Credentials, new AmazonSimpleSystemsManagementConfig { ServiceURL = server.Address.ToString(), AuthenticationRegion = "eu-central-1" });

    private static AwsAnswer Parameter(string operation, JsonElement request, List<string> asked)
    {
        var name = request.GetProperty("Name").GetString()!;
        asked.Add(name);
        Assert.Equal(("GetParameter", true), (operation, request.GetProperty("WithDecryption").GetBoolean()));
        var value = name switch { "/gb/test/ada/hook" => "b25l", "/gb/test/ada/rotating" => "dHdv b25l", _ => null };
        return value is null
            ? AwsAnswer.Error(400, "ParameterNotFound")
            : AwsAnswer.Ok(new JsonObject { ["Parameter"] = new JsonObject { ["Name"] = name, ["Value"] = value } });
    }

    private static IEnumerable<string> Texts(SecretVersions? versions) => versions!.Active.Select(static s => System.Text.Encoding.UTF8.GetString(s.Bytes)).ToList();
}
