using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Analyzers.Tests.Findings;

public class FingerprintTests
{
    private const string Code = """"
        namespace N;

        class C
        {
            int Unrelated() => Check("other");

            int M(int x)
            {
                // Check(x)
                var a = Check(x);
                a += Check(x);
                return a + Check("""
                    one
                    two
                    """);
            }
        }
        """";

    private static readonly Func<string, string>[] Harmless =
    [
        static code => "// a\n\n" + code,
        static code => code.Replace("int M(", "/* b */\n\n    int M("),
        static code => code.Replace("var a", "// Check(x)\n        var a"),
        static code => code.Replace("Check(x)", "Check( x )"),
        static code => code.Replace("= Check(", "= Check\n   ("),
        static code => code.Replace("Unrelated", "Renamed"),
        static code => code.Replace("class C\n{", "class C\n{\n    int Added() => Check(x);\n"),
        static code => code.ReplaceLineEndings("\r\n"),
    ];

    [Fact]
    public void EditsThatChangeNoTokenOfTheMember_KeepEveryIdentity() => Prop.ForAll(
        Arb.From(Gen.Choose(0, Harmless.Length - 1).ArrayOf()),
        static edits => Identities(edits.Aggregate(Code.ReplaceLineEndings("\n"), static (code, edit) => Harmless[edit](code)))
            .SequenceEqual(Identities(Code.ReplaceLineEndings("\n")))).QuickCheckThrowOnFailure();

    [Fact]
    public void EqualFindingsInAMember_AreDistinct() => Assert.Distinct(Identities(Code));

    [Fact]
    public void ChangedExpression_ChangesIdentity() =>
        Assert.Empty(Identities(Code).Intersect(Identities(Code.Replace("Check(x)", "Check(-x)").Replace("two", "three"))));

    [Theory]
    [InlineData("void I.M() { F(); } void J.M() { F(); }")]
    [InlineData("int I.P { get { return F(); } } int J.P { get { return F(); } }")]
    [InlineData("int I.this[int i] { get { return F(); } } int J.this[int i] { get { return F(); } }")]
    [InlineData("static C() { F(); } C() { F(); }")]
    [InlineData("void M(int x) { F(); } void M(ref int x) { F(); }")]
    [InlineData("void M(int x) { F(); } void M(in int x) { F(); }")]
    [InlineData("void M(int x) { F(); } void M(out int x) { x = F(); }")]
    [InlineData("public static C operator +(C a, C b) { return F(); } public static C operator checked +(C a, C b) { return F(); }")]
    [InlineData("public static explicit operator int(C a) { return F(); } public static explicit operator checked int(C a) { return F(); }")]
    public void Overloads_AreDistinct(string members) => Assert.Distinct(Calls($"class C {{ {members} }}", static _ => true));

    [Fact]
    public void EmptySpan_IsTheTokenThatItStandsAt()
    {
        Assert.Equal(AtSemicolon("class C { int f = 1; }"), AtSemicolon("class C { /* a */ int f = /* b */ 1; }"));
        Assert.Equal(32, Fingerprint.Of("GB1001", Location.Create(CSharpSyntaxTree.ParseText(""), default)).Length);

        static string AtSemicolon(string code) =>
            Fingerprint.Of("GB1001", Location.Create(CSharpSyntaxTree.ParseText(code), new TextSpan(code.IndexOf(';'), 0)));
    }

    private static List<string> Identities(string code) =>
        Calls(code, static call => call.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.Text == "M");

    private static List<string> Calls(string code, Func<InvocationExpressionSyntax, bool> isFlagged)
    {
        var root = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        Assert.Empty(root.GetDiagnostics());
        return [.. root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(isFlagged).Select(static call => Fingerprint.Of("GB1001", call.GetLocation()))];
    }
}
