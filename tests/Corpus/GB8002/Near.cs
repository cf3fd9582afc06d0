using System.Diagnostics;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Logging;

namespace FluentValidation
{
    public sealed class ValidationResult
    {
        public bool IsValid { get; init; }
    }

    public interface IValidator<T>
    {
        ValidationResult Validate(T instance);
    }

    public static class Extensions
    {
        public static void ValidateAndThrow<T>(this IValidator<T> validator, T instance)
        {
            if (!validator.Validate(instance).IsValid) //@near GB8002
                throw new ArgumentException("The instance is not valid.", nameof(instance));
        }
    }
}

namespace Corpus.GB8002.Near
{
    public sealed class Account;

    public sealed record Order(string Text);

    public interface ITicketReader
    {
        ClaimsPrincipal ValidateToken(string token, string issuer);
    }

    public sealed class Package(ILogger<Package> logger)
    {
        private bool _isTrusted;

        // Decides.
        public byte[] Open(RSA key, byte[] data, byte[] signature)
        {
            if (!key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)) //@near GB8002
                throw new CryptographicException("The signature is wrong.");
            return data;
        }

        // Handed to the caller.
        public bool IsGenuine(RSA key, byte[] data, byte[] signature) => key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss); //@near GB8002

        // Handed out beside the data.
        public (byte[] Data, bool IsGenuine) Read(RSA key, byte[] data, byte[] signature)
        {
            var ok = key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss); //@near GB8002
            return (data, ok);
        }

        // Kept where others read it.
        public void Check(RSA key, byte[] data, byte[] signature)
        {
            _isTrusted = key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss); //@near GB8002
        }

        public bool IsTrusted => _isTrusted;

        // Logged and then decided by.
        public byte[] Load(ECDsa key, byte[] data, byte[] signature)
        {
            var ok = key.VerifyData(data, signature, HashAlgorithmName.SHA256); //@near GB8002
            logger.LogInformation("Signature: {Ok}", ok);
            return ok ? data : [];
        }

        // The chain is built for its elements.
        public int Depth(X509Certificate2 certificate)
        {
            using var chain = new X509Chain();
            chain.Build(certificate); //@near GB8002
            return chain.ChainElements.Count;
        }

        // Its status is asked afterwards.
        public bool IsRevoked(X509Certificate2 certificate)
        {
            using var chain = new X509Chain();
            chain.Build(certificate); //@near GB8002
            return chain.ChainStatus.Any(static s => s.Status == X509ChainStatusFlags.Revoked);
        }

        // One of two is enough.
        public bool IsSigned(RSA old, RSA current, byte[] data, byte[] signature) =>
            current.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss) //@near GB8002
            || old.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss); //@near GB8002

        // Counted, and the count decides.
        public int Count(RSA key, IReadOnlyList<(byte[] Data, byte[] Signature)> parts)
        {
            var genuine = 0;
            foreach (var (data, signature) in parts)
            {
                if (key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)) //@near GB8002
                    genuine++;
            }

            return genuine;
        }

        // An invariant of the code's own, not a check of input.
        public void Sort(int[] numbers)
        {
            Array.Sort(numbers);
            Debug.Assert(IsVerified(numbers)); //@near GB8002
        }

        private static bool IsVerified(int[] numbers) => numbers.Zip(numbers.Skip(1)).All(static p => p.First <= p.Second);
    }

    public sealed class AccountController(UserManager<Account> users, SignInManager<Account> signIn, IPasswordHasher<Account> hasher, IAuthorizationService authorization, IAntiforgery antiforgery, ITicketReader tickets) : Controller
    {
        // It takes as long as for a user that there is.
        public async Task<bool> Login(string name, string password)
        {
            var account = await users.FindByNameAsync(name);
            if (account is null)
            {
                hasher.VerifyHashedPassword(new Account(), "dummy", password); //@near GB8002
                return false;
            }

            return hasher.VerifyHashedPassword(account, "hash", password) != PasswordVerificationResult.Failed; //@near GB8002
        }

        public async Task<IActionResult> Enter(string name, string password)
        {
            var result = await signIn.PasswordSignInAsync(name, password, false, true); //@near GB8002
            return result.Succeeded ? RedirectToAction("Index") : View();
        }

        // The seed's own token is right.
        public async Task Seed(Account account)
        {
            var token = await users.GenerateEmailConfirmationTokenAsync(account);
            await users.ConfirmEmailAsync(account, token); //@near GB8002 @true GB3007
        }

        public async Task<IActionResult> Edit(Order order)
        {
            var allowed = await authorization.AuthorizeAsync(User, order, "edit"); //@near GB8002
            return allowed.Succeeded ? View(order) : Forbid();
        }

        // Read by a pattern.
        public async Task<IActionResult> Show(Order order) =>
            await authorization.AuthorizeAsync(User, order, "show") is { Succeeded: true } ? View(order) : Forbid(); //@near GB8002

        // This one throws.
        public async Task Post()
        {
            await antiforgery.ValidateRequestAsync(HttpContext); //@near GB8002
        }

        // So does this, and its value is the user.
        public void Read(string token)
        {
            tickets.ValidateToken(token, "issuer"); //@near GB8002
        }

        // The answer is written into the model state.
        public IActionResult Save(Order order)
        {
            TryValidateModel(order); //@near GB8002
            return ModelState.IsValid ? Ok() : BadRequest();
        }

        public IActionResult Admin()
        {
            if (!User.IsInRole("admin")) //@near GB8002
                return Forbid();
            return View();
        }
    }

    public sealed class Orders(IValidator<Order> validator, ILogger<Orders> logger, ModelStateDictionary state)
    {
        private readonly List<string> _failures = [];

        public void Add(Order order)
        {
            validator.ValidateAndThrow(order); //@near GB8002
            logger.LogInformation("Added.");
        }

        // It throws as well as answers.
        public void Ship(string token)
        {
            VerifyToken(token); //@near GB8002
            logger.LogInformation("Shipped.");
        }

        // It gathers what is wrong.
        public bool Check(Order order)
        {
            ValidateCredentials(order.Text, "x"); //@near GB8002
            return _failures.Count == 0;
        }

        // It marks the request as refused.
        public void Enter(string role)
        {
            HasRole(role); //@near GB8002
        }

        private static bool VerifyToken(string token) => token.Length == 34 ? true : throw new UnauthorizedAccessException();

        private bool ValidateCredentials(string user, string password)
        {
            if (password.Length < 12)
                _failures.Add(user);
            return _failures.Count == 0;
        }

        private bool HasRole(string role)
        {
            if (role.Length == 0)
                state.AddModelError("role", "There is none.");
            return role.Length > 0;
        }
    }
}
