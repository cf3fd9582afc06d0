using Ghostbusters.Analyzers.Rules.GB8100;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8100;

public class UnsafeDeserializationTests
{
    private static string Action(string body) => $$"""
        using System.Runtime.Serialization;
        using System.Runtime.Serialization.Formatters.Binary;
        using System.Text.Json;
        using System.Xml.Serialization;
        using Microsoft.AspNetCore.Mvc;

        #pragma warning disable SYSLIB0011, SYSLIB0050

        public class BasketsController : ControllerBase
        {
            [HttpPost]
            public object? Load([FromBody] byte[] saved, string type)
            {
                {{body}}
            }
        }

        public class Basket
        {
            public string? Article { get; set; }
        }
        """;

    [Theory]
    [InlineData("return [|new BinaryFormatter().Deserialize(new MemoryStream(saved))|];")]
    [InlineData("IFormatter formatter = new BinaryFormatter(); return [|formatter.Deserialize(Request.Body)|];")]
    [InlineData("return [|new BinaryFormatter().Deserialize(new MemoryStream(Convert.FromBase64String(type)))|];")]
    [InlineData("return [|new XmlSerializer(Type.GetType(type)!)|];")]
    public Task AnyTypeFromARequest_Triggers(string body) => RuleTest.VerifyAsync<UnsafeDeserialization>(Action(body));

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<Basket>(saved);")]
    [InlineData("return new XmlSerializer(typeof(Basket)).Deserialize(new MemoryStream(saved));")]
    [InlineData("return new DataContractSerializer(typeof(Basket)).ReadObject(new MemoryStream(saved));")]
    [InlineData("var kind = type == \"basket\" ? typeof(Basket) : typeof(string); return new XmlSerializer(kind);")]
    [InlineData("var own = new MemoryStream(); new BinaryFormatter().Serialize(own, new Basket()); own.Position = 0; return new BinaryFormatter().Deserialize(own);")]
    public Task FixedTypes_DoNotTrigger(string body) => RuleTest.VerifyAsync<UnsafeDeserialization>(Action(body));
}
