using Ghostbusters.Analyzers.Rules;

namespace Ghostbusters.Analyzers.Tests.Rules;

public class PascalWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("CalculateTax", "Calculate Tax")]
    [InlineData("HTTPClient", "HTTP Client")]
    [InlineData("_apiKey2", "api Key 2")]
    [InlineData("API_KEY", "API KEY")]
    [InlineData("Jwt:SigningKey", "Jwt Signing Key")]
    public void Identifiers_Split(string identifier, string words) => Assert.Equal(words, string.Join(' ', PascalWords.Of(identifier)));
}
