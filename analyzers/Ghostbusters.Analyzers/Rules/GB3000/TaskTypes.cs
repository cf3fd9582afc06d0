using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>The types of one compilation whose values are work that goes on.</summary>
internal sealed class TaskTypes
{
    private readonly HashSet<ISymbol> _tasks = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _sequence;

    private TaskTypes(Compilation compilation)
    {
        foreach (var name in new[] { "Task", "Task`1", "ValueTask", "ValueTask`1" })
        {
            if (compilation.GetTypeByMetadataName("System.Threading.Tasks." + name) is { } type)
                _tasks.Add(type);
        }

        _sequence = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
        HasTests = new[] { "Xunit.Assert", "NUnit.Framework.Assert", "Microsoft.VisualStudio.TestTools.UnitTesting.Assert" }
            .Any(name => compilation.GetTypesByMetadataName(name).Length > 0);
    }

    /// <summary>Whether a test framework is referenced.</summary>
    public bool HasTests { get; }

    /// <summary>The types; null in a compilation without tasks.</summary>
    public static TaskTypes? Of(Compilation compilation) => new TaskTypes(compilation) is { _tasks.Count: > 0 } types ? types : null;

    /// <summary>Task, ValueTask and their generic forms.</summary>
    public bool IsTask(ITypeSymbol? type) => type is not null && _tasks.Contains(type.OriginalDefinition);

    /// <summary>A sequence that runs only where it is enumerated.</summary>
    public bool IsAsyncSequence(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, _sequence);

    /// <summary>The call that started the work of this expression, under conversions, <c>?.</c>, ConfigureAwait and Unwrap; null where there is none.</summary>
    public IInvocationOperation? Start(IOperation? expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IConversionOperation conversion:
                    expression = conversion.Operand;
                    break;
                case IParenthesizedOperation inner:
                    expression = inner.Operand;
                    break;
                case IConditionalAccessOperation access:
                    expression = access.WhenNotNull;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } instance } when IsTask(instance.Type):
                    expression = instance;
                    break;
                case IInvocationOperation { TargetMethod.Name: "Unwrap", Arguments.Length: 1 } unwrap:
                    expression = unwrap.Arguments[0].Value;
                    break;
                case IInvocationOperation call when IsTask(call.Type) || IsAsyncSequence(call.Type):
                    return call;
                default:
                    return null;
            }
        }
    }
}
