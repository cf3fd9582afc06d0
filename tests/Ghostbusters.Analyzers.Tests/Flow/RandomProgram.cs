using System.Text;

namespace Ghostbusters.Analyzers.Tests.Flow;

/// <summary>
/// A small C# method that is spelled out by a list of numbers: each number is one choice, and a shorter list is a smaller
/// program, so that FsCheck's shrinking of arrays shrinks programs. It ends for every input: loops ask <c>T.Go()</c>.
/// </summary>
internal sealed class RandomProgram
{
    /// <summary>What all programs call: records where a run came by, and decides by bits where it goes.</summary>
    public const string Recorder = """
        public class E1 : Exception { }
        public sealed class E2 : E1 { }
        public static class T
        {
            public static List<int> Keys = new();
            public static List<object?> Values = new();
            public static Queue<bool> Bits = new();
            public static bool Go() => Bits.Count > 0 && Bits.Dequeue();
            public static int N() => Bits.Count;
            public static string? S() => Go() ? "x" : null;
            public static void At(int k) { Keys.Add(k); Values.Add(null); }
            public static void V(int k, int v) { Keys.Add(k); Values.Add(v); }
            public static void V(int k, bool v) { Keys.Add(k); Values.Add(v); }
            public static void V(int k, string? v) { Keys.Add(k); Values.Add(v); }
            public static void Maybe() { if (!Go()) return; At(-1); if (Go()) throw new E1(); throw new E2(); }
            public static void Put(out int x) { Maybe(); x = 3; Maybe(); }
            public static IDisposable Open() { Maybe(); return new MemoryStream(); }
        }

        """;

    private readonly Queue<int> _choices;
    private readonly StringBuilder _text = new();
    private int _keys;
    private int _labels;

    private RandomProgram(IEnumerable<int> choices) => _choices = new Queue<int>(choices);

    /// <summary>The file; the method is <c>M</c> of a class of this name. It needs <see cref="Recorder"/>.</summary>
    public static string Write(string name, IEnumerable<int> choices)
    {
        var program = new RandomProgram(choices);
        program._text.Append($"public static class {name} {{ public static int M(bool p, int n, string? s) {{\nint a = 0, b = 1, c = n; string? t = null;\n");
        program.Mark();
        program.Body(depth: 0, new Place(InLoop: false, InCatch: false, InFinally: false));
        program._text.Append("return a;\n} }\n");
        return program._text.ToString();
    }

    private readonly record struct Place(bool InLoop, bool InCatch, bool InFinally);

    private int Choose(int count) => _choices.Count == 0 ? 0 : Math.Abs(_choices.Dequeue() % count);

    private string Pick(params string[] words) => words[Choose(words.Length)];

    private void Mark() => _text.Append($"T.At({_keys++});\n");

    private void Body(int depth, Place place)
    {
        for (var left = 1 + Choose(4); left > 0 && _choices.Count > 0; left--)
            Statement(depth, place);
    }

    private void Block(string head, int depth, Place place)
    {
        _text.Append(head).Append(" {\n");
        Mark();
        Body(depth + 1, place);
        _text.Append("}\n");
    }

    private void Statement(int depth, Place place)
    {
        switch (Choose(depth > 3 ? 9 : 16))
        {
            case 0 or 1: _text.Append($"{Variable()} = {Number(0)};\n"); break;
            case 2 or 3: _text.Append($"T.V({_keys++}, {Pick(Number(0), Condition(0), Text())});\n"); break;
            case 4: _text.Append(Pick($"t = {Text()};", $"{Variable()} += {Number(0)};", $"{Variable()}++;", $"(a, b) = (b, {Number(1)});", $"{Variable()} = T.Go() ? {Number(1)} : {Number(1)};", $"t ??= {Text()};", $"T.Put(out {Variable()});")).Append('\n'); break;
            case 5: _text.Append("T.Maybe();\n"); break;
            case 6: Leave(place); break;
            case 7: Mark(); break;
            case 8: _text.Append(Pick("{ Action f = () => b = 7; f(); }\n", "{ void F() { c++; } F(); }\n", "{ ref int r = ref c; r = 4; }\n")); break;
            case 9 or 10:
                Block($"if ({Condition(0)})", depth, place);
                if (Choose(2) == 1)
                    Block("else", depth, place);
                break;
            case 11: Block(Pick("while (T.Go() && " + Condition(0) + ")", $"for (int i{_labels++} = 0; T.Go();)", $"foreach (var q{_labels++} in new[] {{ 1, 2 }})"), depth, place with { InLoop = true }); break;
            case 12 or 13: Try(depth, place); break;
            case 14: Block(Pick("using (T.Open())", "lock (typeof(T))"), depth, place); break;
            default: Switch(depth, place); break;
        }
    }

    private void Leave(Place place)
    {
        var label = _labels++;
        _text.Append(Choose(6) switch
        {
            0 => "throw new E1();\n",
            1 => place.InCatch ? "throw;\n" : "throw new E2();\n",
            2 when place.InLoop => "break;\n",
            3 when place.InLoop => "continue;\n",
            4 => $"L{label}: T.At({_keys++}); if (T.Go()) goto L{label};\n",
            _ when place.InFinally => "T.Maybe();\n",
            _ => $"return {Number(0)};\n",
        });
    }

    private void Try(int depth, Place place)
    {
        Block("try", depth, place);
        var shape = 1 + Choose(31);
        foreach (var (bit, head) in new[] { (1, "catch (E2)"), (2, "catch (E1)"), (4, "catch") })
        {
            if ((shape & bit) != 0)
                Block(head + ((shape & 8) != 0 && Choose(2) == 1 ? " when (T.Go())" : ""), depth, place with { InCatch = true });
        }

        // A break in a finally may only leave a loop in it.
        if ((shape & 16) != 0 || (shape & 7) == 0)
            Block("finally", depth, new Place(InLoop: false, InCatch: false, InFinally: true));
    }

    private void Switch(int depth, Place place)
    {
        _text.Append($"switch ({Number(1)}) {{\n");
        foreach (var head in new[] { "case 0:", "case 1 or 2:", "case > 3 when T.Go():", "default:" })
        {
            Block(head, depth, place with { InLoop = false });
            _text.Append("break;\n");
        }

        _text.Append("}\n");
    }

    private string Variable() => Pick("a", "b", "c");

    private string Text() => Pick("(string?)null", "\"x\"", "s", "T.S()", "t", "(t ?? \"y\")", "(t + \"z\")", "(s == null ? null : t)");

    private string Number(int depth) => Choose(depth > 2 ? 7 : 16) switch
    {
        0 => "0",
        1 => "1",
        2 => "-1",
        3 or 4 => Variable(),
        5 => "n",
        6 => "T.N()",
        7 => $"({Number(depth + 1)} {Pick("+", "-", "*")} {Number(depth + 1)})",
        8 => $"({Variable()} = {Number(depth + 1)})",
        9 => Variable() + Pick("++", "--"),
        10 => Pick("++", "--") + Variable(),
        11 => $"({Condition(depth + 1)} ? {Number(depth + 1)} : {Number(depth + 1)})",
        12 => "(t?.Length ?? 0)",
        13 => $"({Variable()} {Pick("+=", "-=", "*=")} {Number(depth + 1)})",
        14 => $"({Number(depth + 1)} switch {{ 0 => 1, > 2 => {Number(depth + 1)}, _ => {Variable()} }})",
        _ => $"(int)(byte){Variable()}",
    };

    private string Condition(int depth) => Choose(depth > 2 ? 3 : 14) switch
    {
        0 => "T.Go()",
        1 => "p",
        2 => $"{Variable()} {Pick("==", "!=", "<", ">=")} {Variable()}",
        3 => $"{Number(depth + 1)} {Pick("==", "!=", "<", "<=", ">", ">=")} {Number(depth + 1)}",
        4 => $"{Text()} {Pick("==", "!=")} {Text()}",
        5 => $"!({Condition(depth + 1)})",
        6 => $"({Condition(depth + 1)} && {Condition(depth + 1)})",
        7 => $"({Condition(depth + 1)} || {Condition(depth + 1)})",
        8 => $"{Variable()} is 0 or 1",
        9 => $"{Text()} is {Pick("null", "not null", "{ Length: 1 }", "\"x\"")}",
        10 => $"(object){Variable()} == (object){Variable()}",
        11 => $"(object){Variable()} is {Pick("1", "1L", "0", "null")}",
        12 => $"(double){Variable()} {Pick("==", "<")} {Variable()}",
        _ => $"((object?){Text()} as string) == null",
    };
}
