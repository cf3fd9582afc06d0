using Ghostbusters.Analyzers.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class PartialFailureHiddenTests
{
    private static Task Verify(string members) => RuleTest.VerifyAsync<PartialFailureHidden>($$"""
        public record Item(int Id);
        public class Job { public string Status { get; set; } = ""; }
        public class Store
        {
            readonly List<string> _errors = [];
            static void Save(Item i) { }
            static Item Read(string path) => new(1);
            static Task SaveAsync(Item i) => Task.CompletedTask;
            static bool Send(Item i) => i.Id > 3;
            static Task<bool> SendAsync(Item i) => Task.FromResult(i.Id > 3);
            static bool Matches(Item i) => i.Id > 3;
            static void Log(Exception e) { }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("bool SaveAll(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); } } [|return true;|] }")]
    [InlineData("async Task<bool> SaveAll(List<Item> l) { foreach (var i in l) { try { await SaveAsync(i); } catch { continue; } } [|return true;|] }")]
    [InlineData("void M(Item[] l) { for (var k = 0; k < l.Length; k++) { try { Save(l[k]); } catch (Exception e) { Log(e); } } [|Console.WriteLine(\"All items saved\");|] }")]
    [InlineData("void M(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); } } [|Console.WriteLine($\"{l.Count} items saved\");|] }")]
    [InlineData("void M(List<Item> l, Job j) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); } } [|j.Status = \"Completed\";|] }")]
    [InlineData("int SaveAll(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); } } [|return l.Count;|] }")]
    [InlineData("bool SaveAll(Queue<Item> q) { while (q.Count > 0) { try { Save(q.Dequeue()); } catch (Exception e) { Log(e); } } [|return true;|] }")]
    public Task DroppedInCatch_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("bool SendAll(List<Item> l) { foreach (var i in l) { if (!Send(i)) continue; Console.WriteLine(i.Id); } [|return true;|] }")]
    [InlineData("async Task<bool> SendAll(List<Item> l) { foreach (var i in l) { var ok = await SendAsync(i); if (!ok) { Console.WriteLine(\"failed\"); continue; } Console.WriteLine(i.Id); } [|return true;|] }")]
    public Task DroppedByOutcome_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("bool SaveAll(List<Item> l) { var bad = 0; foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); bad++; } } return bad == 0; }")]
    [InlineData("bool SaveAll(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { _errors.Add(e.Message); } } return true; }")]
    [InlineData("bool SaveAll(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); return false; } } return true; }")]
    [InlineData("bool SaveAll(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); throw; } } return true; }")]
    [InlineData("bool SaveAll(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception) { } } return true; }")]
    [InlineData("bool SaveAny(List<Item> l) { foreach (var i in l) { try { Save(i); break; } catch (Exception e) { Log(e); } } return true; }")]
    [InlineData("bool LoadAll(List<string> l) { foreach (var i in l) { try { Read(i); } catch (Exception e) { Log(e); } } return true; }")]
    [InlineData("bool SaveSafely(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); } } return true; }")]
    [InlineData("void M(List<Item> l) { var n = 0; foreach (var i in l) { try { Save(i); n++; } catch (Exception e) { Log(e); } } Console.WriteLine($\"All done: {n}\"); }")]
    [InlineData("void M(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); } } Console.WriteLine(\"Done\"); }")]
    [InlineData("bool SaveAll(List<Item> l) { foreach (var i in l) { try { Save(i); } catch (Exception e) { Log(e); } } if (l.Count > 3) return false; return true; }")]
    [InlineData("bool SaveMatching(List<Item> l) { foreach (var i in l) { if (!Matches(i)) continue; Save(i); } return true; }")]
    [InlineData("bool SendAll(List<Item> l) { foreach (var i in l) { if (!Send(i)) { _errors.Add(\"x\"); continue; } Save(i); } return true; }")]
    [InlineData("bool SendAll(List<Item> l) { foreach (var i in l) { if (!Send(i)) return false; } return true; }")]
    [InlineData("void Run() { while (true) { try { Save(new Item(1)); } catch (Exception e) { Log(e); } } }")]
    [InlineData("bool SaveOne(Item i) { for (var attempt = 0; attempt < 3; attempt++) { try { Save(i); } catch (Exception e) { Log(e); } } return true; }")]
    public Task ToldOrNotMeant_DoesNotTrigger(string members) => Verify(members);

    [Theory]
    [InlineData("void SaveOne(Item i) { try { Save(i); } catch (Exception e) { Log(e); } } bool SaveAll(List<Item> l) { foreach (var i in l) SaveOne(i); [|return true;|] }")]
    [InlineData("async Task SaveOneAsync(Item i) { try { await SaveAsync(i); } catch (Exception e) { Log(e); } } async Task<bool> SaveAll(List<Item> l) { foreach (var i in l) { await SaveOneAsync(i).ConfigureAwait(false); } [|return true;|] }")]
    [InlineData("void Core(Item i) { try { Save(i); } catch (Exception e) { Log(e); } } void One(Item i) => Core(i); bool SaveAll(List<Item> l) { foreach (var i in l) One(i); [|return true;|] }")]
    [InlineData("void SaveOne(Item i) { try { Save(i); } catch (Exception e) { Log(e); } } void M(List<Item> l) { for (var k = 0; k < l.Count; k++) { var i = l[k]; SaveOne(i); } [|Console.WriteLine(\"All items saved\");|] }")]
    [InlineData("void SaveOne(Item i) { try { Save(i); } catch (Exception e) { Log(e); return; } } void M(List<Item> l, Job j) { foreach (var i in l) { SaveOne(i); } [|j.Status = \"Completed\";|] }")]
    [InlineData("bool SaveOne(Item i) { try { Save(i); return true; } catch (Exception e) { Log(e); return false; } } bool SaveAll(List<Item> l) { foreach (var i in l) SaveOne(i); [|return true;|] }")]
    public Task DroppedInCallee_Triggers(string members) => Verify(members);

    [Theory]
    [InlineData("void SaveOne(Item i) { try { Save(i); } catch (Exception e) { Log(e); throw; } } bool SaveAll(List<Item> l) { foreach (var i in l) SaveOne(i); return true; }")]
    [InlineData("void SaveOne(Item i) { try { Save(i); } catch (Exception e) { _errors.Add(e.Message); } } bool SaveAll(List<Item> l) { foreach (var i in l) SaveOne(i); return true; }")]
    [InlineData("bool SaveOne(Item i) { try { Save(i); return true; } catch (Exception e) { Log(e); return false; } } bool SaveAll(List<Item> l) { var all = true; foreach (var i in l) all &= SaveOne(i); return all; }")]
    [InlineData("protected virtual void SaveOne(Item i) { try { Save(i); } catch (Exception e) { Log(e); } } bool SaveAll(List<Item> l) { foreach (var i in l) SaveOne(i); return true; }")]
    [InlineData("void TrySaveOne(Item i) { try { Save(i); } catch (Exception e) { Log(e); } } bool SaveAll(List<Item> l) { foreach (var i in l) TrySaveOne(i); return true; }")]
    [InlineData("void SaveOne(Item i) { try { Save(i); } catch (FormatException e) { Log(e); } } bool SaveAll(List<Item> l) { foreach (var i in l) SaveOne(i); return true; }")]
    [InlineData("void SaveOne(Item i) { try { Save(i); } catch (Exception e) { Log(e); } } void M(List<Item> l) { foreach (var i in l) SaveOne(i); Console.WriteLine(\"Done\"); }")]
    [InlineData("void Beat() { try { Save(new Item(1)); } catch (Exception e) { Log(e); } } bool SaveAll(List<Item> l) { foreach (var i in l) { Save(i); Beat(); } return true; }")]
    [InlineData("void SaveOne(Item i) { try { Read(\"x\"); } catch (Exception e) { Log(e); } Save(i); } bool SaveAll(List<Item> l) { foreach (var i in l) SaveOne(i); return true; }")]
    [InlineData("int _bad; void SaveOne(Item i) { try { Save(i); } catch (Exception e) { Log(e); _bad++; } } bool SaveAll(List<Item> l) { foreach (var i in l) SaveOne(i); return true; }")]
    public Task ToldByCallee_DoesNotTrigger(string members) => Verify(members);
}
