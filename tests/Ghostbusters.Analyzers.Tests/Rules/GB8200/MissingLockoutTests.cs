using Ghostbusters.Analyzers.Rules.GB8200;
using Ghostbusters.CodeFixes.Rules.GB8200;

namespace Ghostbusters.Analyzers.Tests.Rules.GB8200;

public class MissingLockoutTests
{
    private const string Usings = "namespace Microsoft.AspNetCore.Identity { public class SignInManager<T> { public Task<bool> PasswordSignInAsync(string n, string p, bool isPersistent, bool lockoutOnFailure) => Task.FromResult(true); public Task<bool> CheckPasswordSignInAsync(T u, string p, bool lockoutOnFailure) => Task.FromResult(true); } public class LockoutOptions { public bool AllowedForNewUsers { get; set; } public int MaxFailedAccessAttempts { get; set; } } } namespace N { using Microsoft.AspNetCore.Identity; ";

    [Theory]
    [InlineData("Task<bool> M(SignInManager<C> m) => m.PasswordSignInAsync(\"a\", \"b\", true, [|lockoutOnFailure: false|]);")]
    [InlineData("Task<bool> M(SignInManager<C> m) => m.PasswordSignInAsync(\"a\", \"b\", true, [|false|]);")]
    [InlineData("Task<bool> M(SignInManager<C> m) => m.CheckPasswordSignInAsync(this, \"b\", [|false|]);")]
    [InlineData("void M(LockoutOptions o) { [|o.AllowedForNewUsers = false|]; }")]
    [InlineData("void M(LockoutOptions o) { [|o.MaxFailedAccessAttempts = 5000|]; }")]
    public Task Misuse_Triggers(string member) => RuleTest.VerifyAsync<MissingLockout>($"{Usings}class C {{ {member} }} }}");

    [Theory]
    [InlineData("Task<bool> M(SignInManager<C> m) => m.PasswordSignInAsync(\"a\", \"b\", false, lockoutOnFailure: true);")]
    [InlineData("Task<bool> M(SignInManager<C> m, bool b) => m.PasswordSignInAsync(\"a\", \"b\", false, b);")]
    [InlineData("Task<bool> M(SignInManager<C> m) => m.CheckPasswordSignInAsync(this, \"b\", true);")]
    [InlineData("void AccessFailedAsync() { } async Task M(SignInManager<C> m) { if (!await m.CheckPasswordSignInAsync(this, \"b\", false)) AccessFailedAsync(); }")]
    [InlineData("void M(LockoutOptions o) { o.AllowedForNewUsers = true; o.MaxFailedAccessAttempts = 5; }")]
    [InlineData("bool AllowedForNewUsers; void M() => AllowedForNewUsers = false;")]
    public Task Honest_DoesNotTrigger(string member) => RuleTest.VerifyAsync<MissingLockout>($"{Usings}class C {{ {member} }} }}");

    [Fact]
    public Task NamedWithoutTheLibrary_Triggers() => RuleTest.VerifyBrokenAsync<MissingLockout>("class C { object M() => _manager.PasswordSignInAsync(Input.Mail, Input.Text, true, [|lockoutOnFailure: false|]); }");

    [Theory]
    [InlineData("lockoutOnFailure: false", "lockoutOnFailure: true")]
    [InlineData("false", "true")]
    public Task Repair_CountsFailures(string before, string after) => RepairTest.VerifyAsync<MissingLockout, LockoutRepair>(
        $"{Usings}class C {{ Task<bool> M(SignInManager<C> m) => m.PasswordSignInAsync(\"a\", \"b\", false, {before}); }} }}",
        $"{Usings}class C {{ Task<bool> M(SignInManager<C> m) => m.PasswordSignInAsync(\"a\", \"b\", false, {after}); }} }}");

    [Fact]
    public Task Repair_OfALimit_IsNotOffered() => RepairTest.VerifyNotOfferedAsync<MissingLockout, LockoutRepair>(
        Usings + "class C { void M(LockoutOptions o) { o.MaxFailedAccessAttempts = 5000; } } }");
}
