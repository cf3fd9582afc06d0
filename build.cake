using System.Xml.Linq;

// Every way to build, test and ship, by name: `./build.sh --description` lists them.
var target = Argument("target", "Test");
var configuration = Argument("configuration", "Release");
var runtime = Argument("runtime", "linux-x64");

const string Solution = "Functions.sln";
const string Cli = "analyzers/Ghostbusters.Cli";

void DotNet(string arguments) => Run("dotnet", arguments);

// Native AOT is for net10.0; a feed that lacks its compiler gets net9.0, and is told so.
var aotFramework = new Lazy<string>(() =>
{
    if (Restores("aot", "<OutputType>Exe</OutputType><PublishAot>true</PublishAot><RuntimeIdentifier>" + runtime + "</RuntimeIdentifier>", ""))
        return "";
    Warning("The feed lacks the native compiler for net10.0: net9.0 is taken.");
    return "-p:AotFramework=net9.0";
});

string Read(string command, string arguments)
{
    var code = StartProcess(command, new ProcessSettings { Arguments = arguments, RedirectStandardOutput = true }, out var lines);
    return code == 0 ? string.Join("\n", lines).Trim() : throw new CakeException(code, $"`{command} {arguments}` ended with {code}.");
}

void Run(string command, string arguments)
{
    Information("> {0} {1}", command, arguments);
    var code = StartProcess(command, new ProcessSettings { Arguments = arguments });
    if (code != 0)
        throw new CakeException(code, $"`{command} {arguments}` ended with {code}.");
}

Task("Build")
    .Description("Compiles everything, with the rules on as errors.")
    .Does(() => DotNet($"build {Solution} -c {configuration} -nologo -v quiet"));

Task("TestTools")
    .Description("Installs what the tests judge with: Microsoft's SARIF validator, emulators of DynamoDB and S3, Pulumi's SDK with TypeScript's compiler.")
    .Does(() => Run("npm", "ci --prefix tests/tools --no-audit --no-fund --silent"));

Task("Publish")
    .Description("The command line as one native executable, in artifacts/publish/native, with the service that it starts in serve/ beside it (that runs on the .NET runtime); and Bootstrap. Needs clang and zlib.")
    .IsDependentOn("Bootstrap")
    .Does(() =>
    {
        DotNet($"publish {Cli} -c Release -r {runtime} -p:NativeAot=true {aotFramework.Value} -o artifacts/publish/native -nologo -v quiet");
        DotNet("publish functions/Host -c Release -o artifacts/publish/native/serve -nologo -v quiet");
    });

// Contexts whose functions are deployed.
var contexts = new[] { "Analysis" };

Task("Bootstrap")
    .Description("The functions of each context as one native executable, in artifacts/publish/<context>/bootstrap, and what is deployed, in <context>.zip. Needs clang and zlib.")
    .Does(() => contexts.ToList().ForEach(PublishFunctions));

Task("BootstrapOnce")
    .Description("Bootstrap, where nothing was published yet: the end-to-end tests run what is there.")
    .Does(() =>
    {
        foreach (var context in contexts.Where(context => !FileExists($"artifacts/publish/{context.ToLowerInvariant()}/bootstrap")))
            PublishFunctions(context);
    });

void PublishFunctions(string context)
{
    var name = context.ToLowerInvariant();
    DotNet($"publish functions/{context} -c Release -r {runtime} -p:NativeAot=true {aotFramework.Value} -o artifacts/publish/{name} -nologo -v quiet");
    DotNet($"run --project functions/Packaging -c {configuration} -v quiet -- artifacts/publish {name} {Commit()} bench/sizes.tsv");
}

/// The commit that is measured, with a plus where the tree differs from it, and its date.
string Commit() =>
    Read("git", "rev-parse --short=12 HEAD") + (Read("git", "status --porcelain --untracked-files=no -- . :!bench/*.tsv").Length == 0 ? " " : "+ ") + Read("git", "log -1 --format=%cs");

Task("ColdStart")
    .Description("From the start of a function's process to its first answer: native, on the JIT, and a peer in Python 3.11. Writes bench/coldstart.tsv.")
    .IsDependentOn("Bootstrap")
    .IsDependentOn("TestTools")
    .Does(() =>
    {
        DotNet($"build bench/ColdStart -c {configuration} -nologo -v quiet");
        DotNet($"run --project bench/ColdStart -c {configuration} --no-build -- artifacts/publish/analysis/bootstrap artifacts/bin/Analysis/{configuration.ToLowerInvariant()}/Ghostbusters.Functions.Analysis.dll bench/ColdStart/handler.py {Commit()} bench/coldstart.tsv");
    });

Task("Test")
    .Description("Builds, and runs all tests.")
    .IsDependentOn("BootstrapOnce")
    .IsDependentOn("Build")
    .IsDependentOn("TestTools")
    .Does(() => DotNet($"test {Solution} -c {configuration} --no-build -nologo"));

Task("Format")
    .Description("Fails where the code is not formatted.")
    .Does(() => DotNet($"format {Solution} --verify-no-changes"));

Task("Obey")
    .Description("Analyses this repository with itself: the rules' own source, which is not compiled with the rules, included.")
    .IsDependentOn("Build")
    .Does(() => DotNet($"run --project {Cli} -c {configuration} --no-build -- analyze {Solution} --fail-on warning"));

Task("Pack")
    .Description("The analyzer package and the dotnet tool, in artifacts/package/release.")
    .Does(() =>
    {
        DotNet("pack analyzers/Ghostbusters.Analyzers -c Release -nologo -v quiet");
        DotNet($"pack {Cli} -c Release -nologo -v quiet");
    });

Task("Sample")
    .Description("The main job on samples/Shop: its findings and its score.")
    .Does(() =>
    {
        DotNet("restore samples/Shop/Shop.sln -v quiet");
        DotNet($"run --project {Cli} -c {configuration} -v quiet -- analyze samples/Shop --fail-on none");
    });

Task("Accept")
    .Description("Runs the tests and takes what they print as golden files and published numbers. Read the diff before you commit it.")
    .IsDependentOn("BootstrapOnce")
    .IsDependentOn("Build")
    .IsDependentOn("TestTools")
    .Does(() =>
    {
        Environment.SetEnvironmentVariable("GHOSTBUSTERS_ACCEPT", "1");
        DotNet($"test {Solution} -c {configuration} --no-build -nologo");
    });

Task("Packages")
    .Description("Asks the feed which official packages it has, and writes artifacts/packages.props: they replace compat/ if it has all.")
    .Does(() =>
    {
        var names = XDocument.Load("Directory.Packages.props").Descendants("ItemGroup")
            .Single(group => (string)group.Attribute("Label") == "Official packages").Elements("PackageVersion")
            .Select(package => ((string)package.Attribute("Include"), (string)package.Attribute("Version"))).ToList();
        var missing = new List<string>();
        foreach (var (name, version) in names)
        {
            var isThere = FeedHas(name, version);
            Information("{0,-45} {1,-8} {2}", name, version, isThere ? "official" : "stand-in (compat/)");
            if (!isThere)
                missing.Add(name);
        }

        var useOfficial = missing.Count == 0;
        System.IO.Directory.CreateDirectory("artifacts");
        System.IO.File.WriteAllText("artifacts/packages.props",
            $"<Project><PropertyGroup><OfficialPackages>{(useOfficial ? "true" : "false")}</OfficialPackages></PropertyGroup></Project>\n");
        Information(useOfficial ? "All are there: OfficialPackages is true." : "OfficialPackages stays false: the feed lacks {0} of {1}.", missing.Count, names.Count);
    });

bool FeedHas(string name, string version) => Restores(name, "", $"<PackageReference Include=\"{name}\" Version=\"{version}\" />");

/// Whether a project of nothing but this restores, with the feeds that the repository restores with.
bool Restores(string name, string properties, string items)
{
    var folder = System.IO.Path.GetFullPath($"artifacts/probe/{name}");
    System.IO.Directory.CreateDirectory(folder);
    foreach (var shield in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, shield), "<Project />");

    System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "Probe.csproj"),
        $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup></Project>");
    return StartProcess("dotnet", new ProcessSettings
    {
        Arguments = $"restore {folder} -v quiet -nologo",
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }, out _, out _) == 0;
}

RunTarget(target);
