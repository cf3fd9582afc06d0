using System.Security.Cryptography;
using System.Text;
using BCrypt.Net;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;

namespace BCrypt.Net
{
    public static class BCrypt
    {
        public static string HashPassword(string text, int workFactor) => text + workFactor;

        public static string GenerateSalt(int workFactor) => "$2b$" + workFactor;
    }
}

namespace Corpus.GB8211.True
{
    public sealed class Users
    {
        private const int Rounds = 1000;
        private static readonly int FewRounds = 5000;

        public string HashPassword(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))); //@true GB8211

        public string PasswordHash(string text, byte[] salt)
        {
            using var sha = SHA512.Create(); //@true GB8211
            return Convert.ToBase64String(sha.ComputeHash([.. salt, .. Encoding.UTF8.GetBytes(text)]));
        }

        public byte[] Md5(string password) => MD5.HashData(Encoding.UTF8.GetBytes(password)); //@true GB8211

        public byte[] Sha1(string pwd) => SHA1.HashData(Encoding.UTF8.GetBytes(pwd)); //@true GB8211

        public bool Login(string given, string stored)
        {
            var password = Encoding.UTF8.GetBytes(given);
            using var sha = SHA256.Create(); //@true GB8211
            return Convert.ToHexString(sha.ComputeHash(password)) == stored;
        }

        public bool Check(string user, string password, IDictionary<string, string> hashes) => hashes[user] == Digest(password);

        private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))); //@true GB8211

        public byte[] ByName(string passphrase) => HashAlgorithm.Create("SHA256")!.ComputeHash(Encoding.UTF8.GetBytes(passphrase)); //@true GB8211

        public byte[] Managed(string password) => new SHA256Managed().ComputeHash(Encoding.Unicode.GetBytes(password)); //@true GB8211

        public byte[] Incremental(string password)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); //@true GB8211
            hash.AppendData(Encoding.UTF8.GetBytes(password));
            return hash.GetHashAndReset();
        }
    }

    public sealed class Derivations
    {
        private const int Rounds = 1000;
        private static readonly int FewRounds = 5000;

        public byte[] Constant(string phrase, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(phrase, salt, 1000, HashAlgorithmName.SHA256, 32); //@true GB8211

        public byte[] Named(string phrase, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(phrase, salt, Rounds, HashAlgorithmName.SHA256, 32); //@true GB8211

        public byte[] Field(string phrase, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(phrase, salt, iterations: FewRounds, HashAlgorithmName.SHA512, 32); //@true GB8211

        public byte[] Local(string phrase, byte[] salt)
        {
            var iterations = 2048;
            using var derive = new Rfc2898DeriveBytes(phrase, salt, iterations, HashAlgorithmName.SHA256); //@true GB8211
            return derive.GetBytes(32);
        }

        public byte[] Default(string phrase, byte[] salt)
        {
            using var derive = new Rfc2898DeriveBytes(phrase, salt); //@true GB8211
            return derive.GetBytes(32);
        }

        public byte[] Core(string phrase, byte[] salt) => KeyDerivation.Pbkdf2(phrase, salt, KeyDerivationPrf.HMACSHA1, 1000, 32); //@true GB8211

        public byte[] CoreNamed(string phrase, byte[] salt) => KeyDerivation.Pbkdf2(password: phrase, salt: salt, prf: KeyDerivationPrf.HMACSHA256, iterationCount: 100, numBytesRequested: 32); //@true GB8211

        public byte[] Pbkdf1(string phrase, byte[] salt) => new PasswordDeriveBytes(phrase, salt).GetBytes(16); //@true GB8211

        public string Bcrypt(string phrase) => global::BCrypt.Net.BCrypt.HashPassword(phrase, 4); //@true GB8211

        public string BcryptNamed(string phrase) => global::BCrypt.Net.BCrypt.HashPassword(phrase, workFactor: 6); //@true GB8211

        public string BcryptSalt() => global::BCrypt.Net.BCrypt.GenerateSalt(5); //@true GB8211

        public PasswordHasherOptions Options() => new() { IterationCount = 1000 }; //@true GB8211

        public void Old(PasswordHasherOptions options) => options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2; //@true GB8211
    }
}
