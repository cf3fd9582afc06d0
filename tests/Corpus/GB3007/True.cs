using System.Data;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace Corpus.GB3007.True;

public sealed record Order(int Id, int Version, decimal Total);

public sealed record User(string Name);

public sealed record ChargeResult(bool Success, string? Receipt, string? Error);

public sealed class Outcome
{
    private Outcome(bool isFailure) => IsFailure = isFailure;

    public bool IsFailure { get; }

    public static Outcome Of(bool failed) => new(failed);
}

public sealed class ImportResponse
{
    public bool IsSuccess { get; init; }

    public int Rows { get; init; }
}

public sealed class ValidationResult
{
    public bool IsValid { get; init; }
}

public interface IGateway
{
    ChargeResult Charge(decimal amount);

    Task<ChargeResult> RefundAsync(string receipt);

    Task<ImportResponse> ImportAsync(string path);
}

public interface IRules
{
    ValidationResult Validate(Order order);
}

public static class Sql
{
    public static int Execute(this IDbConnection connection, string text, object arguments)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text + arguments; //@true GB8101
        return command.ExecuteNonQuery();
    }
}

public sealed class Parsing
{
    public static int PortOf(string text)
    {
        var port = 8080;
        int.TryParse(text, out port); //@true GB3007
        return port;
    }

    public static Order Read(string[] columns)
    {
        decimal.TryParse(columns[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var total); //@true GB3007
        return new Order(1, 1, total);
    }

    public static DateTime DueDate(string text)
    {
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var due); //@true GB3007
        return due.AddDays(30);
    }

    public static void Link(string text, HttpClient client)
    {
        Uri.TryCreate(text, UriKind.Absolute, out var uri); //@true GB3007
        Console.WriteLine(uri!.Host + client.Timeout);
    }

    public static string Label(string text)
    {
        Guid.TryParse(text, out var id); //@true GB3007
        return "order-" + id.ToString("N");
    }

    public static DayOfWeek Day(IReadOnlyList<string> row)
    {
        DayOfWeek day;
        Enum.TryParse(row[3], out day); //@true GB3007
        return day;
    }

    public static byte[] Key(string text)
    {
        var buffer = new byte[32];
        Convert.TryFromBase64String(text, buffer, out var written); //@true GB3007
        return buffer[..written];
    }

    public static TimeSpan Wait(Dictionary<string, string> settings)
    {
        TimeSpan wait;
        if (settings.ContainsKey("wait"))
            TimeSpan.TryParse(settings["wait"], CultureInfo.InvariantCulture, out wait); //@true GB3007
        else
            wait = TimeSpan.FromSeconds(5);
        return wait;
    }

    public static double Sum(IEnumerable<string> cells)
    {
        var sum = 0.0;
        foreach (var cell in cells)
        {
            double.TryParse(cell, out var number); //@true GB3007
            sum += number;
        }

        return sum;
    }
}

public sealed class Remote(HttpClient http)
{
    public async Task PublishAsync(Order order)
    {
        await http.PostAsJsonAsync("orders", order); //@true GB3007
    }

    public async Task RemoveAsync(int id)
    {
        await http.DeleteAsync($"orders/{id}").ConfigureAwait(false); //@true GB3007
    }

    public async Task<string> TextAsync(string path)
    {
        var response = await http.GetAsync(path); //@true GB3007
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<Order?> OrderAsync(int id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"orders/{id}");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead); //@true GB3007
        await using var body = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync<Order>(body);
    }

    public byte[] Blocking(string path)
    {
        var response = http.GetAsync(path).GetAwaiter().GetResult(); //@true GB3007
        return response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
    }

    public async Task PutAsync(Order order, HttpContent content)
    {
        var reply = await http.PutAsync($"orders/{order.Id}", content); //@true GB3007
        Console.WriteLine("order stored");
    }

    public void Send(HttpRequestMessage message) => http.Send(message); //@true GB3007
}

public sealed class Accounts(UserManager<User> users, SignInManager<User> signIn)
{
    public async Task RegisterAsync(User user, string password)
    {
        await users.CreateAsync(user, password); //@true GB3007
        await signIn.SignInAsync(user, isPersistent: false);
    }

    public async Task ResetAsync(User user, string token, string password)
    {
        var result = await users.ResetPasswordAsync(user, token, password); //@true GB3007
        Console.WriteLine("password changed");
    }

    public async Task PromoteAsync(User user)
    {
        var result = await users.RemoveFromRoleAsync(user, "user"); //@true GB3007
        result = await users.AddToRoleAsync(user, "admin");
        if (!result.Succeeded)
            throw new InvalidOperationException("not promoted");
    }
}

public sealed class Shop(IGateway gateway, IRules rules)
{
    private readonly List<Order> _orders = [];

    public void Checkout(Order order)
    {
        gateway.Charge(order.Total); //@true GB3007
        _orders.Add(order);
    }

    public string? Pay(Order order)
    {
        var result = gateway.Charge(order.Total); //@true GB3007
        return result.Receipt;
    }

    public async Task RefundAsync(string receipt)
    {
        await gateway.RefundAsync(receipt).ConfigureAwait(false); //@true GB3007
        Console.WriteLine("refunded");
    }

    public async Task<int> ImportAsync(string path)
    {
        var response = await gateway.ImportAsync(path); //@true GB3007
        return response.Rows;
    }

    public void Accept(Order order)
    {
        rules.Validate(order); //@true GB3007
        _orders.Add(order);
    }

    public void Close(Order order)
    {
        Settle(order); //@true GB3007
        _orders.Remove(order);
    }

    private static Outcome Settle(Order order) => Outcome.Of(order.Total < 0);
}

public sealed class Store(string folder, IDbConnection connection)
{
    public void Finish(Order order)
    {
        Save(order); //@true GB3007
        Console.WriteLine("order saved");
    }

    public bool Both(Order first, Order second)
    {
        var ok = Save(first); //@true GB3007
        ok = Save(second);
        return ok;
    }

    public async Task NightlyAsync(IEnumerable<Order> orders)
    {
        foreach (var order in orders)
            await UploadAsync(order); //@true GB3007
    }

    public void All(List<Order> orders) => orders.ForEach(o => Save(o)); //@true GB3007

    public void Move(Order order)
    {
        var copied = Export(order); //@true GB3007
        File.Delete(Path.Combine(folder, "inbox", order.Id.ToString()));
    }

    public void Update(Order order)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE orders SET total = @total, version = version + 1 WHERE id = @id AND version = @version";
        command.ExecuteNonQuery(); //@true GB3007
    }

    public void Rename(Order order, string name)
    {
        connection.Execute("update orders set name = @name where id = @Id and row_version = @Version", new { name, order.Id, order.Version }); //@true GB3007
    }

    private bool Save(Order order)
    {
        try
        {
            File.WriteAllText(Path.Combine(folder, order.Id.ToString()), order.ToString());
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<bool> UploadAsync(Order order)
    {
        var done = false;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "up"), order.ToString());
            done = true;
        }
        catch (Exception e)
        {
            Console.WriteLine(e.Message);
        }

        return done;
    }

    private bool Export(Order order)
    {
        try
        {
            File.Copy(Path.Combine(folder, "inbox", order.Id.ToString()), Path.Combine(folder, "outbox"));
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }

        return true;
    }
}

public sealed class Bytes
{
    public static byte[] Header(Stream stream)
    {
        var header = new byte[16];
        stream.Read(header, 0, 16); //@true GB3007
        return header;
    }

    public static async Task<int> LengthAsync(Stream stream)
    {
        var prefix = new byte[4];
        await stream.ReadAsync(prefix, 0, prefix.Length); //@true GB3007
        return BitConverter.ToInt32(prefix, 0);
    }

    public static long Magic(FileStream file)
    {
        Span<byte> magic = stackalloc byte[8];
        file.Read(magic); //@true GB3007
        return BitConverter.ToInt64(magic);
    }

    public static async Task<byte[]> BodyAsync(NetworkStream network, int length)
    {
        var body = new byte[length];
        var read = await network.ReadAsync(body.AsMemory(0, length)); //@true GB3007
        return body;
    }

    public static byte[] Packet(Socket socket)
    {
        var packet = new byte[512];
        socket.Receive(packet); //@true GB3007
        return packet;
    }

    public static string Word(StreamReader reader)
    {
        var word = new char[8];
        reader.Read(word, 0, word.Length); //@true GB3007
        return new string(word);
    }

    public static byte[] Block(BinaryReader reader)
    {
        var block = new byte[64];
        reader.Read(block, 0, 64); //@true GB3007
        return block;
    }
}

public static class Tools
{
    public static string Version()
    {
        using var process = new Process { StartInfo = new ProcessStartInfo("git", "describe") { RedirectStandardOutput = true } };
        process.Start();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit(); //@true GB3007
        return text.Trim();
    }

    public static async Task<string> ListAsync(string folder)
    {
        var process = Process.Start(new ProcessStartInfo("ls", folder) { RedirectStandardOutput = true })!; //@true GB8102
        await process.WaitForExitAsync(); //@true GB3007
        return await process.StandardOutput.ReadToEndAsync();
    }
}
