using Ghostbusters.Analyzers.Rules.GB4000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB4000;

public class MockInProductionTests
{
    private const string Types = """
        public record User(int Id, string Name);
        public interface IMailer { void Send(string text); }
        public class Mailer : IMailer { public void Send(string text) => Console.Out.Write(text); }
        public class FakeMailer : IMailer { public void Send(string text) { } }
        public static class MockData { public static List<User> Users { get; } = [new(1, "Ann"), new(2, "Bert")]; public static int Limit => 3; }
        """;

    private static Task Verify(string members) => RuleTest.VerifyAsync<MockInProduction>($$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        {{Types}}
        public class Shop { {{members}} }
        """);

    [Theory]
    [InlineData("public User GetUser(int id) => new(id, [|\"John Doe\"|]);")]
    [InlineData("public async Task<User> FetchUserAsync(string path) { await File.ReadAllTextAsync(path); return new User(1, [|\"Jane Doe\"|]); }")]
    [InlineData("public string FindMail(User u) { Console.Write(u); var m = [|\"test@example.com\"|]; return m; }")]
    [InlineData("public List<User> LoadUsers() { var l = new List<User>(); l.Add(new User(1, [|\"John Doe\"|])); l.Add(new User(2, \"Jane Doe\")); return l; }")]
    [InlineData("public object GetReply() => new { text = [|\"Lorem ipsum dolor sit amet\"|] };")]
    [InlineData("public string GetStreet(User u) => u.Id > 3 ? [|\"123 Main St\"|] : u.Name;")]
    [InlineData("public IEnumerable<User> GetUsers() => [|MockData|].Users;")]
    [InlineData("public void Show() { foreach (var u in [|MockData|].Users) Console.Write(u); }")]
    [InlineData("public string Complete(string p) => [|MockReply|](p); static string MockReply(string p) => $\"About {p}\";")]
    [InlineData("public List<User> GetUsers() { try { return Read(); } catch (IOException) { return [|MockData|].Users; } } static List<User> Read() => throw new IOException();")]
    [InlineData("public void Add(IServiceCollection s) => s.AddSingleton<IMailer, [|FakeMailer|]>();")]
    [InlineData("public void Add(IServiceCollection s) => s.AddScoped(typeof(IMailer), typeof([|FakeMailer|]));")]
    [InlineData("public void Add(IServiceCollection s) => s.AddTransient<IMailer>(_ => new [|FakeMailer|]());")]
    public Task MadeUpAnswer_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("public User GetUser(int id) => new(id, \"User \" + id);")]
    [InlineData("public bool GetIsTester(User u) => u.Name == \"John Doe\";")]
    [InlineData("public void Save(User u) { if (u.Name == \"John Doe\") throw new ArgumentException(\"test@example.com\"); }")]
    [InlineData("public User GetDefaultUser() => new(0, \"John Doe\");")]
    [InlineData("public User GetSampleUser() => new(0, \"John Doe\");")]
    [InlineData("public string GetMailHint() => \"test@example.com\";")]
    [InlineData("public string Owner { get; set; } = \"John Doe\";")]
    [InlineData("/// <summary>Sample data for the designer.</summary>\n public User GetUser() => new(0, \"John Doe\");")]
    [InlineData("public int GetLimit() => MockData.Limit;")]
    [InlineData("public IEnumerable<User> GetUsers(bool demo) => demo ? MockData.Users : [];")]
    [InlineData("public IEnumerable<User> GetUsers(IHostEnvironment e) { if (e.IsProduction()) return []; return MockData.Users; }")]
    [InlineData("public void SeedUsers(List<User> l) => l.AddRange(MockData.Users);")]
    [InlineData("public string Name() => nameof(MockData.Users);")]
    [InlineData("public async Task<User> FetchUserAsync(int id) { await Task.Delay(100); return new User(id, \"Jane Doe\"); }")]
    [InlineData("public async Task<List<User>> FetchUsersAsync() { await Task.Delay(100); return MockData.Users; }")]
    [InlineData("public void Add(IServiceCollection s) => s.AddSingleton<IMailer, Mailer>();")]
    [InlineData("public void Add(IServiceCollection s, IHostEnvironment e) { if (e.IsDevelopment()) s.AddSingleton<IMailer, FakeMailer>(); }")]
    [InlineData("public void Add(IServiceCollection s) => s.AddSingleton<FakeMailer>();")]
    [InlineData("public void AddFakes(IServiceCollection s) => s.AddSingleton<IMailer, FakeMailer>();")]
    [InlineData("readonly HttpClient _http = new(); public Task<string> GetFakeReport(string id) => MockCall(id); Task<string> MockCall(string id) => _http.GetStringAsync(id);")]
    public Task HonestPlace_DoesNotTrigger(string members) => Verify(members);

    [Theory]
    [InlineData("Shop.Data.Seeding", "Users")]
    [InlineData("Shop", "DesignTimeUsers")]
    [InlineData("Shop", "UserFixture")]
    [InlineData("Shop.Samples", "Users")]
    public Task NamedPlace_DoesNotTrigger(string space, string type) =>
        RuleTest.VerifyAsync<MockInProduction>($"namespace {space}; class {type} {{ public string GetName() => \"John Doe\"; }}");

    [Fact]
    public Task TestProject_DoesNotTrigger() => RuleTest.VerifyAsync<MockInProduction>("""
        class Users { public string GetName() => "John Doe"; }
        class Specs { [Xunit.Fact] void M() { Xunit.Assert.NotNull(new Users().GetName()); } }
        """);

    [Fact]
    public async Task Message_NamesClaimAndData()
    {
        var found = await RuleTest.VerifyAsync<MockInProduction>("class C { public string FetchName(int id) => id > 0 ? [|\"John Doe\"|] : \"\"; }");
        Assert.Equal(
            "'FetchName' says that it is there to fetch name, but its answer is sample data from the source ('John Doe'). Give the real answer, or fail; keep sample data in tests and seeds.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<MockInProduction>("class C { string GetName( => new Mock<X(\"John Doe\"; void M() { MockData.; AddSingleton<IMailer, FakeMailer>( } }");
}
