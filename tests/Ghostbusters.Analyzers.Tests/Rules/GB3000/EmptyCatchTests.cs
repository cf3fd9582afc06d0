using Ghostbusters.Analyzers.Rules.GB3000;
using Ghostbusters.CodeFixes.Rules.GB3000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB3000;

public class EmptyCatchTests
{
    private static Task Verify(string statements, string method = "void M()") =>
        RuleTest.VerifyAsync<EmptyCatch>($$"""
            using System.Reflection;
            class C
            {
                IDisposable _d = null!;
                static void Work() { }
                {{method}}
                {
                    {{statements}}
                }
            }
            """);

    [Fact]
    public Task NoTypeNoBody_Triggers() => Verify("try { Work(); } [|catch|] { }");

    [Fact]
    public Task AnyException_Triggers() => Verify("try { Work(); } [|catch|] (Exception) { }");

    [Fact]
    public Task SpecificException_Triggers() => Verify("try { Work(); } [|catch|] (IOException e) { }");

    [Fact]
    public Task EmptyStatements_Triggers() => Verify("try { Work(); } [|catch|] { ; { } }");

    [Fact]
    public Task TrueFilter_Triggers() => Verify("try { Work(); } [|catch|] (Exception) when (true) { }");

    [Theory]
    [InlineData("// ignore")]
    [InlineData("// Swallow any exception")]
    [InlineData("// TODO: tell the user that the disk is full")]
    [InlineData("// Console.Error.WriteLine(e.Message);")]
    [InlineData("// -----")]
    [InlineData("// do nothing here")]
    public Task CommentWithoutReason_Triggers(string comment) => Verify($"try {{ Work(); }} [|catch|] (Exception)\n{{\n{comment}\n}}");

    [Fact]
    public Task OneOfTwoCatches_Triggers() => Verify("try { Work(); } catch (IOException e) { Console.WriteLine(e); } [|catch|] { }");

    [Fact]
    public Task TestFailInTryUnderBroadCatch_Triggers() => Verify("try { Work(); Xunit.Assert.Fail(\"no\"); } [|catch|] (Exception) { }", "[Xunit.Fact] public void M()");

    [Fact]
    public Task TryMethodThatFallsThrough_Triggers() => Verify("try { Work(); } [|catch|] { } return true;", "bool TryM()");

    [Fact]
    public async Task Message_QuotesTheComment()
    {
        var found = await RuleTest.VerifyAsync<EmptyCatch>("class C { void M() { try { Console.WriteLine(); } [|catch|] (Exception) { /* nothing */ } } }");
        Assert.Equal(
            "This catch claims to handle 'Exception', but it does nothing: its comment 'nothing' gives no reason. Handle it, rethrow it, or state in the catch why it may be dropped.",
            Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("try { Work(); } catch { /* the terminal is gone: nobody to tell */ }")]
    [InlineData("try { Work(); } catch { } // the cache is only a shortcut")]
    [InlineData("try { Work(); } catch (Exception) // older servers lack this command\n{ }")]
    [InlineData("// Best effort: the lock file may be held by another process\ntry { Work(); } catch { }")]
    [InlineData("try { Work(); return; } catch { }\n// Fall back to the slower way\nWork();")]
    [InlineData("try { /* may fail on old kernels */ Work(); } catch { }")]
    public Task ReasonInComment_DoesNotTrigger(string statements) => Verify(statements.Replace("{ /*", "{\n/*"));

    [Theory]
    [InlineData("try { Work(); } catch (OperationCanceledException) { }")]
    [InlineData("try { Work(); } catch (System.ObjectDisposedException) { }")]
    [InlineData("try { Work(); } catch (PlatformNotSupportedException) { }")]
    [InlineData("try { Work(); } catch (IOException e) when (e.HResult == 5) { }")]
    public Task TypeOrFilterNamesTheOutcome_DoesNotTrigger(string statements) => Verify(statements);

    [Fact]
    public Task Something_DoesNotTrigger() => Verify("try { Work(); } catch (Exception e) { Console.WriteLine(e); }");

    [Fact]
    public Task OtherConfiguration_DoesNotTrigger() => Verify("try { Work(); } catch\n{\n#if TRACING\nConsole.WriteLine();\n#endif\n}");

    [Fact]
    public Task TryMethodWithSpecificType_DoesNotTrigger() => Verify("try { v = int.Parse(s); return true; } catch (FormatException) { } v = 0; return false;", "bool TryM(string s, out int v)");

    [Fact]
    public Task FallbackAfterReturn_DoesNotTrigger() => Verify("try { return Assembly.Load(n); } catch (BadImageFormatException) { } return Assembly.LoadFrom(n);", "Assembly M(string n)");

    [Fact]
    public Task ExpectedExceptionInTest_DoesNotTrigger() => Verify("try { Work(); } catch (InvalidOperationException) { }", "[Xunit.Fact] public void M()");

    [Fact]
    public Task AssertFailIdiom_DoesNotTrigger() => Verify("try { Work(); NUnit.Framework.Assert.Fail(); } catch (InvalidOperationException) { }");

    [Fact]
    public Task Finalizer_DoesNotTrigger() => Verify("try { Work(); } catch { }", "~C()");

    [Fact]
    public Task Dispose_DoesNotTrigger() => Verify("try { Work(); } catch { }", "public void Dispose()");

    [Fact]
    public Task InsideFinally_DoesNotTrigger() => Verify("try { Work(); } finally { try { Work(); } catch { } }");

    [Fact]
    public Task LoggingInsideHandler_DoesNotTrigger() => Verify("try { Work(); } catch (Exception e) { try { Console.WriteLine(e); } catch { } throw; }");

    [Fact]
    public Task ReleaseOfAnObject_DoesNotTrigger() => Verify("try { _d.Dispose(); } catch { }");

    [Fact]
    public Task BestEffortCleanup_DoesNotTrigger() => Verify("try { File.Delete(\"a\"); } catch { }");

    [Fact]
    public Task NarrowTypesOneAfterTheOther_DoNotTrigger() => Verify("try { Console.WriteLine(int.Parse(\"1\")); } catch (FormatException) { } catch (OverflowException) { }");

    [Fact]
    public Task CleanupWithSpecificType_DoesNotTrigger() => Verify("try { File.Delete(\"a\"); } catch (IOException) { }");

    [Theory]
    [InlineData("try { if (_t.Connection is not null) _t.Rollback(); } catch { }")]
    [InlineData("object o = _d; try { switch (o) { case Stream s: s.Close(); break; case IDisposable d: d.Dispose(); break; } } catch (Exception) { }")]
    [InlineData("try { Work(); } catch { } throw new InvalidOperationException(\"never called\");")]
    [InlineData("try { Work(); } catch (System.Security.Cryptography.X509Certificates.ThumbprintNotFoundException) { }")]
    [InlineData("var image = false; try { if (Path.GetExtension(\"a\") is \".png\") { image = true; } } catch (ArgumentException) { } Console.WriteLine(image);")]
    public Task NothingIsHidden_DoesNotTrigger(string statements) => RuleTest.VerifyAsync<EmptyCatch>($$"""
        namespace System.Security.Cryptography.X509Certificates { class ThumbprintNotFoundException : Exception { } }
        class C { IDisposable _d = null!; System.Data.IDbTransaction _t = null!; static void Work() { } void M() { {{statements}} } }
        """);

    [Fact]
    public Task AwaitedRollback_DoesNotTrigger() =>
        Verify("try { await _t.RollbackAsync(default).ConfigureAwait(false); } catch (Exception) { }", "System.Data.Common.DbTransaction _t = null!; async Task M()");

    [Theory]
    [InlineData("try { if (_d is Stream s) s.Close(); else Work(); } [|catch|] { }")]
    [InlineData("try { Work(); } [|catch|] { } Work(); throw new InvalidOperationException();")]
    [InlineData("try { Work(); } [|catch|] (KeyNotFoundException) { }")]
    [InlineData("var done = false; try { Work(); done = true; } [|catch|] { } Console.WriteLine(done);")]
    public Task LooksAccountedFor_Triggers(string statements) => Verify(statements);

    [Fact]
    public Task NameThatSaysSo_DoesNotTrigger() => Verify("try { Work(); } catch { }", "void RunSafely()");

    [Fact]
    public Task TypeSetApartFromHandledOnes_DoesNotTrigger() =>
        Verify("try { Work(); } catch (NotSupportedException) { } catch (Exception e) { Console.WriteLine(e); }");

    [Fact]
    public Task EmptyTry_DoesNotTrigger() => Verify("try { } catch { } finally { Work(); }");

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<EmptyCatch>("class C { void M() { try { M(); } catch (");

    [Fact]
    public Task Repair_RethrowsOnOneLine() => RepairTest.VerifyAsync<EmptyCatch, EmptyCatchRepair>(
        "class C { void M() { try { Console.WriteLine(); } catch { } } }",
        "class C { void M() { try { Console.WriteLine(); } catch { throw; } } }");

    [Fact]
    public Task Repair_KeepsComments() => RepairTest.VerifyAsync<EmptyCatch, EmptyCatchRepair>(
        """
        class C
        {
            void M()
            {
                try { Console.WriteLine(); }
                catch (IOException)
                {
                    // ignore
                }
                try { Console.WriteLine(); } catch { /* ignore */ }
            }
        }
        """,
        """
        class C
        {
            void M()
            {
                try { Console.WriteLine(); }
                catch (IOException)
                {
                    // ignore
                    throw;
                }
                try { Console.WriteLine(); } catch { /* ignore */ throw; }
            }
        }
        """);

    [Fact]
    public Task Repair_ReplacesEmptyStatement() => RepairTest.VerifyAsync<EmptyCatch, EmptyCatchRepair>(
        "class C { async Task M() { try { await Task.Yield(); } catch { ; } } }",
        "class C { async Task M() { try { await Task.Yield(); } catch { throw; } } }");

    [Theory]
    [InlineData("bool TryM() { try { Console.WriteLine(); } catch { } return true; }")]
    [InlineData("async void M() { try { await Task.Yield(); } catch { } }")]
    [InlineData("static C() { try { Console.WriteLine(); } catch { } }")]
    [InlineData("public override string ToString() { try { Console.WriteLine(); } catch { } return \"\"; }")]
    [InlineData("IEnumerable<int> M() { try { Console.WriteLine(); } catch { } yield return 1; }")]
    [InlineData("int M() { try { return Console.Read(); } catch { } return 0; }")]
    [InlineData("event Action E { add { try { Console.WriteLine(); } catch { } } remove { } }")]
    public Task Repair_IsNotOffered(string member) => RepairTest.VerifyNotOfferedAsync<EmptyCatch, EmptyCatchRepair>($"class C {{ {member} }}");
}
