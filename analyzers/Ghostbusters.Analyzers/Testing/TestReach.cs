using Ghostbusters.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Testing;

/// <summary>Everything that a test's own code does: its body, and the bodies of the helpers that it comes to. The subject is not part of it.</summary>
internal sealed class TestReach(Compilation compilation, TestFrameworks frameworks, Oracles oracles)
{
    // A test that comes to more helpers than these is not judged.
    private const int MostBodies = 60;

    private static readonly string[] HelperWords = ["Test", "Fixture", "Helper", "Harness", "Assert", "Verif", "Should", "Expect", "Scenario", "Driver", "Spec"];

    private readonly SourceModels _models = new(compilation);

    /// <summary>The bodies, the test's own first; null where some of it cannot be seen, or may check in a way that is not known.</summary>
    public List<IOperation>? Of(IMethodSymbol test, IOperation body, CancellationToken cancellation)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { test };
        var bodies = new List<IOperation> { body };
        for (var at = 0; at < bodies.Count; at++)
        {
            foreach (var operation in bodies[at].DescendantsAndSelf())
            {
                if (IsDark(operation) || (OracleFacts.Of([operation]).Checks && !IsOfKnownLibrary(operation)))
                    return null;
                foreach (var helper in HelpersOf(operation, test, cancellation).Where(seen.Add))
                {
                    if (bodies.Count > MostBodies)
                        return null;
                    // Which body runs is not known here: it matters only where one of them may check something.
                    if (helper.IsAbstract || helper.IsVirtual || helper.IsOverride)
                    {
                        if (oracles.MayCheck(operation, cancellation))
                            return null;
                        continue;
                    }

                    bodies.AddRange(BodiesOf(helper, cancellation));
                }
            }
        }

        return bodies;
    }

    private IEnumerable<IOperation> BodiesOf(IMethodSymbol helper, CancellationToken cancellation) =>
        (helper.PartialImplementationPart ?? helper).DeclaringSyntaxReferences.Where(r => _models.IsRead(r.SyntaxTree))
            .Select(r => _models.Body(r.GetSyntax(cancellation), cancellation)).OfType<IOperation>();

    // In the test's class, or written for tests by its name, or coming to an assertion, or running what the test hands to it. A
    // local function stands in the body itself.
    private IEnumerable<IMethodSymbol> HelpersOf(IOperation operation, IMethodSymbol test, CancellationToken cancellation)
    {
        var facts = OracleFacts.Of([operation]);
        var callees = facts.Callees.Concat(facts.Members).Where(static m => m is { MethodKind: not MethodKind.LocalFunction, IsImplicitlyDeclared: false }).ToList();
        return callees.Count > 0 && oracles.MayCheck(operation, cancellation) ? callees : callees.Where(m => IsOfTests(m.ContainingType, test.ContainingType) || m.Parameters.Any(static p => p.Type.TypeKind == TypeKind.Delegate));
    }

    private bool IsOfTests(INamedTypeSymbol? type, INamedTypeSymbol testClass)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (frameworks.HasTests(type) || HelperWords.Any(word => type.Name.IndexOf(word, StringComparison.Ordinal) >= 0))
                return true;
            for (var b = testClass; b is not null; b = b.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(b.OriginalDefinition, type.OriginalDefinition))
                    return true;
            }
        }

        return false;
    }

    private static bool IsDark(IOperation operation) => operation is IInvalidOperation or IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IFunctionPointerInvocationOperation
        or IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IFieldReferenceOperation or IPropertyReferenceOperation };

    private static bool IsOfKnownLibrary(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsKnown(call.TargetMethod),
        IPropertyReferenceOperation property => IsKnown(property.Property),
        IMethodReferenceOperation method => IsKnown(method.Method),
        IObjectCreationOperation { Constructor: { } constructor } => IsKnown(constructor),
        _ => false,
    };

    private static bool IsKnown(ISymbol member)
    {
        // What the framework waits for or refuses says nothing of a promise.
        return RootNamespace.Of(member.ContainingType) is "Xunit" or "NUnit" or "FluentAssertions" or "AwesomeAssertions" or "Shouldly" or "System"
            || member.ContainingType?.ContainingNamespace?.ToDisplayString() == "Microsoft.VisualStudio.TestTools.UnitTesting";
    }
}
