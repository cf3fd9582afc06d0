using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pulumi;
using Pulumi.Utilities;

namespace Ghostbusters.Compat.Tests;

/// <summary>Outputs: values, what is secret, what is unknown.</summary>
public sealed class OutputTests
{
    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    [Fact]
    public async Task Apply_TakesValuesTasksOutputsAndInputs()
    {
        var one = Output.Create(1);
        Assert.Equal("1", await Value(one.Apply(n => $"{n}")));
        Assert.Equal("1", await Value(one.Apply(n => Task.FromResult($"{n}"))));
        Assert.Equal("1", await Value(one.Apply(n => Output.Create($"{n}"))));
        Assert.Equal("1", await Value(one.Apply(n => (Input<string>)$"{n}")));
    }

    [Fact]
    public void Apply_IsAMonad() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), static n =>
    {
        static Output<long> F(int i) => Output.Create((long)i + 1);
        static Output<string> G(long i) => Output.Create($"{i}");
        var m = Output.Create(n);
        return Value(m.Apply(F)).Result == Value(F(n)).Result
            && Value(m.Apply(i => Output.Create(i))).Result == n
            && Value(m.Apply(F).Apply(G)).Result == Value(m.Apply(i => F(i).Apply(G))).Result;
    }));

    [Fact]
    public void All_IsSecretIfOneIs_AndUnknownIfOneIs() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(bool Secret, bool Known)[]>(), static items =>
    {
        var outputs = items.Select((item, i) =>
        {
            var output = item.Known ? Output.Create(i) : OutputUtilities.CreateUnknown(i);
            return item.Secret ? Output.CreateSecret(output) : output;
        });
        var all = Output.All(outputs);
        return Output.IsSecretAsync(all).Result == items.Any(item => item.Secret)
            && OutputUtilities.GetIsKnownAsync(all).Result == items.All(item => item.Known);
    }));

    [Fact]
    public async Task Unknown_IsNotApplied()
    {
        var applied = false;
        var unknown = OutputUtilities.CreateUnknown("").Apply(_ => applied = true);
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
        Assert.False(applied);
    }

    [Fact]
    public async Task Secret_StaysSecretThroughApply_UntilUnsecret()
    {
        var secret = Output.CreateSecret("s").Apply(s => s + "!");
        Assert.True(await Output.IsSecretAsync(secret));
        Assert.Equal("s!", await Value(secret));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.True(await Output.IsSecretAsync(Output.Create("a").Apply(_ => secret)));
    }

    [Fact]
    public async Task Format_TakesInputsOutputsAndValues()
    {
        Input<string> input = "i";
        Assert.Equal("i-o-3", await Value(Output.Format($"{input}-{Output.Create("o")}-{3}")));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{Output.CreateSecret("s")}")));
    }

    [Fact]
    public async Task Tuple_HasEveryItem()
    {
        var (a, b, c) = await Value(Output.Tuple(Output.Create(1), Output.Create("b"), Output.Create(true)));
        Assert.Equal((1, "b", true), (a, b, c));
    }

    [Fact]
    public async Task JsonSerialize_ReplacesOutputsAtAnyDepth()
    {
        var json = Output.JsonSerialize(Output.Create(new Dictionary<string, object?>
        {
            ["plain"] = 1,
            ["output"] = Output.Create(Task.Run(() => "late")),
            ["deep"] = new[] { new Dictionary<string, object> { ["secret"] = Output.CreateSecret(new[] { "s" }) } },
        }));
        Assert.Equal("""{"plain":1,"output":"late","deep":[{"secret":["s"]}]}""", await Value(json));
        Assert.True(await Output.IsSecretAsync(json));
    }

    [Fact]
    public async Task JsonSerialize_OfSomethingUnknown_IsUnknown()
    {
        var json = Output.JsonSerialize(Output.Create(new Dictionary<string, object?> { ["u"] = OutputUtilities.CreateUnknown(1) }));
        Assert.False(await OutputUtilities.GetIsKnownAsync(json));
    }

    [Fact]
    public async Task InputList_TakesEveryForm()
    {
        InputList<string> list = new() { "a", Output.Create("b") };
        list.AddRange(new[] { "c" });
        list.Add(ImmutableArray.Create("d"));
        Assert.Equal(["a", "b", "c", "d"], (await Value(list.ToOutput())).ToArray());
        InputList<string> one = "x";
        Assert.Equal(["x"], (await Value(one.ToOutput())).ToArray());
        InputList<string> fromOutput = Output.Create(new List<string> { "l" });
        Assert.Equal(["x", "l"], (await Value(one.Concat(fromOutput).ToOutput())).ToArray());
    }

    [Fact]
    public async Task InputMap_MergesAndRefusesAnotherValueForAKey()
    {
        InputMap<string> map = new() { { "a", "1" }, { "b", Output.Create("2") } };
        var merged = InputMap<string>.Merge(map, new Dictionary<string, string> { ["b"] = "3" });
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "3" }, await Value(merged.ToOutput()));
        map.Add("a", "1");
        Assert.Equal("1", (await Value(map.ToOutput()))["a"]);
        map.Add("a", "2");
        await Assert.ThrowsAsync<ArgumentException>(() => Value(map.ToOutput()));
    }

    [Fact]
    public async Task InputUnion_TakesEitherType()
    {
        InputUnion<string, int> text = "t";
        InputUnion<string, int> number = Output.Create(5);
        Assert.Equal("t", (await Value(text.ToOutput())).AsT0);
        Assert.True((await Value(number.ToOutput())).IsT1);
        Assert.Equal(5, (await Value(number.ToOutput())).Value);
    }

    [Fact]
    public void ToString_DoesNotGiveTheValue() => Assert.DoesNotContain("value", Output.CreateSecret("value-1").ToString().Replace("the value", ""));
}
