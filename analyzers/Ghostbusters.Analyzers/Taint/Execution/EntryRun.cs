using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>Runs one body as whoever calls it from outside would: on an object made by its constructor, with unknown arguments.</summary>
internal static class EntryRun
{
    /// <summary>Runs it.</summary>
    /// <param name="interpreter">The run.</param>
    /// <param name="body">The body.</param>
    /// <param name="isPublicApi">Whether nobody in the compilation calls it, so that others must.</param>
    public static void Start(Interpreter interpreter, SyntaxNode body, bool isPublicApi)
    {
        if (interpreter.Code.SymbolOf(body, interpreter.Cancellation) is not { } method || interpreter.Code.GraphOf(body, interpreter.Cancellation) is not { } graph)
            return;

        // A frame of its own lends the evaluator to what has no caller.
        var frame = interpreter.IdOf("entry", 0, 0);
        var info = new FrameInfo(method, 0, graph, Flow.CaptureTargets.Of(graph), 0);
        var evaluator = new Evaluator(interpreter, frame, info);
        evaluator.Begin(State.Empty.With(frame, new HeapObject(ObjectKind.Frame, null, SlotMap.Empty, Tag: info)));
        var operation = graph.Source.OriginalOperation;
        Value? receiver = null;
        if (!method.IsStatic && method.ContainingType is { } type)
            receiver = method.MethodKind == MethodKind.Constructor ? New(evaluator, type, operation) : Made(evaluator, type, operation);
        if (evaluator.IsDead)
            evaluator.Begin(evaluator.State);
        var arguments = method.Parameters.Select(p => Argument.Of(p, EntryParameters.ValueOf(evaluator, p, method, operation, isPublicApi))).ToImmutableArray();
        interpreter.Run(method, receiver, arguments, body, 0, 0, graph, evaluator.State);
    }

    private static Value New(Evaluator evaluator, INamedTypeSymbol type, IOperation operation) =>
        Value.ToObject(evaluator.Allocate((operation.Syntax, "self"), new HeapObject(ObjectKind.Instance, type, SlotMap.Empty)));

    // The object was made some time ago: fields that only constructors write hold what those put there, the others anything.
    private static Value Made(Evaluator evaluator, INamedTypeSymbol type, IOperation operation)
    {
        if (type.IsAbstract || type.TypeKind == TypeKind.Interface)
            return evaluator.Foreign((operation.Syntax, "self"), type, LabelSet.None);
        var self = New(evaluator, type, operation);
        var constructor = type.InstanceConstructors.Where(static c => !c.IsImplicitlyDeclared || c.Parameters.IsEmpty).OrderByDescending(static c => c.Parameters.Length).FirstOrDefault();
        if (constructor is not null)
        {
            var arguments = constructor.Parameters.Select(p => Argument.Of(p, evaluator.Foreign((operation.Syntax, "injected", p.Ordinal), p.Type, LabelSet.None))).ToImmutableArray();
            evaluator.RunConstructor(constructor, type, self, arguments, operation);
        }

        foreach (var id in self.Objects)
        {
            if (!evaluator.State.Heap.TryGetValue(id, out var made))
                continue;
            foreach (var member in FieldsOf(type))
            {
                if (!evaluator.Interpreter.Code.IsFixed(member) || (constructor is null && !member.IsStatic && member is IFieldSymbol { IsReadOnly: false }))
                    made = made with { Slots = made.Slots.SetItem(member.OriginalDefinition, (made.Slots.TryGetValue(member.OriginalDefinition, out var set) ? set : Value.Nothing).Join(Unknown(evaluator, member, operation))) };
            }

            evaluator.State = evaluator.State.With(id, made);
        }

        return self;
    }

    private static Value Unknown(Evaluator evaluator, ISymbol member, IOperation operation) => member switch
    {
        IFieldSymbol field => Value.Tainted(LabelSet.None, field.Type),
        IPropertySymbol property => Value.Tainted(LabelSet.None, property.Type),
        _ => Value.Anything,
    };

    private static IEnumerable<ISymbol> FieldsOf(INamedTypeSymbol type)
    {
        for (var t = type; t is not null && !TypeKinds.IsOfLibrary(t); t = t.BaseType)
        {
            foreach (var member in t.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null } || (member is IPropertySymbol { IsStatic: false } property && AutomaticProperties.IsAutomatic(property)))
                    yield return member;
            }
        }
    }
}
