using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shop.Contracts;

namespace Microsoft.EntityFrameworkCore
{
    public abstract class Migration
    {
        protected abstract void Up();
    }
}

namespace Bogus
{
    public class Randomizer
    {
        private static readonly string[] FakeNames = ["Ann", "Bert"];

        public string GetName(int i) => FakeNames[i % FakeNames.Length]; //@near GB4002
    }
}

namespace Shop.Contracts
{
    public record User(int Id, string Name, string Email);

    public interface IMailer
    {
        Task SendAsync(string to, string text);
    }

    public interface IMockServer
    {
        void Start();
    }

    public class InputField
    {
        public string Label { get; set; } = "";

        public string Placeholder { get; set; } = "";

        public string Value { get; set; } = "";

        public void Edit() => Value = Console.ReadLine() ?? Value;
    }

    public class SmtpMailer : IMailer
    {
        public Task SendAsync(string to, string text) => File.AppendAllTextAsync(to, text);
    }

    internal sealed class FakeMailer : IMailer
    {
        public Task SendAsync(string to, string text) => Task.CompletedTask;
    }

    internal sealed class MockServer : IMockServer
    {
        public void Start() => Console.WriteLine("listening");
    }

    internal static class MockData
    {
        public static User[] Users { get; } = [new(1, "Ann", "ann@shop.io"), new(2, "Bert", "bert@shop.io")];
    }
}

namespace Shop.Data
{
    public class UserSeeder(ICollection<User> users)
    {
        public void LoadUsers()
        {
            foreach (var user in MockData.Users) //@near GB4002
                users.Add(user);
        }

        public User GetAdmin() => new(1, "John Doe", "admin@example.com"); //@near GB4002
    }

    public class AddUsers : Migration
    {
        protected override void Up() => Insert(GetRow());

        private static User GetRow() => new(1, "Jane Doe", "jane@example.com"); //@near GB4002

        private static void Insert(User user) => Console.WriteLine(user);
    }

    public class Repository(Dictionary<int, User> users)
    {
        // A query for it is not an answer with it.
        public User? FindTester() => users.Values.FirstOrDefault(u => u.Email == "test@example.com"); //@near GB4002

        public bool GetIsReserved(User user) => user.Name == "John Doe"; //@near GB4002

        public void LoadAll()
        {
            if (users.ContainsValue(new User(0, "John Doe", ""))) //@near GB4002
                throw new InvalidOperationException("123 Main St");
        }

        public IReadOnlyList<User> GetUsers(bool useMock)
        {
            if (useMock)
                return MockData.Users; //@near GB4002
            return [.. users.Values];
        }

        public IReadOnlyList<User> ListUsers(IHostEnvironment env)
        {
            if (!env.IsDevelopment())
                return [.. users.Values];
            return [new User(1, "Jane Doe", "jane@shop.io")]; //@near GB4002
        }

        public IEnumerable<User> QueryUsers(RepositoryOptions options) => options.DemoMode ? MockData.Users : users.Values; //@near GB4002

        public User GetDefaultUser() => new(0, "Test User", ""); //@near GB4002

        public User GetAnonymousUser() => new(0, "Jane Doe", ""); //@near GB4002

        public IEnumerable<User> GetAll()
        {
#if DEBUG
            foreach (var user in MockData.Users) //@near GB4002
                yield return user;
#endif
            foreach (var user in users.Values)
                yield return user;
        }
    }

    public class RepositoryOptions
    {
        public bool DemoMode { get; set; }

        public string Owner { get; set; } = "Acme Corp"; //@near GB4002
    }

    public class DesignTimeUserSource
    {
        public User GetCurrent() => new(1, "John Doe", "john@example.com"); //@near GB4002

        public IReadOnlyList<User> GetUsers() => MockData.Users; //@near GB4002
    }

    public class DemoCatalog
    {
        public string GetText(int page) => page > 0 ? "Lorem ipsum dolor sit amet" : ""; //@near GB4002
    }

    /// <summary>Users for the preview of a theme.</summary>
    public class ThemeUsers
    {
        public User GetUser() => new(1, "Jane Doe", "jane@example.com"); //@near GB4002
    }
}

namespace Shop.Web
{
    public class Forms
    {
        public InputField GetNameField() => new() { Label = "Name", Placeholder = "John Doe" }; //@near GB4002

        public string GetMailHint() => "test@example.com"; //@near GB4002

        public string GetHelpText(string field) => field == "street" ? "123 Main St" : ""; //@near GB4002

        public string GetMailError(string mail) => $"'{mail}' is no address; write it as in test@example.com."; //@near GB4002

        public InputField ReadField(string name) => Field(name, placeholder: "jane@example.com"); //@near GB4002

        public InputField AskForName()
        {
            var field = new InputField { Label = "Name", Value = "John Doe" }; //@near GB4002
            field.Edit();
            return field;
        }

        private static InputField Field(string name, string placeholder) => new() { Label = name, Placeholder = placeholder };
    }

    public class SwaggerExamples
    {
        public object GetExamples() => new User(1, "John Doe", "john@example.com"); //@near GB4002
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class OpenApiSampleAttribute(string value) : Attribute
    {
        public string Value => value;
    }

    public class Endpoint
    {
        [OpenApiSample("john@example.com")]
        public string GetMail(User user) => user.Email; //@near GB4002
    }

    public static class Composition
    {
        public static void AddMail(this IServiceCollection services, IHostEnvironment env)
        {
            if (env.IsDevelopment())
                services.AddSingleton<IMailer, FakeMailer>(); //@near GB4002
            else
                services.AddSingleton<IMailer, SmtpMailer>(); //@near GB4002
        }

        public static void AddMailOrNone(this IServiceCollection services, string? host)
        {
            if (host is not null)
            {
                services.AddSingleton<IMailer, SmtpMailer>();
                return;
            }

            services.AddSingleton<IMailer, FakeMailer>(); //@near GB4002
        }

        public static IServiceCollection AddFakeMail(this IServiceCollection services) => services.AddSingleton<IMailer, FakeMailer>(); //@near GB4002

        public static void AddServer(this IServiceCollection services) => services.AddSingleton<IMockServer, MockServer>(); //@near GB4002

        public static void AddConcrete(this IServiceCollection services) => services.AddSingleton<FakeMailer>(); //@near GB4002

        public static void ConfigureDevelopmentServices(IServiceCollection services) => services.AddScoped<IMailer, FakeMailer>(); //@near GB4002

        public static void AddEither(IServiceCollection services, bool real) =>
            services.AddSingleton<IMailer>(_ => real ? new SmtpMailer() : new FakeMailer()); //@near GB4002
    }
}

namespace Shop.Sound
{
    public class Recorder
    {
        public int SampleRate { get; } = 44100; //@near GB4002

        public float[] GetSampleData(float[] input) => Array.ConvertAll(input, s => s * 0.5f); //@near GB4002

        public float[] ReadSamples(int count)
        {
            var sampleValues = new float[count];
            Array.Fill(sampleValues, 0.25f);
            return sampleValues; //@near GB4002
        }

        public double ComputeRate(int seconds) => SampleRate / (double)seconds; //@near GB4002

        public int[] GetSampleRates() => [8000, 44100, 48000]; //@near GB4002
    }
}

namespace Shop.Security
{
    public class Login(Dictionary<string, string> hashes)
    {
        // Takes as long for users that are not there.
        private const string DummyHash = "$2a$11$K1H4NcV2cE9";

        public bool Verify(string user, string hash) => (hashes.TryGetValue(user, out var known) ? known : DummyHash) == hash; //@near GB4002

        public bool CheckFakeAccount(string mail) => mail.EndsWith("@example.com", StringComparison.Ordinal); //@near GB4002
    }

    public class FakeNewsFilter
    {
        private static readonly HashSet<string> FakeSites = ["clickbait.test", "hoax.test"];

        public bool IsMatch(string site) => FakeSites.Contains(site); //@near GB4002
    }

    public class LibraryNames
    {
        private static readonly string[] Mocks = ["Moq", "NSubstitute"];

        public bool Knows(string name) => Array.IndexOf(Mocks, name) >= 0; //@near GB4002
    }

    public class Captions
    {
        private static readonly System.Text.RegularExpressions.Regex HardcodedSubs = new("hc-subs");

        public string ParseSubs(string title) => HardcodedSubs.Match(title).Value; //@near GB4002
    }

    public class DeepFakeScan(HttpClient http)
    {
        public Task<string> GetDeepFakeResult(string id) => http.GetStringAsync("scan/" + id); //@near GB4002
    }

    public class LinkedNodes
    {
        private sealed class Node(int value)
        {
            public Node? Next { get; set; }

            public int Value => value;
        }

        public int MergeCount(int[] values)
        {
            var dummy = new Node(0);
            var tail = dummy;
            foreach (var value in values)
            {
                tail.Next = new Node(value);
                tail = tail.Next;
            }

            return dummy.Next?.Value ?? 0; //@near GB4002
        }

        public object GetTree()
        {
            var dummyRoot = new Node(0);
            Attach(dummyRoot); //@near GB4002
            return dummyRoot.Next!;
        }

        private static void Attach(Node node) => node.Next = new Node(node.Value + 1);
    }

    public class Redaction
    {
        public User AnonymizeUser(User user) => user with { Name = "John Doe", Email = "anonymous@example.com" }; //@near GB4002

        public string GetMaskedName(User user) => user.Id > 0 ? "Jane Doe" : user.Name; //@near GB4002
    }
}
