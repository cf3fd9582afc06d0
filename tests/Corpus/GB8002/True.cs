using System.Diagnostics;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FluentValidation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace FluentValidation
{
    public sealed class ValidationResult
    {
        public bool IsValid { get; init; }
    }

    public interface IValidator<in T>
    {
        ValidationResult Validate(T instance);

        Task<ValidationResult> ValidateAsync(T instance, CancellationToken cancellation = default);
    }
}

namespace Corpus.GB8002.True
{
    public sealed class Account
    {
        public string Name { get; set; } = "";
    }

    public sealed record Order(string Text);

    public interface ILicenseCheck
    {
        bool IsLicenseValid(string key);
    }

    public sealed class Package(ILogger<Package> logger)
    {
        // The whole verification is a statement.
        public byte[] Open(RSA key, byte[] data, byte[] signature)
        {
            key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss); //@true GB8002
            return data;
        }

        // Put into a variable that nobody reads.
        public byte[] OpenHash(ECDsa key, byte[] hash, byte[] signature)
        {
            var isGenuine = key.VerifyHash(hash, signature); //@true GB8002
            return hash;
        }

        // Discarded on purpose, and no reason given.
        public void Install(byte[] file, byte[] expected)
        {
            _ = CryptographicOperations.FixedTimeEquals(SHA256.HashData(file), expected); //@true GB8002
            File.WriteAllBytes("app.bin", file);
        }

        // Read only by the log.
        public byte[] Load(DSA key, byte[] data, byte[] signature)
        {
            var ok = key.VerifyData(data, signature, HashAlgorithmName.SHA256); //@true GB8002
            logger.LogInformation("Signature: {Ok}", ok);
            return data;
        }

        // The branch on it is empty.
        public byte[] Unpack(RSA key, byte[] data, byte[] signature)
        {
            if (!key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)) //@true GB8002
            {
            }

            return data;
        }

        // The branch only logs, and what fails goes on.
        public byte[] Receive(RSA key, byte[] data, byte[] signature)
        {
            if (!key.VerifyData(data, signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pss)) //@true GB8002
                logger.LogWarning("The signature is wrong.");
            return data;
        }

        // In a release build nobody asks.
        public byte[] Trust(RSA key, byte[] data, byte[] signature)
        {
            Debug.Assert(key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)); //@true GB8002
            return data;
        }

        // The variable is overwritten before it is read.
        public bool OpenTwice(RSA key, byte[] data, byte[] first, byte[] second)
        {
            var ok = key.VerifyData(data, first, HashAlgorithmName.SHA256, RSASignaturePadding.Pss); //@true GB8002
            ok = key.VerifyData(data, second, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
            return ok;
        }

        // Built, and its answer dropped.
        public void Connect(X509Certificate2 certificate)
        {
            using var chain = new X509Chain();
            chain.Build(certificate); //@true GB8002
            logger.LogInformation("Connected to {Subject}.", certificate.Subject);
        }

        public string Subject(X509Certificate2 certificate)
        {
            certificate.Verify(); //@true GB8002
            return certificate.Subject;
        }
    }

    public sealed class AccountController(UserManager<Account> users, SignInManager<Account> signIn, IPasswordHasher<Account> hasher, IAuthorizationService authorization, IAntiforgery antiforgery) : Controller
    {
        // Whether the password was right or not, the user is sent on.
        [HttpPost, ValidateAntiForgeryToken]
        public async Task<IActionResult> Login(string name, string password)
        {
            await signIn.PasswordSignInAsync(name, password, isPersistent: false, lockoutOnFailure: true); //@true GB8002
            return RedirectToAction("Index");
        }

        public async Task<string> Change(Account account, string password)
        {
            await users.CheckPasswordAsync(account, password); //@true GB8002
            return await users.GeneratePasswordResetTokenAsync(account);
        }

        public string Rehash(Account account, string hash, string password)
        {
            var result = hasher.VerifyHashedPassword(account, hash, password); //@true GB8002
            return hasher.HashPassword(account, password);
        }

        // The result is an object that has to be asked.
        public async Task<IActionResult> Edit(Order order)
        {
            await authorization.AuthorizeAsync(User, order, "edit"); //@true GB8002
            return View(order);
        }

        public async Task<IActionResult> Delete(Order order)
        {
            var allowed = await authorization.AuthorizeAsync(User, order, "delete"); //@true GB8002
            return Ok(order.Text);
        }

        public async Task Post()
        {
            await antiforgery.IsRequestValidAsync(HttpContext); //@true GB8002
        }

        public IActionResult Back(string url)
        {
            Url.IsLocalUrl(url); //@true GB8002
            return Ok(url.Length);
        }

        public IActionResult Admin()
        {
            User.IsInRole("admin"); //@true GB8002
            return View();
        }

        // Asked, with the same way on either side.
        public IActionResult Reports()
        {
            if (User.HasClaim("reports", "read")) //@true GB8002
                Console.WriteLine("allowed");
            else
                Console.WriteLine("not allowed");
            return View();
        }

        public async Task Confirm(Account account, string token)
        {
            await users.ConfirmEmailAsync(account, token).ConfigureAwait(false); //@true GB8002
        }
    }

    public sealed class Orders(IValidator<Order> validator, ILicenseCheck license, ILogger<Orders> logger)
    {
        private readonly List<Order> _orders = [];

        // The validator answers, it does not throw.
        public void Add(Order order)
        {
            validator.Validate(order); //@true GB8002
            _orders.Add(order);
        }

        public async Task AddAsync(Order order)
        {
            var result = await validator.ValidateAsync(order); //@true GB8002
            _orders.Add(order);
        }

        // A method of our own, behind an interface.
        public void Start(string key)
        {
            license.IsLicenseValid(key); //@true GB8002
            logger.LogInformation("Started.");
        }

        // A method of our own, whose body only answers.
        public void Ship(string token)
        {
            VerifyToken(token); //@true GB8002
            logger.LogInformation("Shipped {Count}.", _orders.Count);
        }

        public void Cancel(ClaimsPrincipal user)
        {
            var mayCancel = HasPermission(user, "cancel"); //@true GB8002
            if (mayCancel)
            {
            }

            _orders.Clear();
        }

        private static bool VerifyToken(string token) => token.StartsWith("t-", StringComparison.Ordinal) && token.Length == 34;

        private static bool HasPermission(ClaimsPrincipal user, string permission) => user.HasClaim("permission", permission);
    }
}
