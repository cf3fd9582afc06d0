using Ghostbusters.Analyzers.Rules;

namespace Ghostbusters.Analyzers.Tests.Rules;

public class ShippedCodeTests
{
    [Theory]
    [InlineData("tests/A.cs")]
    [InlineData("src/Shop.Tests/A.cs")]
    [InlineData("src/ShopTests/A.cs")]
    [InlineData("samples/Web/A.cs")]
    [InlineData(@"C:\repo\examples\A.cs")]
    [InlineData("src/Shop.Benchmarks/A.cs")]
    public void TestsAndSamples_LieBeside(string path) => Assert.True(ShippedCode.LiesBeside(path));

    [Theory]
    [InlineData("")]
    [InlineData("A.cs")]
    [InlineData("src/Shop/A.cs")]
    [InlineData("src/Attestation/A.cs")]
    [InlineData("src/Contests/A.cs")]
    [InlineData("/home/me/tests/shop/src/Shop/Orders/A.cs")]
    public void Product_DoesNotLieBeside(string path) => Assert.False(ShippedCode.LiesBeside(path));
}
