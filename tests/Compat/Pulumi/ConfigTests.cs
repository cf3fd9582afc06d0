using Pulumi;

namespace Ghostbusters.Compat.Tests;

/// <summary>Configuration as the CLI hands it to a program. The environment is set once, for this class's names alone.</summary>
public sealed class ConfigTests
{
    static ConfigTests()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", """
            {"configured:text":"t","configured:flag":"true","configured:number":"42","configured:config:long":"l","configured:list":"[1,2]","configured:wrong":"x"}
            """);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", """["configured:text"]""");
    }

    [Fact]
    public async Task Values_AreReadByType() => await Recorder.RunAsync(static () =>
    {
        var config = new Config("configured");
        Assert.Equal("t", config.Require("text"));
        Assert.True(config.GetBoolean("flag"));
        Assert.Equal(42, config.RequireInt32("number"));
        Assert.Equal("l", config.Get("long"));
        Assert.Equal([1, 2], config.RequireObject<int[]>("list"));
        Assert.Null(config.Get("none"));
        Assert.Null(config.GetInt32("none"));
        Assert.Null(config.GetSecret("none"));
    });

    [Fact]
    public async Task Secret_IsASecretOutput()
    {
        Output<string>? secret = null;
        await Recorder.RunAsync(() => secret = new Config("configured").RequireSecret("text"));
        Assert.True(await Output.IsSecretAsync(secret!));
    }

    [Fact]
    public async Task Missing_SaysHowToSetIt()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Recorder.RunAsync(() => new Config("configured").Require("none")));
        Assert.Equal(
            "Missing Required configuration variable 'configured:none'\n\tplease set a value using the command `pulumi config set configured:none <value>`",
            error.Message);
    }

    [Theory]
    [InlineData("Boolean")]
    [InlineData("Int32")]
    public async Task WrongType_SaysWhatIsExpected(string type)
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Recorder.RunAsync(() =>
        {
            var config = new Config("configured");
            if (type == "Boolean") config.RequireBoolean("wrong");
            else config.RequireInt32("wrong");
        }));
        Assert.Equal($"Configuration 'configured:wrong' value 'x' is not a valid {type}", error.Message);
    }

    [Fact]
    public async Task NameIsTheProjectsByDefault() => await Recorder.RunAsync(static () =>
        Assert.Contains("'contract:none'", Assert.ThrowsAny<RunException>(() => new Config().Require("none")).Message));
}
