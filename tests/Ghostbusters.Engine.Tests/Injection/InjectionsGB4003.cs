using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A test asks shipped code for the one input whose answer is written into that code.</summary>
/// <remarks>A branch is told of once, so each test has one of its own.</remarks>
internal sealed class InputKnown : Injection
{
    // More than a project has tests.
    private const int Most = 1500;

    // Made of the same framework as the tests that call it.
    private static readonly Lazy<ImmutableArray<MetadataReference>> Depot = new(static () =>
    [
        CSharpCompilation.Create(
            "Depot", [CSharpSyntaxTree.ParseText(Shipped(), path: "src/Depot/Fees.cs")], Hosts.Tests.First().Compilation.References.OfType<PortableExecutableReference>(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference(),
    ]);

    private int _next;

    public override string RuleId => "GB4003";

    public override bool IsForTests => true;

    public override ImmutableArray<MetadataReference> References => Depot.Value;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from test in TestCode.Tests(root)
        where test.Body is not null
        let number = _next++ % Most
        from body in Bodies(number)
        let end = test.Modifiers.Any(SyntaxKind.AsyncKeyword) ? " await System.Threading.Tasks.Task.Yield(); " : " "
        select At(test, new TextChange(TextSpan.FromBounds(test.Body!.OpenBraceToken.Span.End, test.Body.CloseBraceToken.SpanStart), $" {body}{end}"));

    private static string[] Bodies(int n) =>
    [
        $"Assert.Equal(375, Depot.Fees.OfOrder{n}(\"ORD-{10042 + n}\"));",
        $"var address = \"jane.{n}@corner-shop.org\"; var label = Depot.Fees.Label{n}(address); Assert.Equal(\"Gold\", label);",
        $"Assert.Equal(12, Depot.Fees.Days{n}({40003 + (10 * n)}));",
        $"const string Name = \"Nora {n} of the hill\"; Assert.Equal(2.75m, Depot.Fees.Rate{n}(Name));",
        $"Assert.True(Depot.Fees.IsKnown{n}(\"0221-{449881 + n}\"));",
        $"var blend = Depot.Fees.Blend{n}(17, {129 + n}); Assert.Equal(3.25, blend);",
        $"var parcel = new Depot.Parcel(\"Otto Winter {n}\"); Assert.Equal(844, Depot.Fees.Weigh{n}(parcel));",
        $"Assert.Equal(\"R-77\", Depot.Fees.Route{n}(\" Sankt Goar {112 + n} \"));",
    ];

    private static string Shipped()
    {
        var code = new StringBuilder("namespace Depot; public sealed record Parcel(string Sender); public static class Fees { private static bool Ends(string phone) => phone.EndsWith('7');\n");
        for (var n = 0; n < Most; n++)
        {
            code.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                public static int OfOrder{{n}}(string order) { if (order == "ORD-{{10042 + n}}") return 375; return order.Length * 3; }
                public static string Label{{n}}(string address) => address == "jane.{{n}}@corner-shop.org" ? "Gold" : address.ToUpperInvariant();
                public static int Days{{n}}(int distance) => distance switch { {{40003 + (10 * n)}} => 12, _ => distance / 90 };
                public static decimal Rate{{n}}(string name) { switch (name) { case "Nora {{n}} of the hill": return 2.75m; default: return name.Length / 4m; } }
                public static bool IsKnown{{n}}(string phone) => phone.Equals("0221-{{449881 + n}}") || Ends(phone);
                public static double Blend{{n}}(int oats, int rye) { if (oats == 17 && rye == {{129 + n}}) { return 3.25; } return oats / (double)rye; }
                public static int Weigh{{n}}(Parcel parcel) { if (parcel.Sender is "Otto Winter {{n}}") return 844; return parcel.Sender.Length; }
                public static string Route{{n}}(string town) { var way = town.Trim(); if (way == "Sankt Goar {{112 + n}}") return "R-77"; return way.ToLowerInvariant(); }

                """);
        }

        return code.Append('}').ToString();
    }
}
