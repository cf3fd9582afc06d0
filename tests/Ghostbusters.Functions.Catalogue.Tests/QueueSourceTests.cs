namespace Ghostbusters.Functions.Catalogue.Tests;

public class QueueSourceTests
{
    [Theory]
    [InlineData("@AnalysisFetch", "analysis-fetch")]
    [InlineData("arn:aws:sqs:eu-west-1:123456789012:orders-new", "orders-new")]
    public void AQueue_IsNamedByItsResource(string resource, string expected) => Assert.Equal(expected, QueueSource.NameOf(resource).Value);
}
