using System.Net.Sockets;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Json;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;

#pragma warning disable SYSLIB0011, SYSLIB0050

namespace Shop.AnyType;

[ApiController]
public class StateController(HttpClient client) : ControllerBase
{
    private static readonly JsonSerializerSettings Open = new() { TypeNameHandling = TypeNameHandling.Auto }; //@true GB8217
    private readonly BinaryFormatter _formatter = new(); //@true GB8217
    private byte[] _saved = [];

    [HttpPost("body")]
    public object Body() => new BinaryFormatter().Deserialize(Request.Body); //@true GB8109 @true GB8217

    [HttpPost("bytes")]
    public object Bytes([FromBody] byte[] saved)
    {
        using var stream = new MemoryStream(saved);
        return _formatter.Deserialize(stream); //@true GB8109
    }

    [HttpGet("cookie")]
    public object? Cookie()
    {
        if (!Request.Cookies.TryGetValue("basket", out var basket))
            return null;
        using var stream = new MemoryStream(Convert.FromBase64String(basket));
        return new BinaryFormatter().Deserialize(stream); //@true GB8109 @true GB8217
    }

    [HttpPost("upload")]
    public object Upload(IFormFile file)
    {
        using var stream = file.OpenReadStream();
        return new BinaryFormatter().Deserialize(stream); //@true GB8109 @true GB8217
    }

    [HttpPost("interface")]
    public object ByTheInterface([FromForm] string state)
    {
        IFormatter formatter = new BinaryFormatter(); //@true GB8217
        return formatter.Deserialize(new MemoryStream(Convert.FromHexString(state))); //@true GB8109
    }

    // The cast comes after everything was made.
    [HttpPost("cast")]
    public string? Cast() => (new BinaryFormatter().Deserialize(Request.Body) as Basket)?.Article; //@true GB8109 @true GB8217

    // A binder refuses some types, which is known not to be enough here.
    [HttpPost("binder")]
    public object WithABinder() => new BinaryFormatter { Binder = new OnlyBaskets() }.Deserialize(Request.Body); //@true GB8109

    [HttpPost("caught")]
    public object? Caught([FromBody] byte[] saved)
    {
        try
        {
            return new BinaryFormatter().Deserialize(new MemoryStream(saved)); //@true GB8109 @true GB8217
        }
        catch (SerializationException e)
        {
            throw new BadHttpRequestException("not a basket", e);
        }
    }

    [HttpPost("json-all")]
    public object? JsonAll([FromBody] string json) =>
        JsonConvert.DeserializeObject(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }); //@true GB8109 @true GB8217

    [HttpPost("json-objects")]
    public Basket? JsonObjects([FromBody] string json)
    {
        var settings = new JsonSerializerSettings { MaxDepth = 8 };
        settings.TypeNameHandling = TypeNameHandling.Objects; //@true GB8217
        return JsonConvert.DeserializeObject<Basket>(json, settings); //@true GB8109
    }

    [HttpPost("json-shared")]
    public Basket? JsonShared([FromBody] string json) => JsonConvert.DeserializeObject<Basket>(json, Open); //@true GB8109

    [HttpPost("json-populate")]
    public Basket JsonPopulate([FromBody] string json)
    {
        var basket = new Basket();
        JsonConvert.PopulateObject(json, basket, Settings()); //@true GB8109
        return basket;
    }

    private static JsonSerializerSettings Settings() => new() { TypeNameHandling = TypeNameHandling.Arrays }; //@true GB8217

    [HttpPost("type")]
    public object? TypeByName(string type) => new XmlSerializer(Type.GetType(type)!).Deserialize(Request.Body); //@true GB8109 @true GB8114

    [HttpPost("contract")]
    public object? ContractByName(string type)
    {
        var wanted = Type.GetType("Shop.AnyType." + type, throwOnError: true)!; //@true GB8114
        return new DataContractSerializer(wanted).ReadObject(Request.Body); //@true GB8109
    }

    [HttpPost("contract-json")]
    public object? JsonContractByName([FromHeader] string type) => new DataContractJsonSerializer(Type.GetType(type)!).ReadObject(Request.Body); //@true GB8109 @true GB8114

    [HttpPost("field")]
    public object ThroughAField([FromBody] byte[] saved)
    {
        _saved = saved;
        return Restore();
    }

    private object Restore() => new BinaryFormatter().Deserialize(new MemoryStream(_saved)); //@true GB8109 @true GB8217

    [HttpPost("copied")]
    public async Task<object> Copied()
    {
        using var copy = new MemoryStream();
        await Request.Body.CopyToAsync(copy);
        copy.Position = 0;
        return new BinaryFormatter().Deserialize(copy); //@true GB8109 @true GB8217
    }

    [HttpPost("delegate")]
    public object ThroughADelegate([FromBody] byte[] saved)
    {
        Func<Stream, object> read = stream => _formatter.Deserialize(stream); //@true GB8109
        return read(new MemoryStream(saved));
    }

    [HttpPost("fetched")]
    public async Task<object> Fetched()
    {
        await using var answer = await client.GetStreamAsync("https://backup.example.org/state");
        return new BinaryFormatter().Deserialize(answer); //@true GB8109 @true GB8217
    }

    [HttpPost("generic")]
    public Basket Generic([FromBody] byte[] saved) => Reader.Read<Basket>(saved);
}

public class Basket
{
    public string? Article { get; set; }
}

internal static class Reader
{
    public static T Read<T>(byte[] saved) => (T)new BinaryFormatter().Deserialize(new MemoryStream(saved)); //@true GB8109 @true GB8217
}

internal sealed class OnlyBaskets : SerializationBinder
{
    public override Type? BindToType(string assemblyName, string typeName) => typeName.EndsWith("Basket", StringComparison.Ordinal) ? typeof(Basket) : null;
}

internal sealed class Worker
{
    public void Serve(TcpClient client)
    {
        using var stream = client.GetStream();
        Console.WriteLine(new BinaryFormatter().Deserialize(stream)); //@true GB8109 @true GB8217
    }
}

internal static class Saves
{
    public static object Load() => new BinaryFormatter().Deserialize(File.OpenRead("game.sav")); //@true GB8109 @true GB8217
}

public static class Routes
{
    public static void Map(WebApplication app) =>
        app.MapPost("/state", (HttpRequest request) => new BinaryFormatter().Deserialize(request.Body)); //@true GB8109 @true GB8217
}

// file: Newtonsoft.cs
namespace Newtonsoft.Json
{
    public enum TypeNameHandling
    {
        None,
        Objects,
        Arrays,
        All,
        Auto,
    }

    public class JsonSerializerSettings
    {
        public TypeNameHandling TypeNameHandling { get; set; }

        public object? SerializationBinder { get; set; }

        public int? MaxDepth { get; set; }
    }

    public static class JsonConvert
    {
        public static extern object? DeserializeObject(string value);

        public static extern object? DeserializeObject(string value, JsonSerializerSettings settings);

        public static extern T? DeserializeObject<T>(string value);

        public static extern T? DeserializeObject<T>(string value, JsonSerializerSettings settings);

        public static extern void PopulateObject(string value, object target, JsonSerializerSettings settings);

        public static extern string SerializeObject(object value, JsonSerializerSettings settings);
    }
}
