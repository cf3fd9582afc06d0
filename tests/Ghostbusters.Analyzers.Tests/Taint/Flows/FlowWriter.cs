using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Ghostbusters.Analyzers.Tests.Taint.Flows;

/// <summary>A program that either lets the sentinel through to the sink or does not.</summary>
/// <param name="Name">Its class.</param>
/// <param name="Feature">The feature that it is about.</param>
/// <param name="Title">The template that decides.</param>
/// <param name="Keeps">Whether its author says that the sentinel gets through.</param>
/// <param name="IsFixed">Whether it does the same for every input.</param>
/// <param name="Code">The class.</param>
internal sealed record FlowCase(string Name, string Feature, string Title, bool Keeps, bool IsFixed, string Code);

/// <summary>
/// Writes programs: one step of the feature at hand, which keeps the sentinel or loses it, among up to two steps of any feature
/// that keep it; each step stands in the method itself, in a method of its own or in an object's. The same seed gives the same program.
/// </summary>
internal sealed partial class FlowWriter
{
    /// <summary>What all programs call.</summary>
    public const string Probe = """
        global using System.Buffers;
        global using System.Collections;
        global using System.Collections.Concurrent;
        global using System.Collections.Immutable;
        global using System.Globalization;
        global using System.Reflection;
        global using System.Runtime.CompilerServices;
        global using System.Text;
        global using System.Text.RegularExpressions;
        global using Microsoft.Extensions.DependencyInjection;
        public static class Probe
        {
            public const string Sentinel = "Zq'\"<&;|/../%{0}\nqZ";
            public static readonly List<string> Seen = new();
            public static string Source() => Sentinel;
            public static void Sink(string? text) => Note(text);
            public static void Html(string? text) => Note(text);
            public static void Command(string? text) => Note(text);
            public static void Folder(string? text) => Note(text);
            public static void Log(string? text) => Note(text);
            public static void Header(string? text) => Note(text);
            private static void Note(string? text) { lock (Seen) Seen.Add(text ?? ""); }
        }
        """;

    /// <summary>What the name of a program's namespace begins with: extension methods of one are none of another's.</summary>
    public const string Space = "Of";

    private static readonly string[] Words = ["lamp", "tree", "door", "moon", "iron", "salt", "rope", "wool"];
    private static readonly string[] Keys = ["red", "blue", "green", "grey", "pink"];

    private readonly SeededChoice _choice;
    private readonly ImmutableArray<FlowTemplate> _companions;
    private readonly StringBuilder _body = new();
    private readonly StringBuilder _members = new();
    private int _steps;
    private bool _isAsync;
    private bool _readsInput;

    private FlowWriter(SeededChoice choice, ImmutableArray<FlowTemplate> companions) => (_choice, _companions) = (choice, companions);

    /// <summary>Writes a program.</summary>
    /// <param name="name">Its class.</param>
    /// <param name="template">The step that decides.</param>
    /// <param name="keeps">Which way of it.</param>
    /// <param name="companions">Steps that may stand beside it.</param>
    /// <param name="seed">Decides all the rest.</param>
    public static FlowCase Write(string name, FlowTemplate template, bool keeps, ImmutableArray<FlowTemplate> companions, int seed)
    {
        var writer = new FlowWriter(new SeededChoice(seed), companions);
        var code = writer.Compose(name, template, keeps);
        return new FlowCase(name, template.Feature, template.Title, keeps, !writer._readsInput, code);
    }

    private string Compose(string name, FlowTemplate template, bool keeps)
    {
        var variable = "v0";
        _body.Append("var v0 = Probe.Source();\n");
        var before = _choice.Below(4) == 0 ? 1 : 0;
        var after = !template.IsLast && _choice.Below(4) == 0 ? 1 : 0;
        for (var i = 0; i < before; i++)
            variable = Step(Companion(), variable, keeps: true);
        Distract();
        variable = Step(template, variable, keeps);
        for (var i = 0; i < after; i++)
            variable = Step(Companion(), variable, keeps: true);
        if (!template.IsLast)
            _body.Append($"Probe.Sink({variable});\n");
        return $"namespace {Space}{name};\npublic static class {name}\n{{\n    public static {(_isAsync ? "async Task" : "void")} Run(bool p, int n)\n    {{\n{Indented(_body.ToString(), 8)}    }}\n{Indented(_members.ToString(), 4)}}}\n";
    }

    private FlowTemplate Companion() => _choice.Of(_companions);

    // Data from outside that goes nowhere, and values that look alike.
    private void Distract()
    {
        var number = _steps++;
        _body.Append(_choice.Below(4) switch
        {
            0 => $"var d{number} = Probe.Source(); d{number} = d{number}.Trim();\n",
            1 => $"var d{number} = new List<string> {{ Probe.Source(), {Word()} }}; d{number}.Reverse();\n",
            _ => "",
        });
    }

    private string Step(FlowTemplate template, string input, bool keeps)
    {
        var number = _steps++;
        var output = $"v{number}x";
        var way = template.IsLast || template.Code.Contains("stackalloc", StringComparison.Ordinal) ? 0 : _choice.Below(5);
        var fill = Filling(number, keeps);
        var members = fill(template.Members, "", "");
        if (members.Length > 0)
            _members.Append(members).Append('\n');
        var code = fill(template.Code, way < 2 ? input : "input", output);
        var isAsync = AwaitWord().IsMatch(code);
        _isAsync |= isAsync;
        _readsInput |= InputName().IsMatch(code);
        if (way < 2)
        {
            _body.Append(code).Append('\n');
            return output;
        }

        var isObject = way == 4;
        var type = isAsync ? "async Task<string>" : "string";
        var method = $"public {(isObject ? "" : "static ")}{type} Step{number}(string input, bool p, int n)\n{{\n{Indented(code, 4)}    return {output};\n}}\n";
        _members.Append(isObject ? $"public sealed class Owner{number}\n{{\n{Indented(method, 4)}}}\n" : method);
        _body.Append($"var {output} = {(isAsync ? "await " : "")}{(isObject ? $"new Owner{number}()." : "")}Step{number}({input}, p, n);\n");
        return output;
    }

    private Func<string, string, string, string> Filling(int number, bool keeps)
    {
        var indices = _choice.Shuffled(["0", "1", "2", "3"]);
        var keys = _choice.Shuffled(Keys);
        var clean = Word();
        var values = new Dictionary<string, string>
        {
            ["n"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["clean"] = clean,
            ["a"] = indices[0],
            ["b"] = indices[1],
            ["c"] = indices[2],
            ["k"] = $"\"{keys[0]}\"",
            ["l"] = $"\"{keys[1]}\"",
            ["m"] = $"\"{keys[2]}\"",
        };
        return (text, input, output) => Placeholder().Replace(
            Alternatives().Replace(text, m => m.Groups[keeps ? 1 : 2].Value),
            m => m.Groups[1].Value switch { "in" => input, "out" => output, var name => values[name] });
    }

    private string Word() => $"\"{_choice.Of(Words)}\"";

    private static string Indented(string text, int by) =>
        string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new string(' ', by) + line + "\n"));

    [GeneratedRegex(@"\$(in|out|clean|[a-cklmn])(?![a-zA-Z])")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"«([^¦»]*)¦([^»]*)»")]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"\b[pn]\b")]
    private static partial Regex InputName();

    [GeneratedRegex(@"\bawait\b")]
    private static partial Regex AwaitWord();
}
