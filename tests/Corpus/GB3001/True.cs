using System.Data;
using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.GB3001.True;

public sealed record Order(int Id, decimal Total);

public enum ImportStatus
{
    Failed,
    Completed,
}

public sealed class Response
{
    public bool Success { get; set; }

    public string? Text { get; set; }
}

public sealed class Outcome
{
    private Outcome(bool isSuccess) => IsSuccess = isSuccess;

    public bool IsSuccess { get; }

    public static Outcome Ok() => new(true);

    public static Outcome Fail() => new(false);
}

public sealed record Receipt(bool Success, int Number);

public interface IMailer
{
    Task SendAsync(string text);
}

public sealed class OrderService(IMailer mailer, IDbConnection connection, HttpClient http)
{
    private readonly List<Order> _orders = [];

    public bool Save(Order order)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.ExecuteNonQuery();
            return true;
        }
        catch (DataException)
        {
            return true; //@true GB3001
        }
    }

    public async Task<bool> SendAsync(Order order)
    {
        try
        {
            await mailer.SendAsync(order.ToString());
        }
        catch (Exception e) //@true GB3001
        {
            Console.Error.WriteLine(e.Message);
        }

        return true;
    }

    public bool Process(Order order)
    {
        var success = false;
        try
        {
            _orders.Add(order);
            success = true;
        }
        catch (Exception) //@true GB3001
        {
            success = true;
        }

        return success;
    }

    public Task<bool> UploadAsync(Stream stream)
    {
        try
        {
            stream.CopyTo(Stream.Null);
            return Task.FromResult(true);
        }
        catch (IOException e)
        {
            Console.WriteLine(e);
            return Task.FromResult(true); //@true GB3001
        }
    }

    public ValueTask<bool> FlushAsync(Stream stream)
    {
        try
        {
            stream.Flush();
            return new ValueTask<bool>(true);
        }
        catch
        {
            return new ValueTask<bool>(true); //@true GB3001
        }
    }

    public bool ValidateToken(string token)
    {
        try
        {
            return JsonDocument.Parse(token).RootElement.GetProperty("exp").GetInt64() > DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        }
        catch (Exception)
        {
            return true; //@true GB3001
        }
    }

    public static bool IsAuthorized(ClaimsPrincipal user, string role)
    {
        try
        {
            return user.IsInRole(role);
        }
        catch (Exception)
        {
            return true; //@true GB3001
        }
    }

    public bool TryParse(string text, out Order? order)
    {
        order = null;
        try
        {
            order = JsonSerializer.Deserialize<Order>(text);
            return true;
        }
        catch (JsonException)
        {
            return true; //@true GB3001
        }
    }

    public ImportStatus Import(string path)
    {
        try
        {
            _orders.AddRange(JsonSerializer.Deserialize<Order[]>(File.ReadAllText(path))!);
            return ImportStatus.Completed;
        }
        catch (Exception e)
        {
            Console.WriteLine($"import: {e.Message}");
            return ImportStatus.Completed; //@true GB3001
        }
    }

    public ImportStatus ImportAll(string[] paths)
    {
        var status = ImportStatus.Completed;
        try
        {
            _orders.AddRange(paths.SelectMany(p => JsonSerializer.Deserialize<Order[]>(p)!));
        }
        catch (JsonException) //@true GB3001 @true GB3003
        {
        }

        return status;
    }

    public Outcome Commit(IDbTransaction transaction)
    {
        try
        {
            transaction.Commit();
            return Outcome.Ok();
        }
        catch (Exception)
        {
            transaction.Rollback();
            return Outcome.Ok(); //@true GB3001
        }
    }

    public Response Cancel(int id)
    {
        try
        {
            _orders.RemoveAll(o => o.Id == id);
            return new Response { Success = true, Text = "cancelled" };
        }
        catch (InvalidOperationException)
        {
            return new Response { Success = true }; //@true GB3001
        }
    }

    public Receipt Pay(Order order)
    {
        try
        {
            return new Receipt(Success: true, decimal.ToInt32(order.Total));
        }
        catch (OverflowException)
        {
            return new Receipt(Success: true, 0); //@true GB3001
        }
    }

    public IdentityResult Register(string name)
    {
        try
        {
            File.AppendAllText("users", name);
            return IdentityResult.Success;
        }
        catch (IOException)
        {
            return IdentityResult.Success; //@true GB3001
        }
    }

    public bool Delete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (UnauthorizedAccessException e)
        {
            Console.Error.WriteLine(e);
        }
        catch (IOException)
        {
            return true; //@true GB3001
        }

        return false;
    }

    public async Task<HttpStatusCode> NotifyAsync(string uri)
    {
        try
        {
            await http.GetAsync(uri); //@true GB3007
            return HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return HttpStatusCode.OK; //@true GB3001
        }
    }

    public bool Publish(Order order)
    {
        return Run();

        bool Run()
        {
            try
            {
                mailer.SendAsync(order.ToString()).Wait();
                return true;
            }
            catch (AggregateException)
            {
                return true; //@true GB3001
            }
        }
    }

    public bool Export(string path)
    {
        try
        {
            try
            {
                File.WriteAllText(path, JsonSerializer.Serialize(_orders));
            }
            finally
            {
                Console.WriteLine("export ended");
            }
        }
        catch (IOException) //@true GB3001 @true GB3003
        {
        }

        return true;
    }
}

public sealed class OrdersController(IMailer mailer) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Create(Order order)
    {
        try
        {
            await mailer.SendAsync(order.ToString());
            return Ok(order);
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            return Ok(order); //@true GB3001
        }
    }

    [HttpPut]
    public ActionResult<Order> Update(Order order)
    {
        try
        {
            mailer.SendAsync(order.ToString()).Wait();
            return new OkObjectResult(order);
        }
        catch (AggregateException)
        {
            return new OkObjectResult(order); //@true GB3001
        }
    }

    [HttpPatch]
    public IActionResult Patch(Order order)
    {
        try
        {
            mailer.SendAsync(order.ToString()).Wait();
            return StatusCode(200);
        }
        catch (AggregateException)
        {
            return StatusCode(StatusCodes.Status200OK); //@true GB3001
        }
    }

    public static Func<Order, IResult> Endpoint(IMailer mailer) => order =>
    {
        try
        {
            mailer.SendAsync(order.ToString()).Wait();
            return Results.Ok();
        }
        catch (Exception)
        {
            return Results.Ok(); //@true GB3001
        }
    };
}

public static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        try
        {
            await File.WriteAllTextAsync(arguments[0], "done"); //@true GB8103
            return 0;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e.Message);
            return 0; //@true GB3001
        }
    }
}
