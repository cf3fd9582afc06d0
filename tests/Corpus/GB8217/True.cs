//@broken
using System.Collections;
using System.IO;
using System.Runtime.Remoting.Channels;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Formatters;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Formatters.Soap;
using System.Web.Script.Serialization;
using System.Web.UI;
using fastJSON;
using MBrace.FsPickler;
using MBrace.FsPickler.Json;
using MessagePack.Resolvers;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using Polenter.Serialization;

namespace Corpus.GB8217.True;

public sealed class Formatters
{
    private readonly IFormatter _formatter = new BinaryFormatter(); //@true GB8217

    private BinaryFormatter _later;

    private static Stream Kept => Blobs.Open();

    internal object Local()
    {
        var formatter = new BinaryFormatter(); //@true GB8217
        return formatter.Deserialize(Kept);
    }

    internal object Inline() => new SoapFormatter().Deserialize(Kept); //@true GB8217

    internal object Contract()
    {
        var serializer = new NetDataContractSerializer(); //@true GB8217
        return serializer.ReadObject(Kept);
    }

    internal object Page(string state) => new LosFormatter().Deserialize(state); //@true GB8217

    internal object State()
    {
        ObjectStateFormatter formatter = new(); //@true GB8217
        return formatter.Deserialize(Kept);
    }

    internal object Unsigned() => new LosFormatter(false, "").Deserialize(Kept); //@true GB8217

    internal object InAnotherMember()
    {
        _later = new BinaryFormatter(); //@true GB8217
        return _later.Deserialize(Kept);
    }

    internal object HandedOn(Reader reader) => reader.Read(new BinaryFormatter()); //@true GB8217

    internal object NoBinder() => new BinaryFormatter { Binder = null }.Deserialize(Kept); //@true GB8217

    internal object Sharp() => new SharpSerializer(true).Deserialize(Kept); //@true GB8217

    internal object Field() => _formatter.Deserialize(Kept);

    internal static void SwitchOn() => AppContext.SetSwitch("System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization", true); //@true GB8217
}

public sealed class Pickles
{
    internal object Json(Stream stream)
    {
        var pickler = FsPickler.CreateJsonSerializer(); //@true GB8217
        return pickler.Deserialize<object>(stream);
    }

    internal object Binary(Stream stream) => FsPickler.CreateBinarySerializer().Deserialize<object>(stream); //@true GB8217
}

public sealed class Settings
{
    private static readonly JsonSerializerSettings Kept = new() { TypeNameHandling = TypeNameHandling.Objects }; //@true GB8217

    internal T Whole<T>(string json) => JsonConvert.DeserializeObject<T>(json, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }); //@true GB8217

    internal void Everywhere() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto }; //@true GB8217

    internal void Later(JsonSerializerSettings settings)
    {
        settings.TypeNameHandling = TypeNameHandling.Arrays; //@true GB8217
    }

    internal JsonSerializer Serializer() => new() { TypeNameHandling = Newtonsoft.Json.TypeNameHandling.Auto }; //@true GB8217

    internal JsonSerializerSettings ByNumber() => new() { TypeNameHandling = (TypeNameHandling)4 }; //@true GB8217

    internal JsonSerializerSettings Options(IMvcBuilder builder)
    {
        builder.AddNewtonsoftJson(options => options.SerializerSettings.TypeNameHandling = TypeNameHandling.Auto); //@true GB8217
        return Kept;
    }

    internal object Script(string json) => new JavaScriptSerializer(new SimpleTypeResolver()).DeserializeObject(json); //@true GB8217

    internal object ScriptLater(string json)
    {
        var resolver = new SimpleTypeResolver();
        var serializer = new JavaScriptSerializer(resolver); //@true GB8217
        return serializer.Deserialize<object>(json);
    }

    internal object Fast(string json) => JSON.ToObject(json, new JSONParameters { BadListTypeChecking = false }); //@true GB8217

    internal object Typeless() => TypelessContractlessStandardResolver.Options; //@true GB8217
}

public sealed class Channels
{
    internal object Whole() => new BinaryServerFormatterSinkProvider { TypeFilterLevel = TypeFilterLevel.Full }; //@true GB8217

    internal void Later(SoapServerFormatterSinkProvider provider) => provider.TypeFilterLevel = System.Runtime.Serialization.Formatters.TypeFilterLevel.Full; //@true GB8217

    internal object ByProperties()
    {
        var properties = new Hashtable();
        properties["typeFilterLevel"] = "Full";
        return new BinaryServerFormatterSinkProvider(properties, null); //@true GB8217
    }
}

public sealed class AnyTypeBinder : SerializationBinder
{
    public override Type BindToType(string assemblyName, string typeName) => Type.GetType($"{typeName}, {assemblyName}"); //@true GB8217 @true GB8114
}

public sealed class AnyTypeResolver : DataContractResolver
{
    public override Type ResolveName(string typeName, string typeNamespace, Type declaredType, DataContractResolver knownTypeResolver) =>
        knownTypeResolver.ResolveName(typeName, typeNamespace, declaredType, null) ?? Type.GetType(typeName); //@true GB8217
}

public sealed class PluginBinder : ISerializationBinder
{
    public Type BindToType(string assemblyName, string typeName)
    {
        var assembly = System.Reflection.Assembly.Load(assemblyName); //@true GB8114
        return assembly.GetType(typeName); //@true GB8217 @true GB8114
    }

    public void BindToName(Type serializedType, out string assemblyName, out string typeName) => (assemblyName, typeName) = (serializedType.Assembly.FullName, serializedType.FullName);
}
