//@broken
using System.Threading.Tasks;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Hosting;

namespace Corpus.GB8218.Near;

public sealed class Login(SignInManager<User> signIn, UserManager<User> users)
{
    internal Task<SignInResult> Named(Input input) => signIn.PasswordSignInAsync(input.Mail, input.Text, input.Stays, lockoutOnFailure: true); //@near GB8218

    internal Task<SignInResult> ByPosition(Input input) => signIn.PasswordSignInAsync(input.Mail, input.Text, false, true); //@near GB8218

    internal Task<SignInResult> Checked(User user, string text) => signIn.CheckPasswordSignInAsync(user, text, true); //@near GB8218

    internal Task<SignInResult> Chosen(Input input, bool lockout) => signIn.PasswordSignInAsync(input.Mail, input.Text, false, lockout); //@near GB8218

    internal Task<SignInResult> Configured(Input input, Config config) => signIn.PasswordSignInAsync(input.Mail, input.Text, false, lockoutOnFailure: config.LocksAccounts); //@near GB8218

    internal Task Stays(User user) => signIn.SignInAsync(user, isPersistent: false); //@near GB8218

    internal Task<SignInResult> Code(string code) => signIn.TwoFactorAuthenticatorSignInAsync(code, false, false); //@near GB8218

    internal Task<SignInResult> External(string provider, string key) => signIn.ExternalLoginSignInAsync(provider, key, false, false); //@near GB8218

    internal Task Locked(User user) => users.SetLockoutEnabledAsync(user, true); //@near GB8218

    internal Task<IdentityResult> Unlock(User user) => users.SetLockoutEnabledAsync(user, false); //@near GB8218

    internal Task Ended(User user) => users.SetLockoutEndDateAsync(user, null); //@near GB8218

    internal Task Reset(User user) => users.ResetAccessFailedCountAsync(user); //@near GB8218
}

public sealed class CountingLogin(SignInManager<User> signIn, UserManager<User> users)
{
    internal async Task<bool> Counts(User user, string text)
    {
        var result = await signIn.CheckPasswordSignInAsync(user, text, false); //@near GB8218
        return result.Succeeded || !(await users.AccessFailedAsync(user)).Succeeded;
    }
}

[EnableRateLimiting("login")]
public sealed class LimitedController(SignInManager<User> signIn) : ControllerBase
{
    internal Task<SignInResult> Limited(Input input) => signIn.PasswordSignInAsync(input.Mail, input.Text, false, false); //@near GB8218
}

public sealed class CaptchaLogin(SignInManager<User> signIn, ICaptcha captcha)
{
    internal async Task<bool> Solved(Input input) =>
        await captcha.IsSolvedAsync(input.Answer) && (await signIn.PasswordSignInAsync(input.Mail, input.Text, false, false)).Succeeded; //@near GB8218
}

public sealed class AttemptLogin(SignInManager<User> signIn, ILoginAttempts loginAttempts)
{
    internal async Task<bool> Own(Input input)
    {
        if (loginAttempts.Of(input.Mail) > 5)
            return false;
        return (await signIn.PasswordSignInAsync(input.Mail, input.Text, false, false)).Succeeded; //@near GB8218
    }
}

public sealed class Start
{
    internal void Options(IdentityOptions options) => options.Lockout.AllowedForNewUsers = true; //@near GB8218

    internal void Attempts(LockoutOptions lockout) => lockout.MaxFailedAccessAttempts = 10; //@near GB8218

    internal void Given(LockoutOptions lockout, int attempts) => lockout.MaxFailedAccessAttempts = attempts; //@near GB8218

    internal IdentityUser Account(string name) => new() { UserName = name, LockoutEnabled = true }; //@near GB8218

    internal void DevelopmentOnly(IHostEnvironment environment, IdentityOptions options)
    {
        if (environment.IsDevelopment())
            options.Lockout.AllowedForNewUsers = false; //@near GB8218
    }
}

public sealed class UserSeeder
{
    internal IdentityUser Service(string name) => new() { UserName = name, LockoutEnabled = false }; //@near GB8218
}

public sealed class Doors
{
    public bool LockoutEnabled { get; set; }

    internal void Open() => LockoutEnabled = false; //@near GB8218

    internal Doors Made() => new() { LockoutEnabled = false }; //@near GB8218

    internal Task PasswordSignInAsync(string name, string text, bool stays, bool loud) => Task.CompletedTask;

    internal Task Own(Doors doors) => doors.PasswordSignInAsync("a", "b", true, false); //@near GB8218
}
