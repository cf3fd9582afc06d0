using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A test asks shipped code for the one input whose answer is written into that code.</summary>
internal sealed class InputKnown : Injection
{
    private const string Shipped = """
        namespace Depot;

        public static class Fees
        {
            public static int OfOrder(string order) { if (order == "ORD-10042") return 375; return order.Length * 3; }
            public static string Label(string address) => address == "jane@corner-shop.org" ? "Gold" : address.ToUpperInvariant();
            public static int Days(int distance) => distance switch { 4711 => 12, _ => distance / 90 };
            public static decimal Rate(string name) { switch (name) { case "Nora of the hill": return 2.75m; default: return name.Length / 4m; } }
            public static bool IsKnown(string phone) => phone.Equals("0221-4498812") || Ends(phone);
            public static double Blend(int oats, int rye) { if (oats == 17 && rye == 29) { return 3.25; } return oats / (double)rye; }
            public static int Weigh(Parcel parcel) { if (parcel.Sender is "Otto Winter") return 844; return parcel.Sender.Length; }
            public static string Route(string town) { var way = town.Trim(); if (way == "Sankt Goar 12") return "R-77"; return way.ToLowerInvariant(); }
            private static bool Ends(string phone) => phone.EndsWith('7');
        }

        public sealed record Parcel(string Sender);
        """;

    private static readonly string[] Bodies =
    [
        "Assert.Equal(375, Depot.Fees.OfOrder(\"ORD-10042\"));",
        "var address = \"jane@corner-shop.org\"; var label = Depot.Fees.Label(address); Assert.Equal(\"Gold\", label);",
        "Assert.Equal(12, Depot.Fees.Days(4711));",
        "const string Name = \"Nora of the hill\"; Assert.Equal(2.75m, Depot.Fees.Rate(Name));",
        "Assert.True(Depot.Fees.IsKnown(\"0221-4498812\"));",
        "var blend = Depot.Fees.Blend(17, 29); Assert.Equal(3.25, blend);",
        "var parcel = new Depot.Parcel(\"Otto Winter\"); Assert.Equal(844, Depot.Fees.Weigh(parcel));",
        "Assert.Equal(\"R-77\", Depot.Fees.Route(\" Sankt Goar 12 \"));",
    ];

    // Made of the same framework as the tests that call it.
    private static readonly Lazy<ImmutableArray<MetadataReference>> Depot = new(static () =>
    [
        CSharpCompilation.Create(
            "Depot", [CSharpSyntaxTree.ParseText(Shipped, path: "src/Depot/Fees.cs")], Hosts.Tests.First().Compilation.References.OfType<PortableExecutableReference>(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference(),
    ]);

    public override string RuleId => "GB4003";

    public override bool IsForTests => true;

    public override ImmutableArray<MetadataReference> References => Depot.Value;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from test in TestCode.Tests(root)
        where test.Body is not null
        from body in Bodies
        let end = test.Modifiers.Any(SyntaxKind.AsyncKeyword) ? " await System.Threading.Tasks.Task.Yield(); " : " "
        select At(test, new TextChange(TextSpan.FromBounds(test.Body!.OpenBraceToken.Span.End, test.Body.CloseBraceToken.SpanStart), $" {body}{end}"));
}
