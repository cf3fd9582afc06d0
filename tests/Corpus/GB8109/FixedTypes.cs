using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

#pragma warning disable SYSLIB0011, SYSLIB0050

namespace Shop.FixedTypes;

[ApiController]
public class FixedController : ControllerBase
{
    private static readonly JsonSerializerSettings Closed = new() { TypeNameHandling = TypeNameHandling.None };
    private static readonly Dictionary<string, Type> Known = new() { ["basket"] = typeof(Basket), ["order"] = typeof(Order) };
    private byte[] _saved = [];

    [HttpPost("text-json")]
    public Basket? TextJson([FromBody] string json) => JsonSerializer.Deserialize<Basket>(json); //@near GB8109

    [HttpPost("text-json-async")]
    public ValueTask<Basket?> TextJsonAsync() => JsonSerializer.DeserializeAsync<Basket>(Request.Body); //@near GB8109

    [HttpPost("document")]
    public string? Document([FromBody] string json) => JsonDocument.Parse(json).RootElement.GetProperty("article").GetString(); //@near GB8109

    [HttpPost("xml")]
    public object? Xml() => new XmlSerializer(typeof(Basket)).Deserialize(Request.Body); //@near GB8109

    [HttpPost("contract")]
    public object? Contract() => new DataContractSerializer(typeof(Basket)).ReadObject(Request.Body); //@near GB8109

    [HttpPost("contract-json")]
    public object? ContractJson() => new DataContractJsonSerializer(typeof(Basket), [typeof(Order)]).ReadObject(Request.Body); //@near GB8109

    [HttpPost("newtonsoft")]
    public Basket? Newtonsoft([FromBody] string json) => JsonConvert.DeserializeObject<Basket>(json); //@near GB8109

    [HttpPost("newtonsoft-untyped")]
    public object? NewtonsoftUntyped([FromBody] string json) => JsonConvert.DeserializeObject(json); //@near GB8109

    [HttpPost("newtonsoft-none")]
    public Basket? NewtonsoftNone([FromBody] string json) => JsonConvert.DeserializeObject<Basket>(json, Closed); //@near GB8109

    [HttpPost("newtonsoft-depth")]
    public Basket? NewtonsoftDepth([FromBody] string json) => JsonConvert.DeserializeObject<Basket>(json, new JsonSerializerSettings { MaxDepth = 4 }); //@near GB8109

    [HttpPost("newtonsoft-binder")]
    public Basket? NewtonsoftBinder([FromBody] string json)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new Binder() };
        return JsonConvert.DeserializeObject<Basket>(json, settings); //@near GB8109
    }

    [HttpPost("taken-back")]
    public Basket? NewtonsoftTakenBack([FromBody] string json)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
        settings.TypeNameHandling = TypeNameHandling.None;
        return JsonConvert.DeserializeObject<Basket>(json, settings); //@near GB8109
    }

    [HttpGet("written")]
    public string Written(string article) =>
        JsonConvert.SerializeObject(new Basket { Article = article }, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }); //@near GB8109

    [HttpPost("table")]
    public IActionResult ByTable(string type) =>
        Known.TryGetValue(type, out var known) ? Ok(new XmlSerializer(known).Deserialize(Request.Body)) : NotFound(); //@near GB8109

    [HttpPost("switch")]
    public object? BySwitch(string type)
    {
        var wanted = type switch { "basket" => typeof(Basket), _ => typeof(Order) };
        return new XmlSerializer(wanted).Deserialize(Request.Body); //@near GB8109
    }

    [HttpPost("compared")]
    public object? Compared(string type)
    {
        if (type != "Shop.FixedTypes.Basket")
            return null;
        return new XmlSerializer(Type.GetType(type)!).Deserialize(Request.Body); //@near GB8109
    }

    // What the program has just written itself: a deep copy.
    [HttpPost("copy")]
    public object Copy()
    {
        using var stream = new MemoryStream();
        var formatter = new BinaryFormatter();
        formatter.Serialize(stream, new Basket());
        stream.Position = 0;
        return formatter.Deserialize(stream); //@near GB8109
    }

    [HttpPost("overwritten")]
    public object Overwritten([FromBody] byte[] saved)
    {
        _saved = saved;
        _saved = [0, 1, 0, 0];
        return new BinaryFormatter().Deserialize(new MemoryStream(_saved)); //@near GB8109 @true GB8217
    }

    [HttpPost("written-binary")]
    public byte[] WrittenBinary(string article)
    {
        using var stream = new MemoryStream();
        new BinaryFormatter().Serialize(stream, new Basket { Article = article }); //@near GB8109
        return stream.ToArray();
    }

    [HttpPost("resource")]
    public object Resource() =>
        new BinaryFormatter().Deserialize(typeof(FixedController).Assembly.GetManifestResourceStream("defaults.bin")!); //@near GB8109 @true GB8217

    [HttpPost("reader")]
    public string ByHand([FromBody] byte[] saved)
    {
        using var reader = new BinaryReader(new MemoryStream(saved));
        return reader.ReadString() + reader.ReadInt32(); //@near GB8109
    }

    // The text that is read comes from a fixed list.
    [HttpPost("known")]
    public object ByName(string name)
    {
        var saved = name == "empty" ? "AAEAAAD" : "AAEAAAE";
        return new BinaryFormatter().Deserialize(new MemoryStream(Convert.FromBase64String(saved))); //@near GB8109 @true GB8217
    }

    // Another type of the same name: it reads one line.
    [HttpPost("own")]
    public string Own([FromBody] string text) => new LineFormatter().Deserialize(new StringReader(text)); //@near GB8109

    [HttpPost("hash")]
    public bool Hashed([FromBody] byte[] saved) => SHA256.HashData(saved)[0] == 0; //@near GB8109
}

public class Basket
{
    public string? Article { get; set; }
}

public class Order
{
    public int Number { get; set; }
}

internal sealed class Binder
{
    public Type BindToType(string name) => name == "Basket" ? typeof(Basket) : throw new SerializationException(name);
}

internal sealed class LineFormatter
{
    public string Deserialize(TextReader reader) => reader.ReadLine() ?? "";
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
