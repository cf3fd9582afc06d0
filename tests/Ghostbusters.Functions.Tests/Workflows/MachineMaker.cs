using System.Globalization;
using System.Text.Json.Nodes;

namespace Ghostbusters.Functions.Tests.Workflows;

/// <summary>
/// Makes a machine of numbers: any list of them is one, and a shorter list a smaller one. Data keeps its form (n, s, items,
/// and what states add), so that every path that is used leads somewhere.
/// </summary>
internal sealed class MachineMaker(IReadOnlyList<int> numbers)
{
    private const int MostStates = 4;
    private const int Deepest = 2;

    private int _at;
    private int _names;

    public static JsonNode Input => JsonNode.Parse("""{"n":3,"s":"text","flag":true,"items":[1,2,3]}""")!;

    public JsonObject Make() => Machine(0, mayFail: true);

    private JsonObject Machine(int depth, bool mayFail)
    {
        var count = 1 + Next(MostStates);
        var names = Enumerable.Range(0, count + 1).Select(_ => "S" + (_names++).ToString(CultureInfo.InvariantCulture)).ToList();
        var states = new JsonObject();
        for (var i = 0; i < count; i++) states[names[i]] = Middle(names[i], names[i + 1], names[count], depth, mayFail);
        states[names[count]] = End(mayFail);
        return new JsonObject { ["StartAt"] = names[0], ["States"] = states };
    }

    private JsonObject Middle(string name, string next, string last, int depth, bool mayFail)
    {
        var state = Next(depth < Deepest ? 7 : 5) switch
        {
            0 => new JsonObject { ["Type"] = "Pass", ["Result"] = Next(2) == 0 ? 7 : new JsonArray("a", 1.5), ["ResultPath"] = Place() },
            1 => new JsonObject { ["Type"] = "Pass", ["Parameters"] = Template(), ["ResultPath"] = Place() },
            2 => new JsonObject { ["Type"] = "Wait", ["Seconds"] = 1 + Next(5) },
            3 => Choice(next, last),
            4 => Task(last, mayFail),
            5 => new JsonObject { ["Type"] = "Parallel", ["Branches"] = new JsonArray(Machine(depth + 1, mayFail), Machine(depth + 1, mayFail: false)), ["ResultPath"] = "$.r_" + name },
            _ => Map(name, depth),
        };
        if (state["Type"]!.GetValue<string>() != "Choice") state["Next"] = next;
        if (state["Type"]!.GetValue<string>() == "Parallel" && Next(2) == 0) state["Catch"] = Catch(last);
        return state;
    }

    private JsonObject Choice(string next, string last)
    {
        JsonObject rule = Next(6) switch
        {
            0 => new() { ["Variable"] = "$.n", ["NumericEquals"] = 3 },
            1 => new() { ["Variable"] = "$.n", ["NumericLessThan"] = Next(6) },
            2 => new() { ["Variable"] = "$.s", ["StringEquals"] = Next(2) == 0 ? "text" : "other" },
            3 => new() { ["Variable"] = "$.flag", ["BooleanEquals"] = Next(2) == 0 },
            // Only true: the judge does not look at the value, against the language (a table below holds ours to it).
            4 => new() { ["Not"] = new JsonObject { ["Variable"] = Next(2) == 0 ? "$.missing" : "$.n", ["IsPresent"] = true } },
            _ => new() { [Next(2) == 0 ? "And" : "Or"] = new JsonArray(new JsonObject { ["Variable"] = "$.n", ["NumericGreaterThanEquals"] = Next(5) }, new JsonObject { ["Variable"] = "$.s", ["StringMatches"] = "te*" }) },
        };
        rule["Next"] = next;
        return new JsonObject { ["Type"] = "Choice", ["Choices"] = new JsonArray(rule), ["Default"] = last };
    }

    private JsonObject Task(string last, bool mayFail)
    {
        var work = Next(mayFail ? 4 : 2) switch { 0 => "echo", 1 => "wrap", 2 => "flaky-" + (1 + Next(3)).ToString(CultureInfo.InvariantCulture), _ => Next(2) == 0 ? "fail-E1" : "fail-E2" };
        var task = new JsonObject { ["Type"] = "Task", ["Resource"] = "arn:aws:lambda:eu-central-1:000000000000:function:" + work, ["ResultPath"] = Place() };
        if (Next(2) == 0) task["Parameters"] = Template();
        if (Next(3) == 0) task["InputPath"] = Next(2) == 0 ? "$.items" : null;
        if (Next(2) == 0) task["ResultSelector"] = new JsonObject { ["all.$"] = "$", ["fixed"] = 1 };
        if (task["InputPath"] is not null || task.ContainsKey("InputPath")) task.Remove("Parameters");
        if (Next(2) == 0) task["Retry"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray(Next(2) == 0 ? "Flaky" : "States.ALL"), ["IntervalSeconds"] = 1, ["MaxAttempts"] = Next(4) });
        if (Next(2) == 0) task["Catch"] = Catch(last);
        return task;
    }

    private JsonArray Catch(string last)
    {
        var catcher = new JsonObject { ["ErrorEquals"] = new JsonArray(Next(3) switch { 0 => "E1", 1 => "States.TaskFailed", _ => "States.ALL" }), ["Next"] = last };
        if (Next(2) == 0) catcher["ResultPath"] = "$.caught";
        return [catcher];
    }

    private JsonObject Map(string name, int depth) => new()
    {
        ["Type"] = "Map",
        ["ItemsPath"] = "$.items",
        ["ItemSelector"] = new JsonObject { ["n.$"] = "$$.Map.Item.Value", ["i.$"] = "$$.Map.Item.Index", ["s.$"] = "$.s", ["flag"] = false, ["items"] = new JsonArray(7, 8) },
        ["ItemProcessor"] = Machine(depth + 1, mayFail: false),
        ["MaxConcurrency"] = Next(3),
        ["ResultPath"] = "$.r_" + name,
    };

    private JsonObject End(bool mayFail) => Next(mayFail ? 4 : 3) switch
    {
        0 => new() { ["Type"] = "Succeed" },
        1 => new() { ["Type"] = "Pass", ["End"] = true },
        2 => new() { ["Type"] = "Pass", ["Result"] = new JsonObject { ["end"] = true }, ["End"] = true },
        _ => new() { ["Type"] = "Fail", ["Error"] = "E1", ["Cause"] = "given up" },
    };

    private static JsonObject TemplateOf(string path) => new() { ["x.$"] = path, ["in"] = new JsonObject { ["y.$"] = "$.s", ["z"] = new JsonArray(1, "b") } };

    private JsonObject Template() => TemplateOf(Next(3) switch { 0 => "$.n", 1 => "$.items[0]", _ => "$$.Execution.Name" });

    private string? Place() => Next(4) switch { 0 => null, 1 => "$.a.b", 2 => "$.a2", _ => "$.r" };

    private int Next(int below) => _at < numbers.Count ? Math.Abs(numbers[_at++] % below) : 0;
}
