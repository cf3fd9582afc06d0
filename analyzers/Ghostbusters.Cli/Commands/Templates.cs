using Microsoft.CodeAnalysis;

namespace Ghostbusters.Cli.Commands;

/// <summary>The files that <c>init</c> writes.</summary>
internal static class Templates
{
    /// <summary>A workflow that analyses what a pull request changed and uploads the result to code scanning.</summary>
    public const string Workflow = """
        name: Ghostbusters
        on: [push, pull_request]
        permissions:
          contents: read
          security-events: write
        jobs:
          analyze:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
                with:
                  fetch-depth: 0
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              - run: dotnet restore
              - run: dotnet tool install --global Ghostbusters.Cli
              - run: ghostbusters analyze . --out sarif:ghostbusters.sarif
              - uses: github/codeql-action/upload-sarif@v3
                if: always()
                with:
                  sarif_file: ghostbusters.sarif

        """;

    /// <summary>A hook that looks at what is about to be committed.</summary>
    public const string PreCommit = """
        repos:
          - repo: local
            hooks:
              - id: ghostbusters
                name: ghostbusters
                entry: ghostbusters analyze . --diff HEAD
                language: system
                types: [c#]
                pass_filenames: false

        """;

    /// <summary>The word for a severity in .editorconfig.</summary>
    public static string EditorConfigSeverity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };
}
