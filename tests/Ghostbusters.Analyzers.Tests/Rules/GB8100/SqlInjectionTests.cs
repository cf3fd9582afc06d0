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

    // The base class is of a package that is not here, so `Database` may be a type's name or a property's: a property's, as no model knows the type.
    [Fact]
    public Task AnInheritedProperty_Triggers() => RuleTest.VerifyBrokenAsync<SqlInjection>("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        public class TablesController : DataController
        {
            [HttpPost]
            public object Empty(string table) => [|Database.ExecuteSqlRaw("TRUNCATE TABLE " + table)|];

            [HttpPost]
            public object Restore(string path) => Database.ExecuteSqlRaw("RESTORE DATABASE shop FROM DISK = @p0", new object[] { path });
        }
        """);

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
