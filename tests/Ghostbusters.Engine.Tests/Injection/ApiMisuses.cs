namespace Ghostbusters.Engine.Tests.Injection;

/// <summary>Unsafe uses of an API, one a rule.</summary>
internal static class ApiMisuses
{
    public static IEnumerable<Injection> Before8205 => All.Where(static i => string.CompareOrdinal(i.RuleId, "GB8205") < 0);

    public static IEnumerable<Injection> After8205 => All.Where(static i => string.CompareOrdinal(i.RuleId, "GB8205") > 0);

    private static Injection[] All { get; } =
    [
        new ApiMisused("GB8201", false,
            "private static byte[] ResetToken(byte[] user) { using var md5 = System.Security.Cryptography.MD5.Create(); var token = md5.ComputeHash(user); return token; }",
            "private static byte[] Sign(System.Security.Cryptography.RSA key, byte[] data) => key.SignData(data, System.Security.Cryptography.HashAlgorithmName.SHA1, System.Security.Cryptography.RSASignaturePadding.Pkcs1);",
            "private static bool IsSigned(byte[] text, byte[] signature) { using var sha = System.Security.Cryptography.SHA1.Create(); return System.Linq.Enumerable.SequenceEqual(sha.ComputeHash(text), signature); }"),
        new ApiMisused("GB8202", false,
            "private static byte[] Seal(byte[] data, byte[] key) { using var des = System.Security.Cryptography.TripleDES.Create(); des.Key = key; return des.CreateEncryptor().TransformFinalBlock(data, 0, data.Length); }",
            "private static object Sealer(byte[] key) => new System.Security.Cryptography.AesManaged { Key = key, Mode = System.Security.Cryptography.CipherMode.ECB };",
            "private static byte[] SealKey(System.Security.Cryptography.RSA rsa, byte[] data) => rsa.Encrypt(data, System.Security.Cryptography.RSAEncryptionPadding.Pkcs1);"),
        new ApiMisused("GB8203", false,
            "private static string NewPassword() { var random = new System.Random(); var text = \"\"; while (text.Length < 12) text += (char)random.Next(97, 122); return text; }",
            "private static byte[] Salted(byte[] data) { var salt = new byte[16]; new System.Random(7).NextBytes(salt); return [.. salt, .. data]; }",
            "private static string Confirmation(string mail) { var verificationCode = new System.Random().Next(1000, 9999); return mail + verificationCode; }"),
        new ApiMisused("GB8204", false,
            "private static object Handler() => new System.Net.Http.HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };",
            "private static void Open() { System.Net.ServicePointManager.ServerCertificateValidationCallback += delegate { return true; }; }",
            "private static object Secured(System.IO.Stream stream) => new System.Net.Security.SslStream(stream, false, (sender, certificate, chain, errors) => { return true; });"),
        new ApiMisused("GB8206", true,
            "private static object Parameters() => new Microsoft.IdentityModel.Tokens.TokenValidationParameters { ValidateLifetime = false };",
            "private static void Loosen(Microsoft.IdentityModel.Tokens.TokenValidationParameters parameters) { parameters.RequireSignedTokens = false; }"),
        new ApiMisused("GB8207", true,
            "private static object Cookie(string value) => new System.Web.HttpCookie(\"session\", value);",
            "private static object Options() => new Microsoft.AspNetCore.Http.CookieOptions { HttpOnly = true, Secure = false };",
            "private static void Mark(System.Web.HttpCookie authCookie) { authCookie.HttpOnly = false; }"),
        new ApiMisused("GB8208", true,
            "private static void Allow(Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder builder) => builder.AllowAnyOrigin().AllowCredentials();",
            "private static void AllowAll(Microsoft.AspNetCore.Cors.Infrastructure.CorsPolicyBuilder builder) { builder.AllowCredentials(); builder.SetIsOriginAllowed(_ => true); }",
            "[System.Web.Http.Cors.EnableCors(\"*\", \"*\", \"*\", SupportsCredentials = true)] private sealed class Orders { }"),
        new ApiMisused("GB8209", true,
            "public class OrderForms : System.Web.Mvc.Controller { [System.Web.Mvc.HttpPost] public object Save(string text) { return View(text); } }",
            "public class CartForms : Microsoft.AspNetCore.Mvc.Controller { [Microsoft.AspNetCore.Mvc.HttpDelete] public object Clear(int id) { return RedirectToAction(\"Index\", id); } }"),
        new ApiMisused("GB8210", false,
            "private static void Old() { System.Net.ServicePointManager.SecurityProtocol = System.Net.SecurityProtocolType.Tls | System.Net.SecurityProtocolType.Tls12; }",
            "private static object Handler() => new System.Net.Http.HttpClientHandler { SslProtocols = System.Security.Authentication.SslProtocols.Tls11 };",
            "private static void Numbered() => System.Net.ServicePointManager.SecurityProtocol = (System.Net.SecurityProtocolType)768;"),
        new ApiMisused("GB8211", false,
            "private static byte[] Hash(string password) { using var sha = System.Security.Cryptography.SHA256.Create(); return sha.ComputeHash(System.Text.Encoding.UTF8.GetBytes(password)); }",
            "private static byte[] Derive(string phrase, byte[] salt) { using var derive = new System.Security.Cryptography.Rfc2898DeriveBytes(phrase, salt, 1000); return derive.GetBytes(32); }"),
        new ApiMisused("GB8212", false,
            "private static object Encryptor(System.Security.Cryptography.Aes aes, byte[] key) => aes.CreateEncryptor(key, new byte[16]);",
            "private static readonly byte[] FixedSalt = [1, 2, 3, 4, 5, 6, 7, 8]; private static byte[] Derive(string phrase) { using var derive = new System.Security.Cryptography.Rfc2898DeriveBytes(phrase, FixedSalt, 100000); return derive.GetBytes(32); }",
            "private static void Start(System.Security.Cryptography.Aes aes) { var text = \"0123456789abcdef\"; aes.IV = System.Text.Encoding.UTF8.GetBytes(text); }"),
        new ApiMisused("GB8213", true,
            "private static void Configure(Microsoft.AspNetCore.Builder.IApplicationBuilder app) { Microsoft.AspNetCore.Builder.DeveloperExceptionPageExtensions.UseDeveloperExceptionPage(app); }",
            "private static void Show() => Microsoft.IdentityModel.Logging.IdentityModelEventSource.ShowPII = true;",
            "private static object Hub() => new Microsoft.AspNetCore.SignalR.HubOptions { EnableDetailedErrors = true };"),
        new ApiMisused("GB8214", false,
            "private static void Save(string text) => System.IO.File.WriteAllText(System.IO.Path.Combine(System.IO.Path.GetTempPath(), \"report.txt\"), text);",
            "private static void Log(byte[] bytes) { var path = System.IO.Path.GetTempPath() + \"state.bin\"; System.IO.File.WriteAllBytes(path, bytes); }"),
        new ApiMisused("GB8215", false,
            "private static object Ask(System.Net.Http.HttpClient client) => client.GetStringAsync(\"http://api.weather-now.net/today\");",
            "private static object Client() => new System.Net.Http.HttpClient { BaseAddress = new System.Uri(\"http://api.weather-now.net/\") };",
            "private static void Mail(System.Net.Mail.SmtpClient client) { client.EnableSsl = false; }"),
        new ApiMisused("GB8216", false,
            "private static void Open(string path) => System.Diagnostics.Process.Start(\"chmod\", \"777 \" + path);",
            "private static void Share(System.IO.FileInfo file) => file.UnixFileMode = System.IO.UnixFileMode.OtherWrite | System.IO.UnixFileMode.UserWrite;"),
    ];
}
