using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>A member that uses an API unsafely is written into a class.</summary>
/// <param name="ruleId">The rule that has to find it.</param>
/// <param name="mayBreak">Whether the API is of a library that the hosts do not have: then the rule has to know it by its name.</param>
/// <param name="members">The shapes that it has.</param>
internal sealed class ApiMisused(string ruleId, bool mayBreak, params string[] members) : Injection
{
    public override string RuleId => ruleId;

    public override bool MayBreak => mayBreak;

    public override IEnumerable<Injected> In(SemanticModel model, CompilationUnitSyntax root)
    {
        foreach (var type in root.Members.SelectMany(static m => m.DescendantNodesAndSelf()).OfType<ClassDeclarationSyntax>().Where(static c => c.Members.Count > 0))
        {
            foreach (var member in members)
                yield return new Injected(type.Span, [new TextChange(new TextSpan(type.OpenBraceToken.Span.End, 0), $"\n    {member}\n")]);
        }
    }
}
