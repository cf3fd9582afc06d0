using Ghostbusters.Analyzers.Symbols;

namespace Ghostbusters.Analyzers.Rules.GB8200;

/// <summary>Serializers whose data say which types are made, and the settings that make others so.</summary>
internal static class FormatterApis
{
    /// <summary>An argument that resolves type names.</summary>
    public const string TypeResolver = "resolver";

    /// <summary>An argument that holds properties of a remoting channel.</summary>
    public const string FilterProperties = "properties";

    /// <summary>The switch of the runtime that brings BinaryFormatter back.</summary>
    public const string Switch = "System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization";

    private const string Named = "the data name them, and their constructors and setters run before anybody looks";
    private const string Pickled = "a pickle names the types it is made of";

    /// <summary>Makes a deserializer that cannot be made safe.</summary>
    public static ApiTable<string> Unsafe { get; } = new()
    {
        { "System.Runtime.Serialization.Formatters.Binary.BinaryFormatter.#ctor", Named }, { "System.Runtime.Serialization.Formatters.Soap.SoapFormatter.#ctor", Named },
        { "System.Runtime.Serialization.NetDataContractSerializer.#ctor", Named }, { "System.Web.UI.LosFormatter.#ctor", Named }, { "System.Web.UI.ObjectStateFormatter.#ctor", Named },
        { "Polenter.Serialization.SharpSerializer.#ctor", Named }, { "System.Workflow.ComponentModel.Compiler.XomlCompilerHelper.#ctor", Named },
        { "MBrace.FsPickler.FsPickler.CreateBinarySerializer!", Pickled }, { "MBrace.FsPickler.FsPickler.CreateXmlSerializer!", Pickled },
        { "MBrace.FsPickler.Json.FsPickler.CreateJsonSerializer!", Pickled }, { "MBrace.FsPickler.Json.FsPickler.CreateBsonSerializer!", Pickled },
        { "MBrace.FsPickler.Json.JsonSerializer.#ctor", Pickled }, { "MBrace.FsPickler.BinarySerializer.#ctor", Pickled },
    };

    /// <summary>Makes one that is unsafe with the right argument.</summary>
    public static ApiTable<(string Kind, string Evidence)> WithArgument { get; } = new()
    {
        { "System.Web.Script.Serialization.JavaScriptSerializer.#ctor", (TypeResolver, "a SimpleTypeResolver takes any type's name") },
        { "System.Runtime.Remoting.Channels.BinaryServerFormatterSinkProvider.#ctor", (FilterProperties, "every serializable type is let through") },
        { "System.Runtime.Remoting.Channels.SoapServerFormatterSinkProvider.#ctor", (FilterProperties, "every serializable type is let through") },
        { "System.AppContext.SetSwitch", (Switch, "BinaryFormatter is switched on again") },
    };

    /// <summary>Lets names of types stand in the data; the fact is the one value that does not.</summary>
    public static ApiTable<string> TypeNames { get; } = new()
    {
        { "Newtonsoft.Json.JsonSerializerSettings.TypeNameHandling!", "None" }, { "Newtonsoft.Json.JsonSerializer.TypeNameHandling!", "None" },
    };

    /// <summary>The values of Json.NET's enumeration.</summary>
    public static HashSet<string> Handlings { get; } = new(StringComparer.Ordinal) { "All", "Auto", "Objects", "Arrays" };

    /// <summary>How much remoting lets through.</summary>
    public static ApiTable<bool> FilterLevel { get; } = new()
    {
        { "System.Runtime.Remoting.Channels.BinaryServerFormatterSinkProvider.TypeFilterLevel!", true }, { "System.Runtime.Remoting.Channels.SoapServerFormatterSinkProvider.TypeFilterLevel!", true },
    };

    /// <summary>Checks, with the value that switches them off.</summary>
    public static ApiTable<bool> Checks { get; } = new() { { "fastJSON.JSONParameters.BadListTypeChecking!", false }, { "fastJSON.JSONParameters.BlackListTypeChecking!", false } };

    /// <summary>Ready-made options that let types be named.</summary>
    public static ApiTable<bool> Instances { get; } = new()
    {
        { "MessagePack.Resolvers.TypelessContractlessStandardResolver.Instance", true }, { "MessagePack.Resolvers.TypelessContractlessStandardResolver.Options", true },
        { "MessagePack.Resolvers.TypelessObjectResolver.Instance", true },
    };

    /// <summary>Types that turn names into types.</summary>
    public static IReadOnlyList<string> Resolvers { get; } =
    [
        "System.Runtime.Serialization.SerializationBinder", "Newtonsoft.Json.Serialization.ISerializationBinder", "Newtonsoft.Json.Serialization.DefaultSerializationBinder",
        "System.Runtime.Serialization.DataContractResolver", "System.Web.Script.Serialization.JavaScriptTypeResolver",
    ];
}
