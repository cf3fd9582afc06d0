using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Shop
{
    public class Worker(HttpClient http)
    {
        public void Start()
        {
            if (Debugger.IsAttached) //@near GB4004
                Debugger.Break();
        }

        public void Wait()
        {
            if (!Debugger.IsAttached) //@near GB4004
                Debugger.Launch();
        }

        public TimeSpan Patience() => Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(5); //@near GB4004

        public void Configure()
        {
            http.Timeout = Debugger.IsAttached ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(30); //@near GB4004
        }

        public void ConfigureAll()
        {
            if (Debugger.IsAttached) //@near GB4004
                http.Timeout = TimeSpan.FromHours(1);
        }

        public async Task RunAsync(string address)
        {
            try
            {
                await http.GetAsync(address); //@true GB3007
            }
            catch (HttpRequestException e) when (!Debugger.IsAttached) //@near GB4004
            {
                Console.Error.WriteLine(e.Message);
                throw;
            }
        }

        public async Task RunAllAsync(string[] addresses)
        {
            foreach (var address in addresses)
            {
                try
                {
                    await http.GetAsync(address); //@true GB3007
                }
                catch (HttpRequestException e)
                {
                    if (Debugger.IsAttached) //@near GB4004
                        throw;
                    throw new InvalidOperationException(address, e);
                }
            }
        }

        public void Trace(string step)
        {
            if (Debugger.IsAttached && step.Length > 0) //@near GB4004
                Debug.WriteLine(step);
        }

        public string Describe() => $"attached: {Debugger.IsAttached}"; //@near GB4004

        public bool IsDevelopment(IHostEnvironment environment) => environment.IsDevelopment() || Debugger.IsAttached; //@near GB4004

        public static void Main(string[] args)
        {
            Console.WriteLine(args.Length);
            if (Debugger.IsAttached) //@near GB4004
                Console.ReadKey();
        }

        public void RegisterHandlers()
        {
            if (!Debugger.IsAttached) //@near GB4004
                AppDomain.CurrentDomain.UnhandledException += (_, e) => Console.Error.WriteLine(e.ExceptionObject);
        }

        public void SetUp(LogSettings settings)
        {
            if (Environment.GetEnvironmentVariable("CI") is not null) //@near GB4004
                settings.Verbosity = 2;
        }

        public bool UseColors() => Environment.GetEnvironmentVariable("CI") is null; //@near GB4004

        public bool Interactive { get; set; } = Environment.GetEnvironmentVariable("TF_BUILD") == null; //@near GB4004

        public int ProgressWidth() => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" ? 0 : 80; //@near GB4004

        public void Greet()
        {
            var isServer = Environment.GetEnvironmentVariable("CI") == "true"; //@near GB4004
            if (!isServer)
                Console.WriteLine("Welcome!");
        }

        public string Version() => Assembly.GetEntryAssembly()?.GetName().Version?.ToString() ?? "0"; //@near GB4004

        public bool IsStaging() => Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Staging"; //@near GB4004

        public string Home() => Environment.GetEnvironmentVariable("HOME") == null ? "." : "~"; //@near GB4004

        public bool IsReferenced(AssemblyName[] names) => names.Any(n => n.Name == "xunit.core"); //@near GB4004

        public string Icon(string package) => package.StartsWith("nunit", StringComparison.Ordinal) ? "test.png" : "lib.png"; //@near GB4004

        public void Log(string text)
        {
            if (Environment.StackTrace.Contains("Xunit.Sdk")) //@near GB4004
                Console.WriteLine(text);
        }

        public IDictionary<string, string?> Facts() => new Dictionary<string, string?>
        {
            ["ci"] = Environment.GetEnvironmentVariable("CI"), //@near GB4004
        };

        // Without a debugger there is nobody to ask.
        public void Ask(Action<string> question)
        {
            if (Debugger.IsAttached) //@near GB4004
                question("Continue?");
        }
    }

    public class LogSettings
    {
        public int Verbosity { get; set; }
    }

    public class UnusedSettings
    {
        private static readonly bool IsServer = Environment.GetEnvironmentVariable("CI") == "true"; //@near GB4004

        public override string ToString() => "server: " + IsServer;
    }
}

namespace Shop.BuildServers
{
    public class GitHubActions
    {
        public static bool IsActive => Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true"; //@near GB4004

        public string Mark(string text) => IsActive ? "::error::" + text : text;
    }
}

namespace Shop.Testing
{
    public class Snapshots
    {
        public void Save(string text)
        {
            if (Environment.GetEnvironmentVariable("CI") == null) //@near GB4004
                File.WriteAllText("verified.txt", text);
        }
    }
}

namespace Shop.Tool
{
    public class CiReporter
    {
        public string Report(string text)
        {
            if (Environment.GetEnvironmentVariable("TEAMCITY_VERSION") != null) //@near GB4004
                return $"##teamcity[message text='{text}']";
            return text;
        }
    }
}

namespace Patient
{
    // Somebody who stands at a breakpoint gets more time; nothing is answered differently.
    public class Session(TimeProvider clock)
    {
        private DateTimeOffset _seen = clock.GetUtcNow();

        public int Budget() => Debugger.IsAttached ? 600_000 : 5_000; //@near GB4004

        public int Attempts() => !Debugger.IsAttached ? 3 : int.MaxValue; //@near GB4004

        public int Limit()
        {
            var limit = Debugger.IsAttached ? 60 * 60 : 30; //@near GB4004
            return limit * 1000;
        }

        public bool Await(WaitHandle handle) => handle.WaitOne(Debugger.IsAttached ? -1 : 2_000); //@near GB4004

        public void Arm(CancellationTokenSource source) => source.CancelAfter(Debugger.IsAttached ? 1_000_000 : 10_000); //@near GB4004

        public async Task<int> FetchAsync(Task<int> work)
        {
            if (Debugger.IsAttached) //@near GB4004
                return await work;
            return await work.WaitAsync(TimeSpan.FromSeconds(10));
        }

        public bool IsOpen() => Debugger.IsAttached || HasBeat(_seen); //@near GB4004

        public bool HasBeat(DateTimeOffset seen) => clock.GetUtcNow() - seen < TimeSpan.FromMinutes(1);

        public bool CheckResponsive()
        {
            if (Debugger.IsAttached) //@near GB4004
                return true;
            return HasBeat(_seen);
        }

        public void Touch() => _seen = clock.GetUtcNow();
    }
}
