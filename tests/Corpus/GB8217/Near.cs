//@broken
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Runtime.Remoting.Channels;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters;
using System.Runtime.Serialization.Formatters.Binary;
using System.Text.Json;
using System.Web.Script.Serialization;
using System.Web.UI;
using System.Xml.Serialization;
using fastJSON;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Corpus.GB8217.Near;

public sealed class Formatters
{
    private static Stream Kept => Blobs.Open();

    internal void OnlyWrites(object value)
    {
        var formatter = new BinaryFormatter(); //@near GB8217
        formatter.Serialize(Kept, value);
    }

    internal void WritesInline(object value) => new BinaryFormatter().Serialize(Kept, value); //@near GB8217

    internal object Copied()
    {
        var formatter = new BinaryFormatter(); //@near GB8217
        using var memory = new MemoryStream();
        formatter.Serialize(memory, this);
        memory.Position = 0;
        return formatter.Deserialize(memory);
    }

    internal object Bound()
    {
        var formatter = new BinaryFormatter { Binder = new KnownTypes() }; //@near GB8217
        return formatter.Deserialize(Kept);
    }

    internal object BoundLater()
    {
        var formatter = new NetDataContractSerializer(); //@near GB8217
        formatter.Binder = new KnownTypes();
        return formatter.ReadObject(Kept);
    }

    internal object Signed(string key, string state) => new LosFormatter(true, key).Deserialize(state); //@near GB8217

    internal object OneType() => new DataContractSerializer(typeof(Order)).ReadObject(Kept); //@near GB8217

    internal object Xml() => new XmlSerializer(typeof(Order)).Deserialize(Kept); //@near GB8217

    internal Order Modern() => System.Text.Json.JsonSerializer.Deserialize<Order>(Kept); //@near GB8217

    internal object Script(string json) => new JavaScriptSerializer().Deserialize<Order>(json); //@near GB8217

    internal object OwnResolver(string json) => new JavaScriptSerializer(new OrderResolver()).Deserialize<Order>(json); //@near GB8217

    internal bool Is(object formatter) => formatter is BinaryFormatter; //@near GB8217

    internal string Name() => nameof(BinaryFormatter); //@near GB8217

    internal static void SwitchOff() => AppContext.SetSwitch("System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization", false); //@near GB8217

    internal static void OtherSwitch() => AppContext.SetSwitch("System.Net.Http.UseSocketsHttpHandler", true); //@near GB8217
}

public sealed class Settings
{
    internal JsonSerializerSettings None() => new() { TypeNameHandling = TypeNameHandling.None }; //@near GB8217

    internal JsonSerializerSettings Zero() => new() { TypeNameHandling = (TypeNameHandling)0 }; //@near GB8217

    internal JsonSerializerSettings Bound() => new() { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new KnownNames() }; //@near GB8217

    internal JsonSerializerSettings BoundLater()
    {
        var settings = new JsonSerializerSettings();
        settings.TypeNameHandling = TypeNameHandling.Objects; //@near GB8217
        settings.SerializationBinder = new KnownNames();
        return settings;
    }

    internal JsonSerializerSettings Reset()
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }; //@near GB8217
        settings.TypeNameHandling = TypeNameHandling.None;
        return settings;
    }

    internal string Writes(object value) => JsonConvert.SerializeObject(value, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }); //@near GB8217

    internal string WritesLater(object value)
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }; //@near GB8217
        return JsonConvert.SerializeObject(value, Formatting.None, settings);
    }

    internal void Given(JsonSerializerSettings settings, TypeNameHandling handling) => settings.TypeNameHandling = handling; //@near GB8217

    internal bool Asks(JsonSerializerSettings settings) => settings.TypeNameHandling == TypeNameHandling.All; //@near GB8217

    internal JSONParameters Checked() => new() { BadListTypeChecking = true }; //@near GB8217

    internal object Low() => new BinaryServerFormatterSinkProvider { TypeFilterLevel = TypeFilterLevel.Low }; //@near GB8217

    internal object LowByProperties()
    {
        var properties = new Hashtable();
        properties["typeFilterLevel"] = "Low";
        return new BinaryServerFormatterSinkProvider(properties, null); //@near GB8217
    }
}

public sealed class KnownTypes : SerializationBinder
{
    private static readonly Dictionary<string, Type> Types = new() { ["Order"] = typeof(Order) };

    public override Type BindToType(string assemblyName, string typeName) => Types.TryGetValue(typeName, out var type) ? type : throw new SerializationException(typeName); //@near GB8217
}

public sealed class OursOnly : SerializationBinder
{
    public override Type BindToType(string assemblyName, string typeName)
    {
        if (typeName is not ("Corpus.Orders.Order" or "Corpus.Orders.Line"))
            throw new SerializationException(typeName);
        return Type.GetType(typeName); //@near GB8217
    }
}

public sealed class KnownNames : ISerializationBinder
{
    public Type BindToType(string assemblyName, string typeName) => typeName == "order" ? typeof(Order) : null; //@near GB8217

    public void BindToName(Type serializedType, out string assemblyName, out string typeName) => (assemblyName, typeName) = (null, "order");
}

public sealed class OrderResolver : JavaScriptTypeResolver
{
    public override Type ResolveType(string id) => typeof(Order); //@near GB8217

    public override string ResolveTypeId(Type type) => "order";
}

public sealed class Views
{
    public Type ResolveType(string name) => Type.GetType(name); //@near GB8217 @true GB8114
}

public sealed class Order
{
    public int Number { get; set; }
}
