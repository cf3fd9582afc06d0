using Ghostbusters.Analyzers.Rules.GB1000;

namespace Ghostbusters.Analyzers.Tests.Rules.GB1000;

public class MockedSubjectTests
{
    private static Task Verify(string body, string type = "RatesTests") => RuleTest.VerifyAsync<MockedSubject>($$"""
        using Moq;
        using NSubstitute;
        using Xunit;
        public sealed record Quote(decimal Net) { public decimal Gross => Net * 2; }
        public interface IRates { decimal Rate(string currency); string Name { get; set; } Quote Load(int id); Task<decimal> RateAsync(string currency); }
        public class Converter(IRates rates) { public decimal Convert(decimal amount) => amount * rates.Rate("USD"); public static decimal Round(decimal d) => Math.Round(d); }
        public class {{type}}
        {
            [Fact] public async Task M() { {{body}} await Task.Yield(); }
        }
        """);

    [Theory]
    [InlineData("var m = new Mock<IRates>(); m.Setup(r => r.Rate(\"USD\")).Returns(2m); [|Assert.Equal(2m, m.Object.Rate(\"USD\"))|];")]
    [InlineData("var m = Substitute.For<IRates>(); m.Rate(\"USD\").Returns(2m); var rate = m.Rate(\"USD\"); [|Assert.Equal(2m, rate)|];")]
    [InlineData("var m = Mock.Of<IRates>(r => r.Name == \"a\"); [|Assert.Equal(\"a\", m.Name)|];")]
    [InlineData("var m = new Mock<IRates>(); m.SetupGet(r => r.Name).Returns(\"a\"); var rates = m.Object; [|Assert.Equal(\"a\", rates.Name)|];")]
    [InlineData("var m = new Mock<IRates>(); m.Setup(r => r.RateAsync(It.IsAny<string>())).ReturnsAsync(2m); [|Assert.Equal(2m, await m.Object.RateAsync(\"USD\"))|];")]
    [InlineData("var m = Substitute.For<IRates>(); m.Load(1).Returns(new Quote(3m)); [|Assert.Equal(3m, m.Load(1).Net)|];")]
    public Task SetUpAndAsserted_Triggers(string body) => Verify(body);

    [Theory]
    [InlineData("var m = new Mock<IRates>(); m.Setup(r => r.Rate(\"USD\")).Returns(2m); Assert.Equal(6m, new Converter(m.Object).Convert(3m));")]
    [InlineData("var m = Substitute.For<IRates>(); m.Rate(\"USD\").Returns(2m); _ = new Converter(m).Convert(3m); Assert.Equal(2m, m.Rate(\"USD\"));")]
    [InlineData("var m = Substitute.For<IRates>(); m.Load(1).Returns(new Quote(3m)); Assert.Equal(6m, m.Load(1).Gross);")]
    [InlineData("var m = Substitute.For<IRates>(); m.Rate(\"USD\").Returns(Converter.Round(1.2m)); Assert.Equal(1m, m.Rate(\"USD\"));")]
    [InlineData("var m = Substitute.For<IRates>(); m.Rate(\"USD\").Returns(1m); Assert.Equal(Converter.Round(1.2m), m.Rate(\"USD\"));")]
    [InlineData("var m = Substitute.For<IRates>(); Assert.Equal(0m, m.Rate(\"USD\")); m.Rate(\"USD\").Returns(1m);")]
    [InlineData("var m = Substitute.For<IRates>(); m.Rate(\"USD\").Returns(1m); m.Name = \"n\"; Assert.Equal(\"n\", m.Name);")]
    [InlineData("var m = new Mock<IRates> { CallBase = true }; m.Setup(r => r.Rate(\"USD\")).Returns(2m); Assert.Equal(2m, m.Object.Rate(\"USD\"));")]
    [InlineData("var m = new Mock<IRates>(); m.Setup(r => r.Rate(\"USD\")).Returns(2m); Assert.Equal(2m, m.Object.Rate(\"USD\")); m.Verify(r => r.Rate(\"USD\"));")]
    [InlineData("var m = Substitute.For<IRates>(); m.Rate(\"USD\").Returns(1m); if (m.Name.Length < 0) return; Assert.Equal(2, 1 + 1);")]
    public Task RealCodeBetween_DoesNotTrigger(string body) => Verify(body);

    private static Task VerifyClass(string members, string body) => RuleTest.VerifyAsync<MockedSubject>($$"""
        using Moq;
        using NSubstitute;
        using Xunit;
        public interface IRates { decimal Rate(string currency); string Name { get; set; } }
        public class Converter(IRates rates) { public decimal Convert(decimal amount) => amount * rates.Rate("USD"); }
        public class RatesTests
        {
            {{members}}
            [Fact] public void Does() { {{body}} }
        }
        """);

    [Theory]
    [InlineData("private readonly Mock<IRates> _m = new();", "_m.Setup(r => r.Rate(\"USD\")).Returns(2m); [|Assert.Equal(2m, _m.Object.Rate(\"USD\"))|];")]
    [InlineData("private readonly IRates _m; public RatesTests() { _m = Substitute.For<IRates>(); _m.Rate(\"USD\").Returns(2m); }", "[|Assert.Equal(2m, _m.Rate(\"USD\"))|];")]
    [InlineData("private IRates _m = null!; [NUnit.Framework.SetUp] public void SetUp() { _m = Substitute.For<IRates>(); _m.Name.Returns(\"a\"); }", "[|Assert.Equal(\"a\", _m.Name)|];")]
    [InlineData("private Mock<IRates> M { get; } = new(); private IRates Rates => M.Object;", "M.Setup(r => r.Rate(\"USD\")).Returns(2m); [|Assert.Equal(2m, Rates.Rate(\"USD\"))|];")]
    [InlineData("private readonly Mock<IRates> _m = new(); private void Given(decimal rate) => _m.Setup(r => r.Rate(\"USD\")).Returns(rate);", "Given(2m); [|Assert.Equal(2m, _m.Object.Rate(\"USD\"))|];")]
    [InlineData("private static Mock<IRates> Make() { var m = new Mock<IRates>(); m.Setup(r => r.Rate(\"USD\")).Returns(2m); return m; }", "var rates = Make(); [|Assert.Equal(2m, rates.Object.Rate(\"USD\"))|];")]
    [InlineData("private static void Prepare(IRates rates) => rates.Rate(\"USD\").Returns(2m);", "var m = Substitute.For<IRates>(); Prepare(m); [|Assert.Equal(2m, m.Rate(\"USD\"))|];")]
    [InlineData("private readonly Mock<IRates> _m = new(); [Fact] public void Other() => Assert.Equal(0m, new Converter(_m.Object).Convert(1m));", "_m.Setup(r => r.Rate(\"USD\")).Returns(2m); [|Assert.Equal(2m, _m.Object.Rate(\"USD\"))|];")]
    public Task OfTheClass_Triggers(string members, string body) => VerifyClass(members, body);

    [Theory]
    [InlineData("private readonly Mock<IRates> _m = new(); private readonly Converter _c; public RatesTests() => _c = new Converter(_m.Object);", "_m.Setup(r => r.Rate(\"USD\")).Returns(2m); Assert.Equal(2m, _c.Convert(1m)); Assert.Equal(2m, _m.Object.Rate(\"USD\"));")]
    [InlineData("protected readonly Mock<IRates> M = new();", "M.Setup(r => r.Rate(\"USD\")).Returns(2m); Assert.Equal(2m, M.Object.Rate(\"USD\"));")]
    [InlineData("private readonly Mock<IRates> _m = new(); private void Given(decimal rate) => _m.Setup(r => r.Rate(\"USD\")).Returns(rate);", "Given(new Converter(Substitute.For<IRates>()).Convert(1m)); Assert.Equal(0m, _m.Object.Rate(\"USD\"));")]
    [InlineData("private readonly Mock<IRates> _m = new(); private void Given(decimal rate) => _m.Setup(r => r.Rate(\"USD\")).Returns(rate);", "Assert.Equal(0m, _m.Object.Rate(\"USD\")); Given(2m);")]
    [InlineData("private readonly Mock<IRates> _m = new(); private void Given(bool known) { if (known) _m.Setup(r => r.Rate(\"USD\")).Returns(2m); }", "Given(false); Assert.Equal(0m, _m.Object.Rate(\"USD\"));")]
    [InlineData("private readonly Mock<IRates> _m = new(); private Converter Make() => new(_m.Object);", "_m.Setup(r => r.Rate(\"USD\")).Returns(2m); Assert.Equal(2m, Make().Convert(1m)); Assert.Equal(2m, _m.Object.Rate(\"USD\"));")]
    [InlineData("private IRates _m = Substitute.For<IRates>(); private void Renew(bool real) { if (real) _m = new Real(); } private sealed class Real : IRates { public decimal Rate(string c) => c.Length; public string Name { get; set; } = \"\"; }", "_m.Rate(\"USD\").Returns(2m); Renew(true); Assert.Equal(3m, _m.Rate(\"USD\"));")]
    [InlineData("private static Converter Use(IRates rates) => new(rates);", "var m = Substitute.For<IRates>(); m.Rate(\"USD\").Returns(2m); _ = Use(m).Convert(1m); Assert.Equal(2m, m.Rate(\"USD\"));")]
    [InlineData("private readonly Mock<IRates> _m = new(); private IRates Rates() => _m.Object;", "_m.SetupGet(r => r.Name).Returns(\"a\"); _ = new Converter(Rates()); Assert.Equal(\"a\", _m.Object.Name);")]
    public Task OfTheClassWithRealCode_DoesNotTrigger(string members, string body) => VerifyClass(members, body);

    [Fact]
    public Task TestOfADouble_DoesNotTrigger() => Verify("var m = Substitute.For<IRates>(); m.Rate(\"USD\").Returns(2m); Assert.Equal(2m, m.Rate(\"USD\"));", "MockRatesTests");

    [Fact]
    public async Task Message_NamesTheMemberAndTheLine()
    {
        var found = await RuleTest.VerifyAsync<MockedSubject>("""
            using NSubstitute;
            using Xunit;
            public interface IClock { int Year { get; } }
            public class ClockTests
            {
                [Fact]
                public void Year_Is2024()
                {
                    var clock = Substitute.For<IClock>();
                    clock.Year.Returns(2024);
                    [|Assert.Equal(2024, clock.Year)|];
                }
            }
            """);
        Assert.Contains("'Year' is a mock's, and the test itself sets up its answer on line 10", Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task BrokenCode_DoesNotThrow() => RuleTest.VerifyBrokenAsync<MockedSubject>("""
        using Moq;
        using Xunit;
        class T { [Fact] public void M() { var m = new Mock<INope>(); m.Setup(x => x.).Returns(; Assert.Equal(1, m.Object.X } }
        """);
}
