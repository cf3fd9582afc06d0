using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A finding is silenced, and nothing says why.</summary>
internal sealed class SilencedWithoutReason : Injection
{
    private static readonly string[] Pragmas =
    [
        "#pragma warning disable GB3003\n", "#pragma warning disable GB2001, GB2003\n", "#pragma warning disable GB1002 // TODO\n",
        "#pragma warning disable GB3001 // ignore\n", "#pragma warning disable\n", "#pragma warning disable GB5003 // false positive\n",
    ];

    private static readonly string[] Attributes =
    [
        "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Ghostbusters\", \"GB3003\")]\n",
        "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Ghostbusters\", \"GB2001:StubBody\", Justification = \"<Pending>\")]\n",
        "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Ghostbusters\", \"GB3001\", Justification = \"\")]\n",
    ];

    public override string RuleId => "GB9001";

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root) =>
        from method in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        from silencing in Pragmas.Select(p => new TextChange(new TextSpan(method.FullSpan.Start, 0), p)).Concat(Attributes.Select(a => InsertBefore(method, a)))
        select Around(method, silencing);
}
