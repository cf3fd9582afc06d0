using Ghostbusters.Analyzers.Rules.GB8100;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class SqlInjectionTests
{
    private static string Action(string body) => $$"""
        using System.Data;
        using System.Data.Common;
        using Microsoft.AspNetCore.Mvc;

        public class OrdersController(DbConnection connection, DbCommand command) : ControllerBase
        {
            [HttpGet]
            public void Get(string name, int id, string order)
            {
                {{body}}
                command.Connection = connection;
            }
        }
        """;

    [Theory]
    [InlineData("[|command.CommandText = \"SELECT * FROM t WHERE n = '\" + name + \"'\"|];")]
    [InlineData("[|command.CommandText = $\"SELECT * FROM t WHERE n = '{name}'\"|];")]
    [InlineData("[|command.CommandText = string.Format(\"SELECT * FROM t WHERE n = '{0}'\", name)|];")]
    [InlineData("IDbCommand any = command; [|any.CommandText = name|];")]
    [InlineData("var sql = new System.Text.StringBuilder(\"SELECT * FROM t\"); sql.Append(\" ORDER BY \").Append(order); [|command.CommandText = sql.ToString()|];")]
    [InlineData("var parts = new Dictionary<string, string> { [\"order\"] = order }; [|command.CommandText = \"SELECT * FROM t ORDER BY \" + parts[\"order\"]|];")]
    public Task TextFromARequest_Triggers(string body) => RuleTest.VerifyAsync<SqlInjection>(Action(body));

    [Theory]
    [InlineData("command.CommandText = \"SELECT * FROM t WHERE id = \" + id;")]
    [InlineData("command.CommandText = \"SELECT * FROM t WHERE id = \" + int.Parse(name);")]
    [InlineData("name = \"none\"; command.CommandText = \"SELECT * FROM t WHERE n = '\" + name + \"'\";")]
    [InlineData("command.CommandText = \"SELECT * FROM t ORDER BY \" + (order == \"date\" ? \"created\" : \"id\");")]
    [InlineData("if (order is \"date\" or \"id\") command.CommandText = \"SELECT * FROM t ORDER BY \" + order;")]
    [InlineData("if (!System.Text.RegularExpressions.Regex.IsMatch(name, \"^[a-z]+$\")) return; command.CommandText = \"SELECT * FROM t WHERE n = '\" + name + \"'\";")]
    [InlineData("command.CommandText = \"SELECT * FROM t WHERE n = @n\"; var p = command.CreateParameter(); p.Value = name; command.Parameters.Add(p);")]
    [InlineData("var parts = new Dictionary<string, string> { [\"order\"] = order, [\"by\"] = \"id\" }; command.CommandText = \"SELECT * FROM t ORDER BY \" + parts[\"by\"];")]
    public Task WhatCannotChangeTheStatement_DoesNotTrigger(string body) => RuleTest.VerifyAsync<SqlInjection>(Action(body));

    [Fact]
    public async Task TheConsole_IsToldAsANote_Triggers()
    {
        var found = await RuleTest.VerifyAsync<SqlInjection>("""
            using System.Data.Common;

            internal static class Tool
            {
                public static void Run(DbCommand command) => [|command.CommandText = "SELECT * FROM t WHERE n = '" + Console.ReadLine() + "'"|];
            }
            """);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(found).Severity);
    }
}
