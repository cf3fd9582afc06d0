using System.Collections.Immutable;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Reflection by constant names: types and members are constants, and are called and read as such.</summary>
internal static class Reflection
{
    /// <summary>A call; null where it is none of these, or a name is not known.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        switch (call.TypeName, call.Name)
        {
            case ("Type", "GetType") when call.Receiver is null && call[0].IsConstant(out var name) && name is string full:
                return TypeNamed(evaluator, full);
            case ("Assembly", "GetType") when call[0].IsConstant(out var name) && name is string full:
                return TypeNamed(evaluator, full);
            case ("Type" or "TypeInfo", "GetMethod" or "GetRuntimeMethod" or "GetDeclaredMethod") when Members(call) is { } found:
                return Pick<IMethodSymbol>(found);
            case ("Type" or "TypeInfo", "GetProperty") when Members(call) is { } found:
                return Pick<IPropertySymbol>(found);
            case ("Type" or "TypeInfo", "GetField") when Members(call) is { } found:
                return Pick<IFieldSymbol>(found);
            case ("Type" or "TypeInfo", "GetConstructor") when TypeOf(call.Receiver) is { } type:
                return type.InstanceConstructors.FirstOrDefault() is { } first ? Value.Of(first) : null;
            case ("MethodInfo", "MakeGenericMethod") when call.Receiver is { } generic && generic.IsConstant(out var symbol) && symbol is IMethodSymbol definition:
                return Constructed(evaluator, call, definition) is { } constructed ? Value.Of(constructed) : call.Receiver;
            case ("Type", "InvokeMember") when TypeOf(call.Receiver) is not null && call.Arguments.Length >= 5 && Members(call)?.OfType<IMethodSymbol>().FirstOrDefault() is { } named:
                return Invoked(evaluator, call, named, call[3], Spread(evaluator, call[4]));
            case ("Type", "MakeGenericType") when TypeOf(call.Receiver) is not null:
                return call.Receiver;
            case ("MethodBase" or "MethodInfo", "Invoke") when call.Receiver is { } method && method.IsConstant(out var symbol) && symbol is IMethodSymbol target:
                return Invoke(evaluator, call, target);
            case ("ConstructorInfo", "Invoke") when call.Receiver is { } method && method.IsConstant(out var symbol) && symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                return Make(evaluator, call, constructor.ContainingType, Spread(evaluator, call[call.Arguments.Length - 1]));
            case ("Activator", "CreateInstance") when TypeOf(call.Arguments.Length > 0 ? call[0] : null) is { } type:
                return Make(evaluator, call, type, call.Arguments.Length > 1 ? Spread(evaluator, call[1]) : []);
            case ("Activator", "CreateInstance") when call.Arguments.IsEmpty && call.Method!.TypeArguments.FirstOrDefault() is INamedTypeSymbol named:
                return Make(evaluator, call, named, []);
            case ("PropertyInfo", "GetValue") when call.Receiver is { } property && property.IsConstant(out var symbol) && symbol is IPropertySymbol read:
                return evaluator.ReadProperty(read, read.IsStatic ? null : call[0], [], call.Site);
            case ("FieldInfo", "GetValue") when call.Receiver is { } field && field.IsConstant(out var symbol) && symbol is IFieldSymbol read:
                return read.IsStatic ? evaluator.State.Read(new Place(State.Statics, read.OriginalDefinition)) : evaluator.ReadSlot(call[0], read.OriginalDefinition, read.Type, call.Site);
            case ("PropertyInfo", "SetValue") when call.Receiver is { } property && property.IsConstant(out var symbol) && symbol is IPropertySymbol written:
                evaluator.WriteProperty(written, written.IsStatic ? null : call[0], [], call[1], call.Site);
                return Value.Something;
            case ("FieldInfo", "SetValue") when call.Receiver is { } field && field.IsConstant(out var symbol) && symbol is IFieldSymbol written:
                evaluator.WritePlaces(written.IsStatic ? [new Place(State.Statics, written.OriginalDefinition)] : [.. call[0].Objects.Select(id => new Place(id, written.OriginalDefinition))], call[1]);
                return Value.Something;
            case ("Delegate" or "MethodInfo", "CreateDelegate") when call.Arguments.Select(static a => a.Value).Append(call.Receiver ?? Value.Nothing).FirstOrDefault(static v => v.IsConstant(out var c) && c is IMethodSymbol) is { } constant:
                return Delegates.Of(evaluator, call.Site, (IMethodSymbol)constant.Constants[0]!);
            case ("Delegate", "DynamicInvoke") when call.Receiver is { } callee:
                return Delegates.Invoke(evaluator, callee, Spread(evaluator, call[0]), call.Site);
            default:
                return null;
        }
    }

    /// <summary>A property of a type or member; null where it is none of these.</summary>
    public static Value? Property(Evaluator evaluator, IPropertySymbol property, LibraryCall call)
    {
        if (call.Receiver is not { } receiver || !receiver.IsConstant(out var constant) || constant is not ISymbol symbol)
            return null;
        return property.Name switch
        {
            "Name" => Value.Of(symbol.Name),
            "FullName" => Value.Of(symbol.ToDisplayString()),
            "Assembly" or "Module" => Value.Something,
            "BaseType" when symbol is INamedTypeSymbol { BaseType: { } parent } => Value.Of(parent),
            _ => Value.Something,
        };
    }

    private static Value? TypeNamed(Evaluator evaluator, string name) =>
        evaluator.Interpreter.Code.TypeNamed(name.Split(',')[0].Trim()) is { } type ? Value.Of(type) : null;

    private static INamedTypeSymbol? TypeOf(Value? value) => value is not null && value.IsConstant(out var constant) ? constant as INamedTypeSymbol : null;

    private static IEnumerable<ISymbol>? Members(LibraryCall call)
    {
        if (TypeOf(call.Receiver) is not { } type || !call[0].IsConstant(out var name) || name is not string text)
            return null;
        var members = new List<ISymbol>();
        for (var t = type; t is not null; t = t.BaseType)
            members.AddRange(t.GetMembers(text));
        return members;
    }

    private static Value? Pick<T>(IEnumerable<ISymbol> members)
        where T : class, ISymbol => members.OfType<T>().FirstOrDefault() is { } member ? Value.Of(member) : Value.Null;

    private static IMethodSymbol? Constructed(Evaluator evaluator, LibraryCall call, IMethodSymbol definition)
    {
        var types = Spread(evaluator, call[0]).Select(static a => TypeOf(a.Value)).OfType<ITypeSymbol>().ToArray();
        return types.Length == definition.TypeParameters.Length && types.Length > 0 ? definition.OriginalDefinition.Construct(types) : null;
    }

    private static Value Invoke(Evaluator evaluator, LibraryCall call, IMethodSymbol target) =>
        Invoked(evaluator, call, target, call[0], Spread(evaluator, call[call.Arguments.Length > 2 ? call.Arguments.Length - 2 : 1]));

    private static Value Invoked(Evaluator evaluator, LibraryCall call, IMethodSymbol target, Value receiver, ImmutableArray<Argument> arguments)
    {
        return evaluator.Call(target, target.IsStatic ? null : receiver, [.. arguments.Take(target.Parameters.Length).Select((a, i) => a with { Parameter = target.Parameters[i] })], call.Site, isVirtual: true);
    }

    private static Value? Make(Evaluator evaluator, LibraryCall call, INamedTypeSymbol type, ImmutableArray<Argument> arguments)
    {
        var constructor = type.InstanceConstructors.Where(c => c.Parameters.Length == arguments.Length).OrderBy(c => c.Parameters.Where((p, i) => !Takes(evaluator, p.Type, arguments[i].Value)).Count()).FirstOrDefault();
        return constructor is null ? null : evaluator.Construct(type, constructor, [.. arguments.Select((a, i) => a with { Parameter = constructor.Parameters[i] })], call.Site);
    }

    // Whether a parameter takes a value, as far as it is known what the value is.
    private static bool Takes(Evaluator evaluator, ITypeSymbol type, Value value) =>
        !evaluator.Fitting(value, type, fits: true).IsNothing && !(value.Type is { } known && type.SpecialType != SpecialType.System_Object && !AnalysedCode.DerivesFrom(known, type))
        && !(value.Constants.Length > 0 && value.Constants.All(static c => c is string) && type.SpecialType is not (SpecialType.System_String or SpecialType.System_Object));

    private static ImmutableArray<Argument> Spread(Evaluator evaluator, Value array) =>
        Sequences.Apart(evaluator, array) is { } elements ? [.. elements.Select(static e => Argument.Of(null, e))]
        : array.IsConstant(out var constant) && constant is null ? [] : [Argument.Of(null, Sequences.ElementsOf(evaluator, array))];
}
