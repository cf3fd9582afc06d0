using System.Threading.Tasks;
using Corpus.GB8218.Compiled;
using Microsoft.AspNetCore.Identity;

namespace Microsoft.AspNetCore.Identity
{
    public sealed record SignInResult(bool Succeeded);

    public class SignInManager<TUser>
        where TUser : class
    {
        public virtual Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure) =>
            Task.FromResult(new SignInResult(userName.Length > 0 && password.Length > 8 && isPersistent != lockoutOnFailure));

        public virtual Task<SignInResult> CheckPasswordSignInAsync(TUser user, string password, bool lockoutOnFailure) =>
            Task.FromResult(new SignInResult(user.ToString() != password && lockoutOnFailure));
    }
}

namespace Corpus.GB8218.Compiled
{
    public sealed record Member(string Mail);

    public sealed class Doors(SignInManager<Member> signIn)
    {
        // By name.
        public async Task<bool> FrontAsync(string mail, string text) =>
            (await signIn.PasswordSignInAsync(mail, text, isPersistent: false, lockoutOnFailure: false)).Succeeded; //@true GB8218

        public async Task<bool> BackAsync(Member member, string text) =>
            (await signIn.CheckPasswordSignInAsync(member, text, false /* as it was */)).Succeeded; //@true GB8218

        public async Task<bool> SideAsync(string mail, string text) =>
            (await signIn.PasswordSignInAsync(mail, text, isPersistent: false, lockoutOnFailure: true)).Succeeded; //@near GB8218
    }
}
