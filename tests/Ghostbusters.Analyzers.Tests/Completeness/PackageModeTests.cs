using Ghostbusters.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Tests.Completeness;

public class PackageModeTests
{
    [Fact]
    public void TheErrorMode_NamesEveryRuleThatWarns()
    {
        var rules = RuleCatalog.Descriptors.Where(static d => d.DefaultSeverity == DiagnosticSeverity.Warning)
            .Select(static d => $"dotnet_diagnostic.{d.Id}.severity = error\n");
        PublishedFile.Verify(
            "analyzers/Ghostbusters.Analyzers/Package/ghostbusters.error.globalconfig",
            $"# GhostbustersMode=error: what warns by default fails the build. An .editorconfig still outranks it.\nis_global = true\nglobal_level = -1\n\n{string.Concat(rules)}");
    }
}
