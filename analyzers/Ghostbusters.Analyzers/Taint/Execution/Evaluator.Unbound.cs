using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Library;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Execution;

/// <content>
/// Code that does not bind, because a package is missing, and calls that bind at run time: what is called is known by the
/// names that are written.
/// </content>
internal sealed partial class Evaluator
{
    private Value Unbound(IInvalidOperation operation)
    {
        switch (operation.Syntax)
        {
            case InvocationExpressionSyntax invocation:
                return UnboundCall(operation, invocation);
            case BaseObjectCreationExpressionSyntax creation:
                return UnboundCreation(operation, creation);
            case MemberAccessExpressionSyntax member:
                return UnboundMember(operation, member.Name.Identifier.ValueText, member.Expression);
            case MemberBindingExpressionSyntax binding:
                return UnboundMember(operation, binding.Name.Identifier.ValueText, null);
            case IdentifierNameSyntax name:
                return UnboundMember(operation, name.Identifier.ValueText, null);
            case ElementAccessExpressionSyntax element:
                return UnboundElement(operation, element);
            default:
                var values = operation.ChildOperations.Select(Evaluate).ToList();
                return values.Count == 0 ? Value.Anything : Combine(operation, values, operation.Type);
        }
    }

    // The operations below an invalid one, without the ones that only name a type or method.
    private Dictionary<SyntaxNode, IOperation> Children(IOperation operation)
    {
        var children = new Dictionary<SyntaxNode, IOperation>();
        foreach (var child in operation.ChildOperations)
            children[child.Syntax] = child;
        return children;
    }

    private ImmutableArray<Argument> WrittenArguments(IOperation operation, BaseArgumentListSyntax? list)
    {
        if (list is null)
            return [];
        var children = Children(operation);
        return [.. list.Arguments.Select(a => children.TryGetValue(a.Expression, out var value) || children.TryGetValue(a, out value)
            ? a.RefKindKeyword.RawKind != 0 ? new Argument(null, Value.Something, PlacesOf(value), value) : new Argument(null, Evaluate(value), [], value)
            : Argument.Of(null, Value.Anything))];
    }

    private Value UnboundCall(IInvalidOperation operation, InvocationExpressionSyntax invocation)
    {
        var (name, written) = invocation.Expression switch
        {
            MemberAccessExpressionSyntax member => (member.Name.Identifier.ValueText, member.Expression),
            MemberBindingExpressionSyntax binding => (binding.Name.Identifier.ValueText, null),
            SimpleNameSyntax simple => (simple.Identifier.ValueText, null),
            _ => ("", (ExpressionSyntax?)null),
        };
        var receiver = UnboundReceiver(operation, invocation, written, name, out var type);
        if (IsDead)
            return Value.Nothing;
        var arguments = WrittenArguments(operation, invocation.ArgumentList);
        if (IsDead)
            return Value.Nothing;
        if (CandidateOf(operation, name, receiver, arguments.Length) is { } candidate)
            return Call(candidate, receiver, [.. arguments.Select((a, i) => a with { Parameter = candidate.Parameters[i] })], operation, isVirtual: true);
        var target = MemberTarget.Unbound(type ?? (written is null ? BaseTypeAround(operation.Syntax) : null), _interpreter.Code.UsingsOf(operation.Syntax.SyntaxTree), name);
        var model = _interpreter.ModelOf(target);
        var passed = model is { IsExtension: true } && receiver is not null ? arguments.Insert(0, Argument.Of(null, receiver)) : arguments;
        CheckSink(target, receiver, passed, operation, name);
        Raise(Value.Something, _state);
        var call = new LibraryCall(name, null, receiver, passed, operation);
        if (model is null && receiver is not null && LibraryRuntime.UnboundCall(this, call) is { } known)
            return known;
        return Modelled(call, model);
    }

    // A call of the source's own that does not bind for its arguments' sake: by name and number of parameters.
    private IMethodSymbol? CandidateOf(IOperation operation, string name, Value? receiver, int count)
    {
        IEnumerable<ITypeSymbol?> types = receiver is null
            ? [_info.Function.ContainingType]
            : receiver.Objects.Select(id => _state[id].Kind == ObjectKind.Instance ? _state[id].Type : null);
        foreach (var type in types.OfType<INamedTypeSymbol>())
        {
            for (var t = type; t is not null; t = t.BaseType)
            {
                if (t.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == count && _interpreter.Code.GraphOf(m, _interpreter.Cancellation) is not null) is { } method)
                    return method;
            }
        }

        return null;
    }

    private Value? UnboundReceiver(IOperation operation, InvocationExpressionSyntax invocation, ExpressionSyntax? written, string name, out string? type)
    {
        type = null;
        if (written is null)
            return invocation.Expression is MemberBindingExpressionSyntax && operation.ChildOperations.FirstOrDefault() is { } bound ? EvaluateReceiver(bound, out type) : null;
        var child = operation.ChildOperations.FirstOrDefault(c => c.Syntax == written || c.Syntax == invocation.Expression);
        var called = child?.Syntax == invocation.Expression ? child.ChildOperations.FirstOrDefault() : child;
        if (child is null || child is IInvalidOperation { ChildOperations.Count: 0, Syntax: NameSyntax or MemberAccessExpressionSyntax } || ((IsUnknownName(called) || IsMethodName(called, written)) && IsModelled(operation, written, name)))
        {
            // A name that does not bind at all: a type's, in most cases.
            type = written.ToString();
            return child is null || IsTypeName(written) ? null : Value.Anything;
        }

        if (child.Syntax == invocation.Expression && child.ChildOperations.FirstOrDefault() is { } inner)
            child = inner;
        return EvaluateReceiver(child, out type);
    }

    // `Database.ExecuteSqlRaw(sql)`: a name that is not known may be an inherited property's too, as long as no model knows such a type.
    private bool IsModelled(IOperation operation, ExpressionSyntax written, string name) =>
        _interpreter.ModelOf(MemberTarget.Unbound(written.ToString(), _interpreter.Code.UsingsOf(operation.Syntax.SyntaxTree), name)) is { IsExtension: false };

    // `Razor.Parse(text)`, `RazorEngine.Razor.Parse(text)`: nothing in the name is known.
    private static bool IsUnknownName(IOperation? receiver) =>
        receiver is IInvalidOperation { Syntax: NameSyntax or MemberAccessExpressionSyntax, ChildOperations.Count: <= 1 } && receiver.ChildOperations.All(IsUnknownName);

    // `WebRequest.Create(address)` in a method `WebRequest`: what does not bind there is the type's name.
    private static bool IsMethodName(IOperation? receiver, ExpressionSyntax written) =>
        written is SimpleNameSyntax && receiver is { Kind: OperationKind.None } && receiver.Syntax == written;

    private Value EvaluateReceiver(IOperation receiver, out string? type)
    {
        var value = Evaluate(receiver);
        type = NameOf(receiver.Type) ?? value.Objects.Select(id => NameOf(_state[id].Type)).FirstOrDefault(static n => n is not null) ?? NameOf(value.Type);
        return IsDead ? value : DropNull(value, receiver);
    }

    private static string? NameOf(ITypeSymbol? type) => type switch
    {
        null or { TypeKind: TypeKind.Dynamic } => null,
        IErrorTypeSymbol { Name.Length: 0 } => null,
        IErrorTypeSymbol error => error.Name,
        { SpecialType: SpecialType.System_Object } => null,
        _ => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
    };

    private static bool IsTypeName(ExpressionSyntax written) => written.ToString() is { Length: > 0 } text && char.IsUpper(text[text.LastIndexOf('.') + 1]);

    // `Redirect(url)` in a controller whose base class is not here.
    private static string? BaseTypeAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList?.Types.FirstOrDefault()?.Type.ToString();

    private Value UnboundCreation(IInvalidOperation operation, BaseObjectCreationExpressionSyntax creation)
    {
        var type = (creation as ObjectCreationExpressionSyntax)?.Type.ToString() ?? NameOf(operation.Type);
        var arguments = WrittenArguments(operation, creation.ArgumentList);
        if (IsDead)
            return Value.Nothing;
        if (operation.Type is INamedTypeSymbol { TypeKind: not TypeKind.Error } named && !TypeKinds.IsOfLibrary(named)
            && named.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == arguments.Length) is { } constructor)
        {
            return Construct(named, constructor, [.. arguments.Select((a, i) => a with { Parameter = constructor.Parameters[i] })], operation);
        }

        var target = MemberTarget.Unbound(type, _interpreter.Code.UsingsOf(operation.Syntax.SyntaxTree), "new");
        CheckSink(target, null, arguments, operation, type ?? "new");
        Raise(Value.Something, _state);
        var call = new LibraryCall(type ?? "", null, null, arguments, operation);
        var model = _interpreter.ModelOf(target);
        if (model is { Source: not SourceKinds.None })
            return Enter(model.Source, operation, operation.Type);
        Delegates.EscapeArguments(this, call, out var fromDelegates);
        var labels = Derive(operation, arguments.Aggregate(fromDelegates, (all, a) => all.Union(_state.LabelsWithin(a.Value))));
        if (model is { Sanitizes: not SinkKinds.None } sanitizer)
            labels = labels.Select(l => l with { Safe = l.Safe | sanitizer.Sanitizes });
        var made = Value.ToObject(Allocate(operation.Syntax, new HeapObject(ObjectKind.Foreign, operation.Type, SlotMap.Empty, Value.Anything.Plus(labels)))).Plus(labels);
        if (creation.Initializer is { } initializer)
            InitializeUnbound(operation, initializer, made, type);
        return made;
    }

    private void InitializeUnbound(IInvalidOperation operation, InitializerExpressionSyntax initializer, Value made, string? type)
    {
        foreach (var assignment in operation.Descendants().OfType<ISimpleAssignmentOperation>().Where(a => a.Syntax.Parent == initializer))
        {
            var value = Evaluate(assignment.Value);
            if (assignment.Syntax is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name })
                SetUnbound(made, type, name.Identifier.ValueText, value, assignment);
        }
    }

    private Value UnboundMember(IInvalidOperation operation, string name, ExpressionSyntax? written)
    {
        string? type = null;
        Value? receiver = null;
        if (operation.ChildOperations.FirstOrDefault() is { } child)
            receiver = EvaluateReceiver(child, out type);
        else if (written is not null)
            type = written.ToString();
        if (IsDead)
            return Value.Nothing;
        type ??= written is null ? BaseTypeAround(operation.Syntax) : null;
        var model = type is null ? null : _interpreter.ModelOf(MemberTarget.Unbound(type, _interpreter.Code.UsingsOf(operation.Syntax.SyntaxTree), name));
        if (model is { Source: not SourceKinds.None })
            return Enter(model.Source, operation, operation.Type);
        if (receiver is null)
            return Value.Tainted(LabelSet.None, operation.Type);
        var value = UnboundSlot(receiver, name, operation);
        return model is { Sanitizes: not SinkKinds.None } sanitizer ? value.With(labels: value.Labels.Select(l => l with { Safe = l.Safe | sanitizer.Sanitizes })) : value;
    }

    private Value UnboundSlot(Value receiver, string name, IOperation operation)
    {
        var value = receiver.Objects.IsEmpty ? Value.Tainted(Derive(operation, receiver.Labels)) : ReadSlot(receiver, name, operation.Type, operation);
        if (value.Objects.IsEmpty && value.Open == Openness.Any && receiver.Objects.Length == 1 && !_state[receiver.Objects[0]].Slots.ContainsKey(name))
        {
            // It may be an object: what is put into it is remembered.
            value = Value.ToObject(Allocate((operation.Syntax, name), new HeapObject(ObjectKind.Foreign, operation.Type, SlotMap.Empty, Value.Tainted(value.Labels)))).Plus(value.Labels);
            _state = _state.Write(new Place(receiver.Objects[0], name), value, isSure: true);
        }

        return value;
    }

    private Value UnboundElement(IInvalidOperation operation, ElementAccessExpressionSyntax element)
    {
        var children = Children(operation);
        string? type = null;
        var receiver = children.TryGetValue(element.Expression, out var child) ? EvaluateReceiver(child, out type) : Value.Anything;
        var arguments = WrittenArguments(operation, element.ArgumentList);
        if (IsDead)
            return Value.Nothing;
        if (type is not null && _interpreter.ModelOf(MemberTarget.Unbound(type, _interpreter.Code.UsingsOf(operation.Syntax.SyntaxTree), "Item")) is { Source: not SourceKinds.None } model)
            return Enter(model.Source, operation, operation.Type);
        return ReadElement(receiver, [.. arguments.Select(static a => a.Value)]);
    }

    private void WriteUnbound(IInvalidOperation target, Value value, IOperation site)
    {
        string? type = null;
        if (target.Syntax is ElementAccessExpressionSyntax element)
        {
            var children = Children(target);
            var list = children.TryGetValue(element.Expression, out var child) ? EvaluateReceiver(child, out type) : Value.Anything;
            var keys = WrittenArguments(target, element.ArgumentList);
            CheckSink(MemberTarget.Unbound(type, _interpreter.Code.UsingsOf(target.Syntax.SyntaxTree), "Item"), list, [.. keys, Argument.Of(null, value)], site, type ?? "[]");
            WriteElement(list, [.. keys.Select(static k => k.Value)], value);
            return;
        }

        var name = target.Syntax switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            _ => null,
        };
        if (name is null)
            return;
        if (target.ChildOperations.FirstOrDefault() is { } owner)
            SetUnbound(EvaluateReceiver(owner, out type), type, name, value, site);
        else
            SetUnbound(null, (target.Syntax as MemberAccessExpressionSyntax)?.Expression.ToString() ?? BaseTypeAround(target.Syntax), name, value, site);
    }

    private void SetUnbound(Value? receiver, string? type, string name, Value value, IOperation site)
    {
        CheckSink(MemberTarget.Unbound(type, _interpreter.Code.UsingsOf(site.Syntax.SyntaxTree), name), receiver, [Argument.Of(null, value)], site, name);
        if (receiver is not null)
            WriteMember(receiver, name, value, site);
    }

    private Value InvokeDynamic(IDynamicInvocationOperation operation)
    {
        var arguments = operation.Arguments.Select(a => new Argument(null, Evaluate(a), [], a)).ToImmutableArray();
        if (operation.Operation is IDynamicMemberReferenceOperation member)
        {
            var receiver = member.Instance is { } instance ? DropNull(Evaluate(instance), instance) : null;
            if (IsDead)
                return Value.Nothing;
            return InvokeNamed(member.MemberName, receiver, member.ContainingType, arguments, operation);
        }

        var target = Evaluate(operation.Operation);
        return target.Objects.Any(id => _state[id].Kind == ObjectKind.Delegate) ? Delegates.Invoke(this, target, arguments, operation) : Combine(operation, [target, .. arguments.Select(static a => a.Value)], null);
    }

    /// <summary>Calls a method by its name, as `dynamic` and reflection do.</summary>
    public Value InvokeNamed(string name, Value? receiver, ITypeSymbol? type, ImmutableArray<Argument> arguments, IOperation site)
    {
        var result = Value.Nothing;
        var owners = receiver is null ? [(type, (Value?)null)] : receiver.Objects.Select(id => (_state[id].Type, (Value?)Value.ToObject(id))).ToList();
        foreach (var (owner, self) in owners)
        {
            var method = MethodNamed(owner, name, arguments.Length);
            if (method is not null)
                result = result.Join(Call(method, method.IsStatic ? null : self, [.. arguments.Select((a, i) => a with { Parameter = method.Parameters[i] })], site, isVirtual: true));
            else if (self is not null && ReadSlot(self, name, null, site) is var field && field.Objects.Any(id => _state[id].Kind == ObjectKind.Delegate))
                result = result.Join(Delegates.Invoke(this, field, arguments, site));
        }

        return result.IsNothing && !IsDead ? Combine(site, [receiver ?? Value.Something, .. arguments.Select(static a => a.Value)], null) : result;
    }

    private static IMethodSymbol? MethodNamed(ITypeSymbol? type, string name, int count)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == count) is { } method)
                return method;
        }

        return null;
    }

    private Value ReadDynamic(IDynamicMemberReferenceOperation operation)
    {
        var receiver = operation.Instance is { } instance ? DropNull(Evaluate(instance), instance) : Value.Anything;
        return IsDead ? Value.Nothing : ReadNamed(receiver, operation.MemberName, operation);
    }

    /// <summary>Reads a field or property by its name.</summary>
    public Value ReadNamed(Value receiver, string name, IOperation site)
    {
        var result = receiver.Objects.IsEmpty ? Value.Tainted(receiver.Labels) : Value.Nothing;
        foreach (var id in receiver.Objects)
        {
            var self = Value.ToObject(id);
            ISymbol? member = null;
            for (var t = _state[id].Type; t is not null && member is null; t = t.BaseType)
                member = t.GetMembers(name).FirstOrDefault(static m => m is IFieldSymbol or IPropertySymbol);
            result = result.Join(member switch
            {
                IPropertySymbol property => ReadProperty(property, self, [], site),
                IFieldSymbol field => ReadSlot(self, field.OriginalDefinition, field.Type, site),
                _ => ReadSlot(self, name, null, site),
            });
        }

        return result;
    }

    /// <summary>Sets a field or property by its name.</summary>
    public void WriteNamed(Value receiver, string name, Value value, IOperation site) => WriteMember(receiver, name, value, site);
}
