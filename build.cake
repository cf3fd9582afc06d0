using System.Xml.Linq;

// Every way to build, test and ship, by name: `./build.sh --description` lists them.
var target = Argument("target", "Test");
var configuration = Argument("configuration", "Release");
var runtime = Argument("runtime", "linux-x64");

const string Solution = "Functions.sln";
const string Cli = "analyzers/Ghostbusters.Cli";

void DotNet(string arguments) => Run("dotnet", arguments);

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
    .Description("The command line as one native executable, in artifacts/publish/native, with the service that it starts in serve/ beside it (that runs on the .NET runtime). Needs clang and zlib.")
    .Does(() =>
    {
        DotNet($"publish {Cli} -c Release -r {runtime} -p:NativeAot=true -o artifacts/publish/native -nologo -v quiet");
        DotNet("publish functions/Host -c Release -o artifacts/publish/native/serve -nologo -v quiet");
    });

Task("Bootstrap")
    .Description("The functions of each context as one native executable, in artifacts/publish/<context>/bootstrap. Needs clang and zlib.")
    .Does(() =>
    {
        foreach (var context in new[] { "Analysis" })
            DotNet($"publish functions/{context} -c Release -r {runtime} -p:NativeAot=true -o artifacts/publish/{context.ToLowerInvariant()} -nologo -v quiet");
    });

Task("Test")
    .Description("Builds, and runs all tests.")
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

/// Whether a project of nothing but this package restores, with the feeds that the repository restores with.
bool FeedHas(string name, string version)
{
    var folder = System.IO.Path.GetFullPath($"artifacts/probe/{name}");
    System.IO.Directory.CreateDirectory(folder);
    foreach (var shield in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, shield), "<Project />");

    System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "Probe.csproj"),
        "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>"
        + $"<ItemGroup><PackageReference Include=\"{name}\" Version=\"{version}\" /></ItemGroup></Project>");
    return StartProcess("dotnet", new ProcessSettings
    {
        Arguments = $"restore {folder} -v quiet -nologo",
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }, out _, out _) == 0;
}

RunTarget(target);
