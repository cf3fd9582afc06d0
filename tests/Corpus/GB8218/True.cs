//@broken
using System.Threading.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.GB8218.True;

public sealed class Login(SignInManager<User> signIn, UserManager<User> users)
{
    internal Task<SignInResult> Named(Input input) => signIn.PasswordSignInAsync(input.Mail, input.Text, input.Stays, lockoutOnFailure: false); //@true GB8218

    internal Task<SignInResult> ByPosition(Input input) => signIn.PasswordSignInAsync(input.Mail, input.Text, true, false); //@true GB8218

    internal Task<SignInResult> Checked(User user, string text) => signIn.CheckPasswordSignInAsync(user, text, false); //@true GB8218

    internal Task<SignInResult> CheckedNamed(User user, string text) => signIn.CheckPasswordSignInAsync(user, text, lockoutOnFailure: false); //@true GB8218

    internal async Task<bool> Lines(Input input)
    {
        var result = await signIn.PasswordSignInAsync(
            input.Mail,
            input.Text,
            isPersistent: false,
            lockoutOnFailure: false); //@true GB8218
        return result.Succeeded;
    }

    internal Task<SignInResult> AnyOrder(User user, string text) => signIn.PasswordSignInAsync(lockoutOnFailure: false, user: user, password: text, isPersistent: true); //@true GB8218

    internal Task<SignInResult> Constant(User user, string text)
    {
        const bool lockout = false;
        return signIn.CheckPasswordSignInAsync(user, text, lockout); //@true GB8218
    }

    internal Task<SignInResult> Local(User user, string text)
    {
        var counts = false;
        return signIn.CheckPasswordSignInAsync(user, text, counts); //@true GB8218
    }

    internal Task Free(User user) => users.SetLockoutEnabledAsync(user, false); //@true GB8218

    internal Task FreeNamed(User user) => users.SetLockoutEnabledAsync(user, enabled: false); //@true GB8218
}

public sealed class Start
{
    internal void Options(IdentityOptions options) => options.Lockout.AllowedForNewUsers = false; //@true GB8218

    internal void Attempts(IServiceCollection services) => services.Configure<IdentityOptions>(o =>
    {
        o.Lockout.MaxFailedAccessAttempts = 1000; //@true GB8218
        o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    });

    internal void Endless(LockoutOptions lockout) => lockout.MaxFailedAccessAttempts = int.MaxValue; //@true GB8218

    internal LockoutOptions Made() => new() { AllowedForNewUsers = false }; //@true GB8218

    internal IdentityOptions Nested() => new() { Lockout = new LockoutOptions { MaxFailedAccessAttempts = 500 } }; //@true GB8218

    internal IdentityUser Account(string name) => new() { UserName = name, LockoutEnabled = false }; //@true GB8218

    internal void Opened(IdentityUser user) => user.LockoutEnabled = false; //@true GB8218
}

[ApiController]
public sealed class TokensController(SignInManager<User> manager) : ControllerBase
{
    [HttpPost("token")]
    public async Task<IActionResult> Token([FromBody] Input input)
    {
        if (await manager.PasswordSignInAsync(input.Mail, input.Text, false, false) is not { Succeeded: true }) //@true GB8218
            return Unauthorized();
        return Ok();
    }
}

// file: Old.cs
namespace Corpus.GB8218.Old;

using System.Threading.Tasks;
using Microsoft.AspNet.Identity;
using Microsoft.AspNet.Identity.Owin;

public sealed class OldLogin(SignInManager<User, string> signIn)
{
    internal async Task<bool> Owin(string name, string text) => await signIn.PasswordSignInAsync(name, text, false, shouldLockout: false) == SignInStatus.Success; //@true GB8218

    internal bool Now(string name, string text) => signIn.PasswordSignIn(name, text, false, shouldLockout: false) == SignInStatus.Success; //@true GB8218

    internal void Configure(UserManager<User, string> manager)
    {
        manager.UserLockoutEnabledByDefault = false; //@true GB8218
        manager.MaxFailedAccessAttemptsBeforeLockout = 10000; //@true GB8218
    }
}

// file: Alone.cs
public sealed class AloneLogin
{
    internal async Task<bool> Alone() => (await _signInManager.PasswordSignInAsync(Input.Mail, Input.Text, Input.Stays, lockoutOnFailure: false)).Succeeded; //@true GB8218
}
