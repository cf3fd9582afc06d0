using Ghostbusters.Analyzers.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class UnreachableAssertionTests
{
    private const string Subject = """
        public record Row(int Id, string? Name);
        public class Store
        {
            public event Action<Row>? Saved;
            public Row? Find(int id) => id > 0 ? new Row(id, null) : null;
            public List<Row> All() => [new(1, "a")];
            public bool TryGet(int id, out Row? row) { row = Find(id); return row != null; }
            public void Save(Row row) { if (row.Id < 0) throw new ArgumentException("id"); Saved?.Invoke(row); }
        }
        """;

    private static Task Verify(string body, string more = "", string parameters = "") => RuleTest.VerifyAsync<UnreachableAssertion>(
        $$"""
        using Xunit;
        public class StoreTests
        {
            private readonly Store store = new();
            {{(parameters.Length == 0 ? "[Fact]" : "[Theory, MemberData(\"Rows\")]")}} public void Test({{parameters}})
            {
                {{body}}
            }
            {{more}}
        }
        """, Subject);

    [Fact]
    public Task OnlyInCatch_Triggers() => Verify("""
        try { store.Save(new Row(-1, "a")); } catch (ArgumentException e) { [|Assert.Equal("id", e.Message)|]; }
        """);

    [Fact]
    public Task UnderIfOnTheResult_Triggers() => Verify("""var row = store.Find(1); if (row != null) { [|Assert.Equal(1, row.Id)|]; }""");

    [Fact]
    public Task AfterEarlyReturnOnTheResult_Triggers() => Verify("""var row = store.Find(1); if (row == null) return; [|Assert.Equal(1, row.Id)|];""");

    [Fact]
    public Task UnderPatternOnTheResult_Triggers() => Verify("""var row = store.Find(1); if (row is { Name: var name }) [|Assert.Equal("a", name)|];""");

    [Fact]
    public Task UnderTryGet_Triggers() => Verify("""if (store.TryGet(1, out var row)) [|Assert.Equal(1, row!.Id)|];""");

    [Fact]
    public Task ForEachOverTheResult_Triggers() => Verify("""foreach (var row in store.All()) [|Assert.True(row.Id > 0)|];""");

    [Fact]
    public Task ForOverTheResult_Triggers() => Verify("""var rows = store.All(); for (var i = 0; i < rows.Count; i++) [|Assert.True(rows[i].Id > 0)|];""");

    [Fact]
    public Task EventHandler_Triggers() => Verify("""store.Saved += row => [|Assert.Equal(1, row.Id)|]; store.Save(new Row(1, "a"));""");

    [Fact]
    public Task AfterReturn_Triggers() => Verify("""
        store.Save(new Row(1, "a"));
        return;
        #pragma warning disable CS0162
        [|Assert.NotNull(store.Find(1))|];
        """);

    [Fact]
    public Task AfterReturn_BehindAHelperThatMayCheck_Triggers() => Verify(
        "Prepare(1); return;\n#pragma warning disable CS0162\n[|Assert.NotNull(store.Find(1))|];",
        "private void Prepare(int id) { if (id < 0) throw new InvalidOperationException(); store.Save(new Row(id, null)); }");

    [Fact]
    public Task AfterReturn_BehindAnAssertion_DoesNotTrigger() => Verify(
        "Assert.Empty(store.All()); return;\n#pragma warning disable CS0162\nAssert.NotNull(store.Find(1));");

    [Fact]
    public Task EarlyReturn_SkipsWhatIsAskedOfOthers_Triggers() => Verify("""
        var rows = store.All(); if (rows.Count == 0) return; [|Assert.Equal(1, rows[0].Id)|]; Assert.NotNull(store.Find(2));
        """);

    [Fact]
    public Task AssertionOfOthers_InTheSameIf_Triggers() => Verify("""
        var row = store.Find(1); if (row != null) { [|Assert.Equal(1, row.Id)|]; Assert.NotEmpty(store.All()); }
        """);

    [Fact]
    public Task AssertionOfOthers_BeforeTheIf_DoesNotTrigger() => Verify("""
        var row = store.Find(1); Assert.NotEmpty(store.All()); if (row != null) Assert.Equal(1, row.Id);
        """);

    [Fact]
    public Task LambdaThatIsNeverCalled_Triggers() => Verify("""Action check = () => [|Assert.NotNull(store.Find(1))|]; store.Save(new Row(1, "a"));""");

    [Fact]
    public Task ConditionalAccess_Triggers() => Verify(
        "var row = store.Find(1); row?[|.Check()|];",
        "}\npublic static class Checks { public static void Check(this Row row) => Assert.NotNull(row.Name);");

    [Fact]
    public Task FailInTry_DoesNotTrigger() => Verify("""
        try { store.Save(new Row(-1, "a")); Assert.Fail("not refused"); } catch (ArgumentException e) { Assert.Equal("id", e.Message); }
        """);

    [Fact]
    public Task FlagAfterCatch_DoesNotTrigger() => Verify("""
        var thrown = false;
        try { store.Save(new Row(-1, "a")); } catch (ArgumentException e) { thrown = true; Assert.Equal("id", e.Message); }
        Assert.True(thrown);
        """);

    [Fact]
    public Task BothBranchesAssert_DoesNotTrigger() => Verify("""var row = store.Find(1); if (row == null) Assert.Empty(store.All()); else Assert.Equal(1, row.Id);""");

    [Fact]
    public Task ElseThrows_DoesNotTrigger() => Verify("""var row = store.Find(1); if (row != null) Assert.Equal(1, row.Id); else throw new Exception("missing");""");

    [Fact]
    public Task IfThatFails_DoesNotTrigger() => Verify("""var row = store.Find(1); if (row == null) Assert.Fail("missing");""");

    [Fact]
    public Task EnvironmentGuard_DoesNotTrigger() => Verify("""if (!OperatingSystem.IsWindows()) return; Assert.NotNull(store.Find(1));""");

    [Fact]
    public Task TheoryDataDecides_DoesNotTrigger() => Verify("""var row = store.Find(1); if (name != null) Assert.Equal(name, row!.Name);""", "", "string? name");

    [Fact]
    public Task LoopOverLiteral_DoesNotTrigger() => Verify("""foreach (var id in new[] { 1, 2 }) Assert.NotNull(store.Find(id));""");

    [Fact]
    public Task LoopOverConstants_DoesNotTrigger() => Verify("""for (var id = 1; id < 3; id++) Assert.NotNull(store.Find(id));""");

    [Fact]
    public Task LoopAfterNotEmpty_DoesNotTrigger() => Verify("""var rows = store.All(); Assert.NotEmpty(rows); foreach (var row in rows) Assert.True(row.Id > 0);""");

    [Fact]
    public Task LoopOverListTheTestFilled_DoesNotTrigger() => Verify("""
        var rows = new List<Row?>(); rows.Add(store.Find(1)); foreach (var row in rows) Assert.Equal(1, row!.Id);
        """);

    [Fact]
    public Task EventHandlerWithCount_DoesNotTrigger() => Verify("""
        var count = 0; store.Saved += row => { count++; Assert.Equal(1, row.Id); }; store.Save(new Row(1, "a")); Assert.Equal(1, count);
        """);

    [Fact]
    public Task RetryThatThrowsAtTheEnd_DoesNotTrigger() => Verify("""
        for (var i = 0; i < 3; i++) { var row = store.Find(i); if (row != null) { Assert.Equal(i, row.Id); return; } }
        throw new TimeoutException();
        """);

    [Fact]
    public Task WhileTrueUntilAsserted_DoesNotTrigger() => Verify("""
        while (true) { if (store.TryGet(1, out var row)) { Assert.Equal(1, row!.Id); break; } }
        """);

    [Fact]
    public Task LambdaHandedOn_DoesNotTrigger() => Verify("""Assert.All(store.All(), row => Assert.True(row.Id > 0));""");

    [Fact]
    public Task InUsingAndLock_DoesNotTrigger() => Verify("""using (new MemoryStream()) lock (store) { Assert.NotNull(store.Find(1)); }""");

    [Fact]
    public Task PlatformNotSupported_DoesNotTrigger() => Verify("""
        try { store.Save(new Row(1, "a")); } catch (PlatformNotSupportedException e) { Assert.NotNull(e.Message); }
        """);

    [Fact]
    public Task ConventionOverReflection_DoesNotTrigger() => Verify("""
        foreach (var type in typeof(Store).Assembly.GetTypes().Where(t => t.IsPublic)) Assert.NotNull(store.Find(type.Name.Length));
        """);
}
