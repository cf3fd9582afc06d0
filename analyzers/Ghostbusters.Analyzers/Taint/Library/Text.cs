using System.Globalization;
using Ghostbusters.Analyzers.Taint.Execution;
using Ghostbusters.Analyzers.Taint.Models;
using Ghostbusters.Analyzers.Taint.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Taint.Library;

/// <summary>Strings: computed where they are constant, followed where they are tainted.</summary>
internal static class Text
{
    private const int LongestConstant = 4096;

    /// <summary>A value as text.</summary>
    public static Value Of(Evaluator evaluator, Value value, ITypeSymbol? type, IOperation site)
    {
        if (type?.SpecialType == SpecialType.System_String)
            return value;
        if (value.Open == Openness.Closed && value.Objects.IsEmpty && value.Constants.All(static c => c is null or string or int or long or char or bool))
            return value.With(constants: [.. value.Constants.Select(static c => (object?)TextOf(c)).Distinct()]);
        if (value.Objects.IsEmpty)
            return Evaluator.Typed(Value.Something.With(labels: value.Labels), type);
        return ToText(evaluator, value, site);
    }

    private static string TextOf(object? constant) => System.Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "";

    // An object's own ToString says what its text holds; without one it is its type's name.
    private static Value ToText(Evaluator evaluator, Value value, IOperation site)
    {
        for (var type = value.Objects.Length == 1 ? evaluator.State[value.Objects[0]].Type : null; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(static m => m.Parameters.IsEmpty) is { } own)
                return evaluator.Call(own, value, [], site, isVirtual: true);
        }

        var method = evaluator.Interpreter.Code.Compilation.ObjectType.GetMembers("ToString").OfType<IMethodSymbol>().First();
        return evaluator.Call(method, value, [], site, isVirtual: true);
    }

    /// <summary>Texts put together.</summary>
    public static Value Concat(Evaluator evaluator, IReadOnlyList<Value> parts, IOperation site)
    {
        var texts = new List<string> { "" };
        foreach (var part in parts)
        {
            if (part.IsNothing)
                return Value.Nothing;
            if (part.Open != Openness.Closed || !part.Objects.IsEmpty || texts.Count * part.Constants.Length > 8 || part.Constants.Any(static c => c is not (null or string or int or char or bool or long)))
                return Joined(evaluator, parts, site);
            texts = [.. texts.SelectMany(_ => part.Constants, static (t, c) => t + TextOf(c)).Distinct()];
        }

        return texts.Exists(static t => t.Length > LongestConstant) ? Joined(evaluator, parts, site) : Value.OfConstants(texts);
    }

    private static Value Joined(Evaluator evaluator, IReadOnlyList<Value> parts, IOperation site)
    {
        var labels = LabelSet.None;
        for (var i = 0; i < parts.Count; i++)
        {
            var own = parts[i].Objects.IsEmpty ? parts[i].Labels : ToText(evaluator, parts[i], site).Labels.Union(parts[i].Labels);
            labels = labels.Union(!own.IsEmpty && HostIsFixed(evaluator, parts, i, site) ? own.Select(static l => l with { Safe = l.Safe | SinkKinds.Redirect | SinkKinds.Ssrf }) : own);
        }

        return Value.Something.With(labels: evaluator.Derive(site, labels));
    }

    // "https://host/" + text: the text cannot choose where the address leads. Neither can it behind a '?' or a rooted path.
    private static bool HostIsFixed(Evaluator evaluator, IReadOnlyList<Value> parts, int index, IOperation site)
    {
        if (index == 0 || (parts[0].IsConstant(out var first) ? first as string : BeginningOf(evaluator, FirstOf(site), 0)) is not { } start)
            return false;
        for (var i = 1; i < index && parts[0].IsConstant(out _) && parts[i].IsConstant(out var more) && more is string next; i++)
            start += next;
        var scheme = start.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 ? start.IndexOf('/', scheme + 3) > 0 || start.IndexOf('?', scheme + 3) > 0 : (start.Length > 1 && start[0] == '/' && start[1] != '/' && start[1] != '\\') || start.StartsWith("~/", StringComparison.Ordinal);
    }

    private static IOperation? FirstOf(IOperation site) => site switch
    {
        IBinaryOperation sum => sum.LeftOperand,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } more => more.Target,
        IInterpolatedStringOperation { Parts.IsEmpty: false } text => (text.Parts[0] as IInterpolationOperation)?.Expression,
        _ => null,
    };

    // `Api + "/find?country=" + country + "&place=" + place`: a sum begins with what its first operand begins with.
    private static string? BeginningOf(Evaluator evaluator, IOperation? operand, int depth) => operand switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IConversionOperation conversion => BeginningOf(evaluator, conversion.Operand, depth),
        IParenthesizedOperation inner => BeginningOf(evaluator, inner.Operand, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => BeginningOf(evaluator, sum.LeftOperand, depth) is not { } start ? null
            : sum.LeftOperand.ConstantValue.HasValue && sum.RightOperand.ConstantValue is { HasValue: true, Value: string more } ? start + more : start,
        IInterpolatedStringOperation { Parts.IsEmpty: false } text => BeginningOf(evaluator, text.Parts[0] is IInterpolatedStringTextOperation first ? first.Text : FirstOf(text), depth),
        ILocalReferenceOperation { Local: var local } when depth < DeepestLocal && MadeOf(evaluator, local) is { } made => BeginningOf(evaluator, made, depth + 1),
        _ => null,
    };

    private const int DeepestLocal = 3;

    // What a local begins with is said where it is declared, if it is only ever added to after that.
    private static IOperation? MadeOf(Evaluator evaluator, ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var made } declared
            && declared.FirstAncestorOrSelf<SyntaxNode>(static n => n is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax) is { } body
            && !body.DescendantNodes().Any(n => IsReplaced(n, local.Name))
            ? evaluator.Interpreter.Code.FileOf(made.SyntaxTree)?.GetOperation(made) : null;

    private static bool IsReplaced(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.AddAssignmentExpression, Left: var left } => left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == name),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax given } => given.Identifier.ValueText == name,
        _ => false,
    };

    /// <summary>One character of a text.</summary>
    public static Value CharacterOf(Value text, Value index)
    {
        if (text.Open == Openness.Closed && index.IsConstant(out var at) && at is int i && text.Constants.All(c => c is string s && i >= 0 && i < s.Length))
            return Value.OfConstants(text.Constants.Select(c => (object?)((string)c!)[i])).With(labels: text.Labels);
        return Value.Something.With(labels: text.Labels);
    }

    /// <summary>A method of string; null where nothing special is known of it.</summary>
    public static Value? Call(Evaluator evaluator, LibraryCall call)
    {
        var receiver = call.Receiver;
        if (receiver is not null && receiver.Open == Openness.Closed && receiver.Objects.IsEmpty && IsComputed(call, out var computed))
            return computed;
        switch (call.Name)
        {
            case "Concat" when receiver is null:
                return Concat(evaluator, [.. Parts(evaluator, call)], call.Site);
            case "Join" when receiver is null && call.Arguments.Length >= 2:
                return Concat(evaluator, [.. Separated(Parts(evaluator, call).ToList())], call.Site);
            case "Format" when receiver is null:
                return Format(evaluator, call);
            case "IsNullOrEmpty" or "IsNullOrWhiteSpace":
                return Emptiness(call);
            case "Equals" or "op_Equality" or "StartsWith" or "EndsWith" or "Contains":
                return Question(evaluator, call);
            case "ToString" or "Clone" or "Normalize" or "AsSpan" or "ToCharArray" when receiver is not null && call.Arguments.Length == 0:
                return receiver;
            case "Copy" or "Intern" or "IsInterned" when receiver is null:
                return call[0];
            case "Replace" when receiver is not null && call.Arguments.Length >= 2:
                return Replace(evaluator, call);
            case "GetEnumerator" when receiver is not null:
                return Cursors.Open(evaluator, receiver, call.Site);
            case "IndexOf" or "IndexOfAny" when receiver is not null && call.Arguments.Length == 1:
                return Value.Something.With(guards: Missing(evaluator, receiver, call));
            case "Length" or "IndexOf" or "LastIndexOf" or "CompareTo" or "Compare" or "CompareOrdinal" or "GetHashCode" or "IndexOfAny":
                return Value.Something;
            case "Split" when receiver is not null:
                return Value.ToObject(evaluator.Allocate(call.Site.Syntax, new HeapObject(ObjectKind.Sequence, call.ResultType, SlotMap.Empty, Value.Something.With(labels: evaluator.Derive(call.Site, receiver.Labels)))));
            case "Remove" or "Substring" when receiver is not null && call.Arguments.Length > 0 && IsEmptyCut(call):
                return Value.Of("");
            default:
                return null;
        }
    }

    private static bool IsEmptyCut(LibraryCall call) =>
        call.Name == "Remove" ? call.Arguments.Length == 1 && call[0].IsConstant(out var from) && from is 0
        : call.Arguments.Length == 2 && call[1].IsConstant(out var length) && length is 0;

    private static IEnumerable<Value> Separated(List<Value> parts)
    {
        var separator = parts[0];
        for (var i = 1; i < parts.Count; i++)
        {
            if (i > 1)
                yield return separator;
            yield return parts[i];
        }
    }

    private static IEnumerable<Value> Parts(Evaluator evaluator, LibraryCall call)
    {
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value;
            if (value.Objects.Length == 1 && evaluator.State[value.Objects[0]] is { Kind: ObjectKind.Sequence } list)
            {
                if (list.IsCounted)
                {
                    for (var i = 0; i < list.Count; i++)
                        yield return Of(evaluator, evaluator.State.Read(new Place(value.Objects[0], i)), null, call.Site);
                }
                else
                {
                    yield return Value.Something.With(labels: evaluator.State.LabelsWithin(value));
                }
            }
            else
            {
                yield return Of(evaluator, value, argument.Parameter?.Type, call.Site);
            }
        }
    }

    private static Value Format(Evaluator evaluator, LibraryCall call)
    {
        var values = Parts(evaluator, call).ToList();
        var labels = evaluator.Derive(call.Site, values.Aggregate(LabelSet.None, static (all, v) => all.Union(v.Labels)));
        return Value.Something.With(labels: labels);
    }

    private static Value Emptiness(LibraryCall call)
    {
        var text = call[0];
        if (text.Open == Openness.Closed && text.Objects.IsEmpty)
            return Value.OfConstants(text.Constants.Select(c => (object?)(call.Name == "IsNullOrEmpty" ? string.IsNullOrEmpty(c as string) : string.IsNullOrWhiteSpace(c as string))));
        return Value.Something.With(guards: [.. text.Labels.All.Select(static l => new Guard(l.Key, true, SinkKinds.All))]);
    }

    // What the text is safe for where none of these characters is in it.
    private static System.Collections.Immutable.ImmutableArray<Guard> Missing(Evaluator evaluator, Value text, LibraryCall call)
    {
        var names = Sequences.Apart(evaluator, call[0]) is { } elements ? elements.Where(static e => e.IsConstant(out _)).Select(static e => TextOf(e.Constants[0])).ToList()
            : call[0].IsConstant(out var one) && one is string or char ? [TextOf(one)]
            : call.Arguments[0].Operation?.Syntax.ToString() is { } written && (written.Contains("GetInvalidFileNameChars") || written.Contains("GetInvalidPathChars")) ? ["/", "\\"] : new List<string>();
        var safe = names.Count == 0 ? SinkKinds.None : AllowLists.SafeWithout(names);
        return safe == SinkKinds.None ? [] : [.. text.Labels.All.Select(l => new Guard(l.Key, false, safe))];
    }

    private static Value? Question(Evaluator evaluator, LibraryCall call)
    {
        var (subject, other) = call.Receiver is { } receiver ? (receiver, call[0]) : (call[0], call[1]);
        if (call.Name is not ("Equals" or "op_Equality"))
            return call.Name == "StartsWith" ? StartsWith(subject, other) : call.Name == "Contains" && call.Receiver is not null && call.Arguments.Length == 1 ? Value.Something.With(guards: Missing(evaluator, subject, call)) : Value.Something;
        if (subject.Open == Openness.Closed && other.Open == Openness.Closed && subject.Objects.IsEmpty && other.Objects.IsEmpty && call.Arguments.Length <= (call.Receiver is null ? 2 : 1))
        {
            var mayBeEqual = subject.Constants.Any(a => other.Constants.Any(b => Equals(a, b)));
            return Evaluator.Booleans(mayBeEqual, subject.Constants.Length > 1 || other.Constants.Length > 1 || !mayBeEqual);
        }

        return Value.Something.With(guards:
        [
            .. (IsConstantText(other) || IsOfProgram(evaluator, other) ? subject.Labels.All : []).Select(static l => new Guard(l.Key, true, SinkKinds.All)),
            .. (IsConstantText(subject) || IsOfProgram(evaluator, subject) ? other.Labels.All : []).Select(static l => new Guard(l.Key, true, SinkKinds.All)),
        ]);
    }

    /// <summary>Whether a text is not known, but nothing from outside is in it: what equals it is that.</summary>
    public static bool IsOfProgram(Evaluator evaluator, Value value) => value.Open != Openness.Closed && value.Labels.IsEmpty && evaluator.State.LabelsWithin(value).IsEmpty;

    private static bool IsConstantText(Value value) => value.Open == Openness.Closed && value.Objects.IsEmpty && value.Constants.All(static c => c is string) && value.Labels.IsEmpty;

    // A path that was made absolute and begins with a fixed folder stays below it; an address that begins with a host stays there.
    private static Value StartsWith(Value subject, Value other)
    {
        var isHost = other.IsConstant(out var prefix) && prefix is string start && start.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0 && start.IndexOf('/', scheme + 3) > scheme + 3;
        return Value.Something.With(guards: [.. subject.Labels.All.Where(l => other.Labels.All.All(o => o.Source.Id != l.Source.Id)).SelectMany(l => isHost ? [new Guard(l.Key, true, SinkKinds.Redirect | SinkKinds.Ssrf)] : Below(l))]);
    }

    // What the full path was made of leads to the same place.
    private static IEnumerable<Guard> Below(Label label) => WentThroughFullPath(label) ? label.Keys.Select(static key => new Guard(key, true, SinkKinds.Path | SinkKinds.ZipSlip)) : [];

    private static bool WentThroughFullPath(Label label)
    {
        for (var step = label.Path; step is not null; step = step.Before)
        {
            if (step.Place.ToString().Contains("GetFullPath"))
                return true;
        }

        return false;
    }

    // Taking out the characters that an attack needs: line ends for logs and headers, quotes for SQL are no cure and are not counted.
    private static Value Replace(Evaluator evaluator, LibraryCall call)
    {
        var labels = call.Receiver!.Labels.Union(evaluator.State.LabelsWithin(call[1]));
        var safe = call[0].IsConstant(out var what) && (what is string or char)
            ? TextOf(what) switch
            {
                "\n" or "\r\n" => SinkKinds.Log | SinkKinds.Header,
                "<" => SinkKinds.Xss,
                _ => SinkKinds.None,
            }
            : call.Arguments[0].Operation?.Syntax.ToString().Contains("NewLine") == true ? SinkKinds.Log | SinkKinds.Header : SinkKinds.None;
        return Value.Something.With(labels: evaluator.Derive(call.Site, labels).Select(l => l with { Safe = l.Safe | safe }));
    }

    private static bool IsComputed(LibraryCall call, out Value computed)
    {
        computed = Value.Nothing;
        if (call.Arguments.Any(static a => a.Value.Open != Openness.Closed || !a.Value.Objects.IsEmpty || a.Value.Constants.Length != 1))
            return false;
        var arguments = call.Arguments.Select(static a => a.Value.Constants[0]).ToArray();
        var results = new List<object?>();
        foreach (var constant in call.Receiver!.Constants)
        {
            if (constant is not string text || !PureStrings.TryCall(call.Name, text, arguments, out var result))
                return false;
            results.Add(result);
        }

        computed = Value.OfConstants(results).With(labels: call.Receiver.Labels);
        return true;
    }
}
