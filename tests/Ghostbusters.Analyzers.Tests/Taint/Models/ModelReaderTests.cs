using FsCheck;
using FsCheck.Fluent;
using Ghostbusters.Analyzers.Taint.Models;

namespace Ghostbusters.Analyzers.Tests.Taint.Models;

public sealed class ModelReaderTests
{
    [Fact]
    public void EveryFieldHasItsMeaning()
    {
        var models = Read("""
            # A comment.
            version: 1
            sources:
              - member: [A.B.Read,
                  A.B.ReadAll]   # over two lines
                kind: [web, http-answer]
                taints: [return, arg1.Name]
                extension: true
              - beside: A.Context
                kind: queue
            sinks:
              - member: A.B.new
                kind: [sql, xpath]
                takes: [arg0]
                when: string
              - member: A.B.Text
                kind: zip-slip
                takes: [value]
                where: arg1 contains text/html
            sanitizers:
              - member: A.B.Clean
                for: all
                except: resource
            guards:
              - member: A.B.IsClean
                for: redirect
                checks: arg0
                when: false
            summaries:
              - member: A.B.Through
                flow: [args -> this, this -> return]
                overload: [string, byte array]
              - member: A.B.Swallow
                flow: none
            """);
        var read = models.Members[1];
        Assert.Equal(("A.B", "ReadAll", SourceKinds.Web | SourceKinds.HttpAnswer, true), (read.TypeName, read.MemberName, read.Source, read.IsExtension));
        Assert.Equal([new Slot(SlotKind.Return, 0, null), new Slot(SlotKind.Argument, 1, "Name")], read.Taints.AsEnumerable());
        Assert.Equal(new ParameterModel(ParameterMark.Beside, "A.Context", null, SourceKinds.Queue), Assert.Single(models.Parameters));
        var made = models.Members[2];
        Assert.Equal((".ctor", SinkKinds.Sql | SinkKinds.XPath, "string"), (made.MemberName, made.Sink, made.OnlyType));
        Assert.Equal(new Slot(SlotKind.Argument, 0, null), Assert.Single(made.Takes));
        var text = models.Members[3];
        Assert.Equal(SinkKinds.None, text.Sink);
        Assert.Equal(new SinkSlot(SinkKinds.ZipSlip, new Slot(SlotKind.Value, 0, null), null, (new Slot(SlotKind.Argument, 1, null), "text/html")), Assert.Single(text.Sinks));
        Assert.Equal(SinkKinds.All & ~SinkKinds.Resource, models.Members[4].Sanitizes);
        Assert.Equal((SinkKinds.Redirect, new Slot(SlotKind.Argument, 0, null), false), (models.Members[5].Guards, models.Members[5].Checks, models.Members[5].GuardWhen));
        Assert.Equal([(new Slot(SlotKind.AllArguments, 0, null), new Slot(SlotKind.This, 0, null)), (new Slot(SlotKind.This, 0, null), new Slot(SlotKind.Return, 0, null))], models.Members[6].Flows.AsEnumerable());
        Assert.Equal(["string", "byte array"], models.Members[6].Overload.AsEnumerable());
        Assert.True(models.Members[7] is { HasSummary: true, Flows.IsEmpty: true });
    }

    [Theory]
    [InlineData("sources:", "m.yaml:1: The version is missing: begin with `version: 1`.")]
    [InlineData("version: 2", "m.yaml:1: The version '2' is not known: write `version: 1`.")]
    [InlineData("version: 1\nsource:\n  - member: A.B.C\n    kind: web", "m.yaml:3: There is no section 'source'; 'sources' is meant?")]
    [InlineData("version: 1\nsources:\n  - membr: A.B.C\n    kind: web", "m.yaml:4: Give one of member, parameters, attribute, parameterAttribute, delegate, parameterType, beside.")]
    [InlineData("version: 1\nsources:\n  - member: A.B.C\n    kind: wbe", "m.yaml:4: 'wbe' is no kind here; 'web' is meant?")]
    [InlineData("version: 1\nsources:\n  - member: A.B.C", "m.yaml:3: The field 'kind' is missing.")]
    [InlineData("version: 1\nsources:\n  - member: C\n    kind: web", "m.yaml:3: 'C' names no member: write Namespace.Type.Member, or Namespace.Type.new for a constructor.")]
    [InlineData("version: 1\nsources:\n  - member: A.B.C\n    kind: web\n    taint: [return]", "m.yaml:5: There is no field 'taint'; 'taints' is meant?")]
    [InlineData("version: 1\nsources:\n  - member: A.B.C\n    kind: web\n    taints: [value]", "m.yaml:5: 'value' cannot stand here: return, this, arg0 can.")]
    [InlineData("version: 1\nsinks:\n  - member: A.B.C\n    kind: sql\n    takes: first", "m.yaml:5: 'first' is no value of a call: arg0, args, this, value can stand here.")]
    [InlineData("version: 1\nsinks:\n  - member: A.B.C\n    kind: sql", "m.yaml:3: The field 'takes' is missing.")]
    [InlineData("version: 1\nsinks:\n  - member: A.B.C\n    kind: xss\n    takes: arg0\n    where: arg1 is html", "m.yaml:6: `where` is a condition on another argument: write `arg1 contains text/html`.")]
    [InlineData("version: 1\nguards:\n  - member: A.B.C\n    for: sql\n    checks: [arg0, arg1]", "m.yaml:5: A guard checks one value: write an entry for each.")]
    [InlineData("version: 1\nguards:\n  - member: A.B.C\n    for: sql\n    checks: arg0\n    when: yes", "m.yaml:6: 'when' is true or false here.")]
    [InlineData("version: 1\nsummaries:\n  - member: A.B.C\n    flow: arg0", "m.yaml:4: 'arg0' is no flow: write `arg0 -> return`, or `none` where nothing comes through.")]
    [InlineData("version: 1\nsources:\n  - member: A.B.C\n    member: A.B.D", "m.yaml:4: 'member' is there twice: use a list, [one, two].")]
    [InlineData("version: 1\nsources:\nsources:", "m.yaml:3: 'sources' is there twice: put its entries into one list.")]
    [InlineData("version: 1\nsources:\n  - member: [A.B.C,\nkind: web", "m.yaml:3: The list is not closed: end it with ], and indent its further lines by 6 spaces at least.")]
    [InlineData("version: 1\nsources:\n  - member: 'A.B.C'", "m.yaml:3: ''A.B.C'' begins with ''', which means something else in YAML: texts here are names and need no quotes.")]
    [InlineData("version: 1\nsources:\n  - member:\tA.B.C", "m.yaml:3: There is a tab: indent with spaces.")]
    [InlineData("version: 1\nsources:\n - member: A.B.C", "m.yaml:3: A line is `version: 1`, a section such as `sources:`, `  - field: value`, or `    field: value`.")]
    public void AMistakeNamesTheLineAndTheCure(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ModelFormatException>(() => ModelReader.Read(ModelYaml.Read("m.yaml", text))).Message);

    [Fact]
    public void TheOrderOfEntriesDoesNotMatter()
    {
        var target = MemberTarget.Unbound("A.B", [], "C");
        var entries = Read("""
            version: 1
            sources:
              - member: A.B.C
                kind: web
              - member: A.B.C
                kind: file
                taints: [arg1, arg0]
            sinks:
              - member: A.B.C
                kind: sql
                takes: [arg1, arg0]
              - member: A.B.C
                kind: path
                takes: [arg0]
                when: string
            guards:
              - member: A.B.C
                for: sql
                checks: arg1
                when: false
            summaries:
              - member: A.B.C
                flow: [arg1 -> this, arg0 -> return]
            """).Members;
        var expected = Text(TaintModels.BuiltIn.With(entries).Of(target)!);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Text(TaintModels.BuiltIn.With(Shuffled(entries, seed)).Of(target)!) == expected).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<MemberModel> Shuffled(IEnumerable<MemberModel> entries, int seed) =>
        entries.Select((entry, index) => (entry, Key: unchecked((uint)((index + 1) * 2654435761L + (long)seed * (index + 7) * 40503)))).OrderBy(static pair => pair.Key).Select(static pair => pair.entry);

    private static string Text(MemberModel model) => string.Join(" / ", model.Source, string.Join(", ", model.Taints), string.Join(", ", model.Sinks),
        model.Guards, model.Checks, model.GuardWhen, string.Join(", ", model.Flows), model.HasSummary);

    private static ModelSet Read(string text) => ModelReader.Read(ModelYaml.Read("m.yaml", text));
}
