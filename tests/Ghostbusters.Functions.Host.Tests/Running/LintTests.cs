using System.Text;
using Ghostbusters.Functions.Catalogue.OpenApi;
using Ghostbusters.Functions.Host.Running;

namespace Ghostbusters.Functions.Host.Tests.Running;

/// <summary>The document of what is really hosted, before a linter of others.</summary>
public class LintTests
{
    [Fact]
    public async Task TheDocument_PassesSpectral()
    {
        var set = ServeCommand.Hosted().Catalogue;
        Assert.Empty(await Spectral.ComplaintsAsync(OpenApiDocument.Write(set.Routes, set.Assemblies, new Uri("https://ghostbusters.example.com"))));
    }

    [Fact]
    public async Task Spectral_Objects_ToADocumentThatIsNone() =>
        Assert.NotEmpty(await Spectral.ComplaintsAsync(Encoding.UTF8.GetBytes("""{"openapi":"3.1.0","info":{"title":"x","version":"1"},"paths":{"/a":{"get":{"operationId":"a b"}}}}""")));
}
