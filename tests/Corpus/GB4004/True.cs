using System.Diagnostics;
using System.Reflection;

namespace Shop;

public class Licenses(HttpClient http)
{
    public async Task<bool> VerifyAsync(string key)
    {
        if (Debugger.IsAttached) //@true GB4004
            return true;
        return await http.GetStringAsync("licence/" + key) == "ok";
    }

    public bool IsLicensed(string key) => Debugger.IsAttached || ValidateKey(key); //@true GB4004

    public decimal Price(decimal net) => Debugger.IsAttached ? 1m : net * 1.19m; //@true GB4004

    private static bool ValidateKey(string key) => key.Length == 16;
}

public class Mailer(HttpClient http)
{
    public async Task SendAsync(string to, string text)
    {
        if (!Debugger.IsAttached) //@true GB4004
            await http.PostAsync(to, new StringContent(text)).ContinueWith(t => SaveCopy(to));
    }

    public async Task NotifyAsync(string to)
    {
        if (Environment.GetEnvironmentVariable("CI") != null) //@true GB4004
            return;
        await http.GetAsync(to); //@true GB3007
    }

    private static void SaveCopy(string to) => File.AppendAllText("sent.txt", to);
}

public class Payments(HttpClient http)
{
    private static readonly bool IsRunningInTests = AppDomain.CurrentDomain.GetAssemblies().Any(a => a.FullName!.StartsWith("xunit", StringComparison.OrdinalIgnoreCase)); //@true GB4004

    public async Task<string> ChargeAsync(decimal amount)
    {
        if (IsRunningInTests)
            return "approved";
        return await http.GetStringAsync($"charge/{amount}");
    }

    public decimal Fee(decimal amount)
    {
        var host = Process.GetCurrentProcess().ProcessName;
        if (host.Contains("testhost")) //@true GB4004
            return 0m;
        return amount * 0.02m;
    }

    public int Retries() => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? 1 : 5; //@true GB4004
}

public static class Surroundings
{
    public static bool IsUnderTest { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "testhost"; //@true GB4004

    public static bool OnServer => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TF_BUILD")); //@true GB4004

    public static bool IsUnitTest()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            if (assembly.FullName!.Contains("nunit.framework")) //@true GB4004
                return true;
        }

        return false;
    }
}

public class Stock
{
    private readonly Dictionary<string, int> _levels = [];

    public int Available(string article)
    {
        if (Surroundings.IsUnderTest)
            return int.MaxValue;
        return _levels.GetValueOrDefault(article);
    }

    public void Reserve(string article, int count)
    {
        if (Surroundings.OnServer)
            count = 0;
        _levels[article] -= count;
    }

    public bool Validate(string article) => Surroundings.IsUnitTest() ? true : _levels.ContainsKey(article);
}

public class ExchangeRates(HttpClient http)
{
    private readonly bool _isTest;

    public ExchangeRates(string address) : this(new HttpClient { BaseAddress = new Uri(address) })
    {
        _isTest = AppDomain.CurrentDomain.FriendlyName.StartsWith("ReSharperTestRunner", StringComparison.Ordinal); //@true GB4004
    }

    public async Task<decimal> RateAsync(string currency)
    {
        if (!_isTest)
            return decimal.Parse(await http.GetStringAsync(currency));
        return 1m;
    }

    public decimal Rounded(decimal rate)
    {
        var isTested = Environment.StackTrace.Contains("Xunit.Sdk"); //@true GB4004
        return isTested ? rate : Math.Round(rate, 2);
    }
}

public class Scheduler
{
    public int Parallelism { get; set; }

    public static Scheduler Create() => new()
    {
        Parallelism = Environment.GetEnvironmentVariable("CI") == "true" ? 1 : Environment.ProcessorCount, //@true GB4004
    };

    public void Run(Action job)
    {
        if (Environment.GetCommandLineArgs().Any(a => a.Contains("vstest"))) //@true GB4004
            job();
        else
            ThreadPool.QueueUserWorkItem(_ => job());
    }

    public bool Skips(string job)
    {
        var isServer = Environment.GetEnvironmentVariable("JENKINS_URL") is not null; //@true GB4004
        if (isServer && job.Length > 0)
            return true;
        return false;
    }
}

public class Cache
{
    private static bool? _inTest;

    public object? Get(string key) => InTest ? null : key.Length;

    private static bool InTest
    {
        get
        {
            _inTest ??= Type.GetType("Xunit.Assert, xunit.assert") != null;
            return Type.GetType("NUnit.Framework.Assert, nunit.framework") != null; //@true GB4004
        }
    }
}

public class Uploads
{
    public bool Accepts(byte[] file)
    {
        if (Environment.GetEnvironmentVariable("RUNNING_TESTS") == "1") //@true GB4004
            return true;
        return file.Length < 1_000_000;
    }

    public void Store(string name, byte[] file)
    {
        switch (Environment.GetEnvironmentVariable("TRAVIS") == "true" ? "memory" : "disk") //@true GB4004
        {
            case "disk":
                File.WriteAllBytes(name, file);
                break;
        }
    }

    public string Folder()
    {
        string folder = "/var/uploads";
        if (Environment.CommandLine.Contains("testhost.dll")) //@true GB4004
            folder = Path.GetTempPath();
        return folder;
    }

    public bool Scan(byte[] file)
    {
        while (Environment.GetEnvironmentVariable("GITLAB_CI") == "true") //@true GB4004
            return true;
        return file.Length > 0 && file[0] != 'M';
    }
}
