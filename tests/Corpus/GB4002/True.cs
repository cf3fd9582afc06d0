using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace Shop;

public record User(int Id, string Name, string Email);

public record Product(int Id, string Title, decimal Price);

public class Address
{
    public string Street { get; set; } = "";

    public string City { get; set; } = "";
}

public interface IMailer
{
    Task SendAsync(string to, string text);
}

public interface IPaymentGateway
{
    Task<string> ChargeAsync(decimal amount);
}

public interface IChatModel
{
    Task<string> CompleteAsync(string prompt);
}

public class MailService(HttpClient http) : IMailer
{
    public Task SendAsync(string to, string text) => http.PostAsync(to, new StringContent(text));
}

internal sealed class FakeMailer : IMailer
{
    public Task SendAsync(string to, string text) => Task.CompletedTask;
}

internal sealed class MockPaymentGateway : IPaymentGateway
{
    public Task<string> ChargeAsync(decimal amount) => Task.FromResult("tx_" + amount);
}

internal sealed class DummyMailer : IMailer
{
    public Task SendAsync(string to, string text) => Task.CompletedTask;
}

internal static class MockData
{
    public static List<Product> Products { get; } = [new(1, "Laptop", 999m), new(2, "Mouse", 19m)];

    public static readonly User[] Users = [new(1, "Ann", "ann@shop.io"), new(2, "Bert", "bert@shop.io")];

    public static List<User> CreateUsers(int count) => Enumerable.Range(1, count).Select(i => new User(i, $"User {i}", $"u{i}@shop.io")).ToList();
}

public class UserClient
{
    public async Task<User> FetchUserAsync(int id) //@true GB2004
    {
        // Of what only waits and answers as if it had fetched, GB2004 speaks, once.
        await Task.Delay(50);
        return new User(id, "John Doe", "john@shop.io"); //@near GB4002
    }

    public User FetchOwner(int id) => new(id, "Jane Doe", "jane@shop.io"); //@true GB4002

    public async Task<User> FetchManagerAsync(string path)
    {
        var id = await File.ReadAllTextAsync(path);
        return new User(id.Length, "John Smith", "manager@example.com"); //@true GB4002
    }

    public User? FindByMail(string mail)
    {
        if (mail.Length == 0)
            return null;
        return new User(7, "Ann Miller", "test@example.com"); //@true GB4002
    }

    public Task<List<User>> SearchAsync(string query) => Task.FromResult(new List<User>
    {
        new(1, "Jane Doe", "jane@shop.io"), //@true GB4002
        new(2, "Bob Smith", "bob@shop.io"),
    });

    public IEnumerable<User> ListUsers()
    {
        yield return new User(1, "John Smith", "js@shop.io"); //@true GB4002
        yield return new User(2, "Jane Smith", "js2@shop.io");
    }

    public Address GetAddress(int userId)
    {
        var address = new Address();
        address.Street = "123 Main St"; //@true GB4002
        address.City = "Hamburg";
        return address;
    }

    public Address LookupAddress(int userId) => new()
    {
        Street = "42 Elm Street", //@true GB4002
        City = "Berlin",
    };

    public List<User> LoadUsers(string file)
    {
        var users = new List<User>();
        for (var i = 0; i < 3; i++)
            users.Add(new User(i, "Test User", "t@shop.io")); //@true GB4002
        return users;
    }

    public string GetPhone(User user)
    {
        return user.Id > 0 ? "555-0123" : ""; //@true GB4002
    }

    public string GetUserName(User? user) => user?.Name ?? "John Doe"; //@true GB4002

    public object GetProfile(int id) => new { id, name = "Erika Mustermann" }; //@true GB4002

    public (string Name, string Mail) ResolveContact(int id) => ("Office " + id, "contact@example.org"); //@true GB4002

    public Dictionary<string, string> ReadProfile(string key) => new() { ["owner"] = "Acme Corp" }; //@true GB4002

    public User[] QueryUsers(string filter) => new[] { new User(3, "Alice Johnson", "alice@shop.io") }.Where(u => u.Name.Contains(filter)).ToArray(); //@true GB4002

    public User GetOwner(int order) => order switch
    {
        0 => throw new ArgumentOutOfRangeException(nameof(order)),
        _ => new User(order, "Max Mustermann", "m@shop.io"), //@true GB4002
    };
}

public class Summaries(HttpClient http)
{
    public async Task<string> SummarizeAsync(Stream text)
    {
        try
        {
            return await http.GetStringAsync("summary");
        }
        catch (HttpRequestException e)
        {
            Console.Error.WriteLine(e);
            return "Lorem ipsum dolor sit amet, consectetur adipiscing elit."; //@true GB4002
        }
    }

    public string Transcribe(byte[] audio)
    {
        var length = audio.Length / 16000;
        return length == 0 ? "" : "Sample transcription of the recording"; //@true GB4002
    }

    public async Task<string> AskAsync(string question)
    {
        await Task.Delay(question.Length);
        var answer = "This is a mock response from the model."; //@true GB4002
        return answer.Trim();
    }

    public async Task<string> CompleteAsync(string prompt)
    {
        if (http.BaseAddress is null)
            return GenerateMockResponse(prompt); //@true GB4002
        return await http.GetStringAsync(prompt);
    }

    private static string GenerateMockResponse(string prompt) => $"Here is what I found about {prompt}.";
}

[ApiController]
public class UsersController : ControllerBase
{
    private readonly List<Product> _mockProducts = [new(1, "Desk", 120m), new(2, "Chair", 80m)];

    [HttpGet("{id}")]
    public IActionResult Details(int id) => Ok(new User(id, "Jane Doe", "jane@shop.io")); //@true GB4002

    [HttpGet]
    public ActionResult<IEnumerable<Product>> Products() => Ok(MockData.Products); //@true GB4002

    [HttpGet("search")]
    public IEnumerable<Product> Search(string q) => _mockProducts.Where(p => p.Title.Contains(q)); //@true GB4002

    [HttpPost]
    public IActionResult Create(string name)
    {
        var mockUser = new User(99, name, "new@shop.io");
        return Created("/users/99", mockUser); //@true GB4002
    }
}

public class Catalog
{
    private readonly Dictionary<int, Product> _byId;
    private List<User> _users = MockData.CreateUsers(20); //@true GB4002

    public Catalog() => _byId = MockData.Products.ToDictionary(p => p.Id); //@true GB4002

    public Product? GetProduct(int id) => MockData.Products.FirstOrDefault(p => p.Id == id); //@true GB4002

    public Task<List<Product>> GetProductsAsync() => Task.FromResult(GetSampleProducts()); //@true GB4002

    public async Task<IReadOnlyList<User>> GetCustomersAsync(CancellationToken cancellation) //@true GB2004
    {
        await Task.Delay(10, cancellation);
        var users = MockData.Users; //@near GB4002
        return users;
    }

    public int CountProducts() => _byId.Count + _users.Count;

    public List<string> GetReviews(int product)
    {
        List<string> fakeReviews = ["Great!", "Works as described."];
        return fakeReviews; //@true GB4002
    }

    public void Render(TextWriter writer)
    {
        foreach (var product in MockData.Products) //@true GB4002
            writer.WriteLine(product.Title);
    }

    public void Export(Stream target)
    {
        var rows = BuildFakeRows(100); //@true GB4002
        target.Write(rows, 0, rows.Length);
    }

    private static byte[] BuildFakeRows(int count)
    {
        var rows = new byte[count];
        for (var i = 0; i < count; i++)
            rows[i] = 42;
        return rows.Append((byte)count).Concat(new byte[] { 1, 2 }).ToArray();
    }

    private static List<Product> GetSampleProducts() => [new(1, "Lamp", 30m), new(2, "Rug", 75m)];
}

public class Dashboard(HttpClient http)
{
    private User[] _users = [];

    public async Task OnInitializedAsync()
    {
        try
        {
            _users = [new(1, await http.GetStringAsync("me"), "")];
        }
        catch (HttpRequestException)
        {
            _users = MockData.Users; //@true GB4002
        }
    }

    public string CallWeather(string city)
    {
        var dummyResponse = "{\"temp\": 21, \"sky\": \"clear\"}";
        return dummyResponse; //@true GB4002
    }

    public double[] PredictDemand(int days) => GenerateFakeForecast(days); //@true GB4002

    public int Shown => _users.Length;

    private static double[] GenerateFakeForecast(int days)
    {
        var random = new Random();
        return Enumerable.Range(0, days).Select(_ => 100 + random.NextDouble() * 20).ToArray();
    }
}

public static class Composition
{
    public static IServiceCollection AddShop(this IServiceCollection services)
    {
        services.AddSingleton<IMailer, FakeMailer>(); //@true GB4002
        services.AddScoped(typeof(IPaymentGateway), typeof(MockPaymentGateway)); //@true GB4002
        services.AddTransient<IMailer>(_ => new DummyMailer()); //@true GB4002
        services.AddSingleton<IChatModel>(Mock.Of<IChatModel>()); //@true GB4002
        return services.AddSingleton<IPaymentGateway>(new MockPaymentGateway()); //@true GB4002
    }

    public static void Map(WebApplication app)
    {
        app.MapGet("/me", () => new User(1, "John Doe", "me@shop.io")); //@true GB4002
        app.MapGet("/products", () => Results.Ok(MockData.Products)); //@true GB4002
    }

    public static IMailer CreateMailer()
    {
        var mailer = new Mock<IMailer>(); //@true GB4002
        mailer.Setup(m => m.SendAsync("a", "b")).Returns(Task.CompletedTask);
        return mailer.Object;
    }
}
