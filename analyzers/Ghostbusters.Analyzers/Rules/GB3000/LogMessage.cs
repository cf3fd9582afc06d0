using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>A call that tells a person something: a log line, the console, a message box.</summary>
/// <param name="Call">The call.</param>
/// <param name="Text">Its words, without what is put into them at run time; empty where it only hands on a value.</param>
/// <param name="Values">What is put into them.</param>
internal sealed record LogMessage(IInvocationOperation Call, string Text, IReadOnlyList<IOperation> Values)
{
    private static readonly string[] Verbs = ["Log", "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Critical", "Verbose", "Write", "Print", "Notify", "Success", "MarkupLine", "ShowMessage"];

    private static readonly string[] Receivers = ["Log", "Console", "Trace", "Debug", "Output", "MessageBox", "Notif", "Toast"];

    /// <summary>Whether the level says that it is about a failure.</summary>
    public bool IsFailureLevel => new[] { "Error", "Warn", "Fatal", "Critical", "Exception" }.Any(w => Call.TargetMethod.Name.IndexOf(w, StringComparison.Ordinal) >= 0
        || Call.Instance?.Syntax.ToString().EndsWith("Console.Error", StringComparison.Ordinal) == true
        || (Call.Arguments.Length > 0 && Call.Arguments[0].Value.Syntax.ToString().EndsWith("LogLevel." + w, StringComparison.Ordinal)));

    /// <summary>The message of a call; null where it is none.</summary>
    public static LogMessage? Of(IOperation operation)
    {
        if (operation is not IInvocationOperation call || !Tells(call))
            return null;
        var words = new List<string>();
        var values = new List<IOperation>();
        foreach (var argument in call.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue))
            Read(argument.Value, words, values);
        return new LogMessage(call, string.Join(" ", words), values);
    }

    private static bool Tells(IInvocationOperation call)
    {
        var receiver = call.Instance?.Type?.Name ?? call.TargetMethod.ContainingType?.Name ?? "";
        if (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0)
            receiver = call.Arguments[0].Value.Type?.Name ?? receiver;
        if (call.Instance?.Syntax.ToString().StartsWith("Console", StringComparison.Ordinal) == true)
            receiver = "Console"; // `Console.Error` is any TextWriter.
        return Verbs.Any(v => call.TargetMethod.Name.StartsWith(v, StringComparison.Ordinal))
            && (Receivers.Any(r => receiver.IndexOf(r, StringComparison.OrdinalIgnoreCase) >= 0) || call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal))
            || (call.TargetMethod.Name == "Show" && receiver == "MessageBox");
    }

    private static void Read(IOperation value, List<string> words, List<IOperation> values)
    {
        switch (value)
        {
            case IConversionOperation conversion:
                Read(conversion.Operand, words, values);
                break;
            case { ConstantValue: { HasValue: true, Value: string text } }:
                words.Add(text);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    if (part is IInterpolatedStringTextOperation literal)
                        Read(literal.Text, words, values);
                    else if (part is IInterpolationOperation inner)
                        values.Add(inner.Expression);
                }

                break;
            case IInterpolatedStringHandlerCreationOperation { Content: { } content }:
                Read(content, words, values);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                Read(sum.LeftOperand, words, values);
                Read(sum.RightOperand, words, values);
                break;
            case IArrayCreationOperation { Initializer: { } initializer }:
                foreach (var element in initializer.ElementValues)
                    Read(element, words, values);
                break;
            default:
                values.Add(value);
                break;
        }
    }
}
