using Xunit;

namespace Corpus.GB1005.Twice;

public record Quote(decimal Net, decimal Tax);

public class Pricing
{
    private int _number;

    public Quote Offer(decimal net) => new(net, net / 5);

    public int NextNumber() => ++_number;

    public object Reserve(decimal net) => new List<decimal> { net };
}

// One call, written twice in one assertion.
public class OfferTests
{
    private readonly Pricing _pricing = new();

    [Fact]
    public void AHelperOfTheTests() => Assert.Equal(Offered(3m), Offered(3m)); //@true GB1005

    [Fact]
    public void TheTextOfAResult() => Assert.Equal(_pricing.Offer(3m).ToString(), _pricing.Offer(3m).ToString()); //@true GB1005

    [Fact]
    public void AListOfResults() => Assert.Equal(Taxes([1m, 2m]), Taxes([1m, 2m])); //@true GB1005

    [Fact]
    public void EveryOffer_IsCountedOnce() => Assert.Equal(_pricing.Offer(3m), _pricing.Offer(3m)); //@true GB1005

    // Each takes another.
    [Fact]
    public void TheNumbers() => Assert.NotEqual(_pricing.NextNumber(), _pricing.NextNumber()); //@near GB1005

    // Whether it is one instance is the question.
    [Fact]
    public void AReservation() => Assert.Equal(_pricing.Reserve(3m), _pricing.Reserve(3m)); //@near GB1005

    // Two that were made alike are compared.
    [Fact]
    public void Values() => Assert.Equal(MakeQuote(3m), MakeQuote(3m)); //@near GB1005

    [Fact]
    public void Offers_OnlyOnce_AreCalledOnce() => Assert.Equal(_pricing.Offer(3m), _pricing.Offer(3m)); //@near GB1005

    private Quote Offered(decimal net) => _pricing.Offer(net);

    private List<decimal> Taxes(decimal[] nets) => nets.Select(n => _pricing.Offer(n).Tax).ToList();

    private Quote MakeQuote(decimal net) => _pricing.Offer(net);
}
