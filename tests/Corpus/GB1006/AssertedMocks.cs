using FluentAssertions;
using Moq;
using NSubstitute;
using Shouldly;
using Xunit;
using NAssert = NUnit.Framework.Assert;
using NIs = NUnit.Framework.Is;
using MsAssert = Microsoft.VisualStudio.TestTools.UnitTesting.Assert;

namespace Corpus.GB1006.Asserted;

public sealed record Customer(int Id, string Name, Address? Home = null);

public sealed record Address(string City);

public sealed class Invoice
{
    public decimal Total { get; set; }
}

public interface ICustomers
{
    string Region { get; }

    Customer? Find(int id);

    Task<Customer> FindAsync(int id);

    IReadOnlyList<Customer> All();

    bool Exists(string name);
}

public interface IClock
{
    int Year { get; }

    DateTime Now();
}

public interface IBilling
{
    ValueTask<Invoice> BillAsync(int customer);

    decimal Rate(string currency);
}

public abstract class Exporter
{
    public abstract string Export(Customer customer);
}

public class CustomerTests
{
    [Fact]
    public void Find_Moq()
    {
        var customers = new Mock<ICustomers>();
        customers.Setup(c => c.Find(1)).Returns(new Customer(1, "Ada"));

        var found = customers.Object.Find(1);

        Assert.NotNull(found); //@true GB1006
        Assert.Equal("Ada", found.Name); //@true GB1006
    }

    [Fact]
    public async Task FindAsync_ReturnsAsync()
    {
        var customers = new Mock<ICustomers>();
        customers.Setup(c => c.FindAsync(It.IsAny<int>())).ReturnsAsync(new Customer(2, "Bob"));
        Assert.Equal(2, (await customers.Object.FindAsync(2)).Id); //@true GB1006
    }

    [Fact]
    public void Rate_Substitute()
    {
        var billing = Substitute.For<IBilling>();
        billing.Rate("USD").Returns(1.1m);
        Assert.Equal(1.1m, billing.Rate("USD")); //@true GB1006
    }

    [Fact]
    public void Year_PropertyOfASubstitute()
    {
        var clock = Substitute.For<IClock>();
        clock.Year.Returns(2024);
        var year = clock.Year;
        year.ShouldBe(2024); //@true GB1006
    }

    [Fact]
    public void Region_SetupGet()
    {
        var customers = new Mock<ICustomers>();
        customers.SetupGet(c => c.Region).Returns("EU");
        customers.Object.Region.Should().Be("EU"); //@true GB1006
    }

    [Fact]
    public void Year_MockOf()
    {
        var clock = Mock.Of<IClock>(c => c.Year == 2024);
        Assert.Equal(2024, clock.Year); //@true GB1006
    }

    [Fact]
    public void All_ThroughALocalOfTheObject()
    {
        var mock = new Mock<ICustomers>(MockBehavior.Strict);
        mock.Setup(c => c.All()).Returns(new List<Customer> { new(1, "Ada"), new(2, "Bob") });
        var service = mock.Object;
        var all = service.All();
        Assert.Equal(2, all.Count); //@true GB1006
    }

    [Fact]
    public void Find_TheSameObject()
    {
        var expected = new Customer(7, "Eve", new Address("Bern"));
        var customers = Substitute.For<ICustomers>();
        customers.Find(7).Returns(expected);
        var actual = customers.Find(7);
        Assert.Same(expected, actual); //@true GB1006
        Assert.Equal("Bern", actual!.Home!.City); //@true GB1006
    }

    [Theory]
    [InlineData("ada", true)]
    [InlineData("zoe", false)]
    public void Exists_OfTheTheory(string name, bool exists)
    {
        var customers = new Mock<ICustomers>();
        customers.Setup(c => c.Exists(name)).Returns(exists);
        Assert.Equal(exists, customers.Object.Exists(name)); //@true GB1006
    }

    [NUnit.Framework.Test]
    public void Exists_Constraint()
    {
        var customers = Substitute.For<ICustomers>();
        customers.Exists(Arg.Any<string>()).Returns(true);
        NAssert.That(customers.Exists("ada"), NIs.True); //@true GB1006
    }

    [Fact]
    public void Exists_ForAnyArgs()
    {
        var customers = Substitute.For<ICustomers>();
        customers.Exists("").ReturnsForAnyArgs(true);
        Assert.True(customers.Exists("bob")); //@true GB1006
    }

    [Fact]
    public async Task BillAsync_KeptData()
    {
        var invoice = new Invoice { Total = 12m };
        var billing = new Mock<IBilling>();
        billing.Setup(b => b.BillAsync(3)).Returns(new ValueTask<Invoice>(invoice));
        var result = await billing.Object.BillAsync(3).ConfigureAwait(true);
        Assert.Equal(12m, result.Total); //@true GB1006
    }

    [Fact]
    public void Export_OfAnAbstractClass()
    {
        var exporter = new Mock<Exporter>();
        exporter.Setup(e => e.Export(It.IsAny<Customer>())).Returns("<c/>");
        Assert.Equal("<c/>", exporter.Object.Export(new Customer(1, "Ada"))); //@true GB1006
    }

    [Fact]
    public void Find_InsideABranch()
    {
        var customers = Substitute.For<ICustomers>();
        customers.Find(1).Returns(new Customer(1, "Ada"));
        for (var i = 0; i < 2; i++)
        {
            MsAssert.AreEqual(1, customers.Find(1)!.Id); //@true GB1006
        }
    }

    [Fact]
    public void Find_NotThere()
    {
        var customers = new Mock<ICustomers>();
        customers.Setup(c => c.Find(9)).Returns((Customer?)null);
        Customer? missing = customers.Object.Find(9);
        Assert.Null(missing); //@true GB1006
    }

    [Fact]
    public void Now_BesideARealOne()
    {
        var clock = Substitute.For<IClock>();
        clock.Now().Returns(new DateTime(2024, 5, 1));
        var home = new Address("Rome");
        Assert.Equal("Rome", home.City);
        Assert.Equal(new DateTime(2024, 5, 1), clock.Now()); //@true GB1006
    }

    [Fact]
    public void FindAsync_Blocked()
    {
        var customers = new Mock<ICustomers>();
        customers.Setup(c => c.FindAsync(4)).Returns(Task.FromResult(new Customer(4, "Dan")));
        Assert.Equal("Dan", customers.Object.FindAsync(4).GetAwaiter().GetResult().Name); //@true GB1006
    }

    [Fact]
    public void All_OneOfSeveralMocks()
    {
        var clock = Substitute.For<IClock>();
        var customers = Substitute.For<ICustomers>();
        clock.Year.Returns(2023);
        customers.All().Returns([new Customer(clock.Year, "Ada")]);
        Assert.Equal(2023, customers.All()[0].Id); //@true GB1006
    }
}
