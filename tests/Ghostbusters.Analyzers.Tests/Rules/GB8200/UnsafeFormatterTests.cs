using Ghostbusters.Analyzers.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class UnsafeFormatterTests
{
    private const string Usings = "using System.Runtime.Serialization; using System.Runtime.Serialization.Formatters.Binary; using Newtonsoft.Json; using System.Web.Script.Serialization; ";

    [Theory]
    [InlineData("object M(Stream s) { var f = [|new BinaryFormatter()|]; return f.Deserialize(s); }")]
    [InlineData("object M(Stream s) => [|new NetDataContractSerializer()|].ReadObject(s);")]
    [InlineData("object M() => new JsonSerializerSettings { [|TypeNameHandling = TypeNameHandling.Auto|] };")]
    [InlineData("object M() => [|new JavaScriptSerializer(new SimpleTypeResolver())|];")]
    [InlineData("class B : SerializationBinder { public override Type BindToType(string a, string t) => [|Type.GetType(t)|]; }")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyBrokenAsync<UnsafeFormatter>($"{Usings}class C {{ {member} }}");

    [Theory]
    [InlineData("void M(Stream s, object o) { var f = new BinaryFormatter(); f.Serialize(s, o); }")]
    [InlineData("object M(Stream s) { var f = new BinaryFormatter(); f.Binder = new B(); return f.Deserialize(s); }")]
    [InlineData("object M() => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };")]
    [InlineData("object M() => new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.Auto, SerializationBinder = new B() };")]
    [InlineData("string M(object o) => JsonConvert.SerializeObject(o, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All });")]
    [InlineData("object M() => new JavaScriptSerializer();")]
    [InlineData("class B : SerializationBinder { public override Type BindToType(string a, string t) => t == \"order\" ? typeof(C) : throw new SerializationException(); }")]
    [InlineData("class BinaryFormatter { } object M() => new BinaryFormatter();")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyBrokenAsync<UnsafeFormatter>($"{Usings}class C {{ {member} }}");
}
