using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class ExternalControlOfSettingTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<ExternalControlOfSetting>($$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Configuration;
        public class C : ControllerBase
        {
            {{members}}
        }
        """);

    [Theory]
    [InlineData("[HttpGet] public void M(string s) => [|Environment.SetEnvironmentVariable(\"MODE\", s)|];")]
    [InlineData("[HttpGet] public void M(string s, [FromServices] System.Data.Common.DbConnection c) => [|c.ConnectionString = \"Server=db;Database=\" + s|];")]
    [InlineData("[HttpGet] public void M(string s, [FromServices] System.Data.Common.DbConnection c) => [|c.ChangeDatabase(s)|];")]
    [InlineData("public void M([FromServices] IConfiguration c) => [|c[\"Mode\"] = Request.Query[\"mode\"].ToString()|];")]
    [InlineData("public static void N() => [|AppContext.SetData(\"mode\", Console.ReadLine())|];")]
    public Task FromOutside_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("[HttpGet] public void M(string s) => Environment.SetEnvironmentVariable(\"MODE\", \"on\");")]
    [InlineData("[HttpGet] public void M(string s) { if (s is \"on\" or \"off\") Environment.SetEnvironmentVariable(\"MODE\", s); }")]
    [InlineData("[HttpGet] public void M(int n) => Environment.SetEnvironmentVariable(\"LEVEL\", n.ToString());")]
    [InlineData("public void M([FromServices] IConfiguration f, [FromServices] System.Data.Common.DbConnection c) => c.ConnectionString = f[\"Db\"]!;")]
    [InlineData("public static void N(System.Data.Common.DbConnection c, string s) => c.ConnectionString = s;")]
    [InlineData("[HttpGet] public string? M(string s) => Environment.GetEnvironmentVariable(s);")]
    [InlineData("[HttpGet] public void M(string s) { var d = new Dictionary<string, string> { [\"Mode\"] = s }; Environment.SetEnvironmentVariable(\"MODE\", \"on\"); }")]
    public Task Harmless_DoesNotTrigger(string members) => Verify(members);
}
