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
    .Description("Installs what the tests judge with: Microsoft's SARIF validator, and emulators of DynamoDB and S3.")
    .Does(() => Run("npm", "ci --prefix tests/tools --no-audit --no-fund --silent"));

Task("Publish")
    .Description("The command line as one native executable, in artifacts/publish/native. Needs clang and zlib.")
    .Does(() => DotNet($"publish {Cli} -c Release -r {runtime} -p:NativeAot=true -o artifacts/publish/native -nologo -v quiet"));

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

RunTarget(target);
