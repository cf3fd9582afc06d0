namespace Shop;

public record Country(string Code, decimal Rate);

public class Rules
{
    private const string HouseAccount = "ACC-00001";

    private readonly Dictionary<string, int> _table = [];

    public int Decimals(string currency) => currency == "JPY" ? 0 : currency.Length - 1; //@near GB4003

    public bool IsSafe(string verb) => verb == "GET" || Probe(verb); //@near GB4003

    public string Mime(string extension)
    {
        if (extension == ".jpeg") //@near GB4003
            return "image/jpeg";
        return "application/" + extension;
    }

    public string Reason(int statusCode)
    {
        if (statusCode == 404) //@near GB4003
            return "Not Found";
        return statusCode.ToString();
    }

    public int Parse(string text)
    {
        if (text == "") //@near GB4003
            return 0;
        return int.Parse(text);
    }

    public int Fibonacci(int n)
    {
        if (n == 1) //@near GB4003
            return 1;
        return n < 1 ? 0 : Fibonacci(n - 1) + Fibonacci(n - 2);
    }

    public int Days(int month, int year)
    {
        if (month == 2) //@near GB4003
            return 28;
        return DateTime.DaysInMonth(year, month);
    }

    public int DigestLength(string algorithm)
    {
        if (algorithm == "sha256") //@near GB4003
            return 32;
        return algorithm.Length * 8;
    }

    public int CodePage(string encoding)
    {
        if (encoding == "iso-8859-1") //@near GB4003
            return 28591;
        return encoding.Length;
    }

    public decimal Fee(string account, decimal net)
    {
        if (account == HouseAccount) //@near GB4003
            return 0.5m;
        return net * 0.01m;
    }

    public string Symbol(string token) => token switch
    {
        "greater or equal" => ">=", //@near GB4003
        "less or equal" => "<=", //@near GB4003
        "not equal to" => "!=", //@near GB4003
        "equal to it" => "==", //@near GB4003
        _ => token.Trim(),
    };

    public bool IsAdmin(string role) => role == "administrator" || Probe(role); //@near GB4003

    public bool IsEnabled(string feature)
    {
        if (feature == "checkout.fast-lane") //@near GB4003
            return true;
        return Probe(feature);
    }

    public string Route(string path)
    {
        if (path == "/orders/12345") //@near GB4003
            return "orders";
        return path[1..];
    }

    public string Format(string pattern)
    {
        if (pattern == "yyyy-MM-dd 00:00") //@near GB4003
            return "iso 00";
        return pattern + "!";
    }

    // Nobody tests it with this customer.
    public int Bonus(string customer)
    {
        if (customer == "CUST-77001") //@near GB4003
            return 250;
        return customer.Length;
    }

    // The tests ask for this one, but expect another answer.
    public int Limit(string customer)
    {
        if (customer == "CUST-88002") //@near GB4003
            return 875;
        return customer.Length;
    }

    // The answer is worked out.
    public int Level(string customer, int turnover)
    {
        if (customer == "CUST-99003") //@near GB4003
            return turnover * 3;
        return turnover / 7;
    }

    // A guard.
    public int Ship(string order)
    {
        if (order == "ORD-66001") //@near GB4003
            throw new InvalidOperationException("It is on hold.");
        return order.Length;
    }

    // It compares what it has looked up, not what it was given.
    public int Price(int article)
    {
        var name = article.ToString() + "-1";
        if (name == "77123-1") //@near GB4003
            return 4711;
        return article;
    }

    public string Greet(string name)
    {
        if (name == "Miss Marple") //@near GB4003
            Console.WriteLine("Again!");
        return "Hello " + name;
    }

    public int Buffer(int size)
    {
        if (size == 4096) //@near GB4003
            return 8191;
        return size * 2;
    }

    // A constant for all of them: that is StubBody's business.
    public int Always(string order)
    {
        if (order == "ORD-55001") //@near GB4003
            return 719;
        return 719;
    }

    public string Version(string product)
    {
        if (product == "1.2.3.400") //@near GB4003
            return "old 1.2";
        return product + "?";
    }

    private bool Probe(string key) => _table.ContainsKey(key);
}

// file: tests/RulesTests.cs
namespace Shop.Tests
{
    using Xunit;

    public class Fakes
    {
        public int Find(string order)
        {
            if (order == "ORD-44001") //@near GB4003
                return 613;
            return order.Length;
        }
    }

    public class RulesTests
    {
        private readonly Rules _rules = new();

        [Fact]
        public void Domain()
        {
            Assert.Equal(0, _rules.Decimals("JPY"));
            Assert.True(_rules.IsSafe("GET"));
            Assert.Equal("image/jpeg", _rules.Mime(".jpeg"));
            Assert.Equal("Not Found", _rules.Reason(404));
            Assert.Equal(0, _rules.Parse(""));
            Assert.Equal(1, _rules.Fibonacci(1));
            Assert.Equal(28, _rules.Days(2, 2023));
            Assert.Equal(32, _rules.DigestLength("sha256"));
            Assert.Equal(28591, _rules.CodePage("iso-8859-1"));
            Assert.Equal(0.5m, _rules.Fee("ACC-00001", 10m));
            Assert.Equal(">=", _rules.Symbol("greater or equal"));
            Assert.Equal("<=", _rules.Symbol("less or equal"));
            Assert.True(_rules.IsAdmin("administrator"));
            Assert.True(_rules.IsEnabled("checkout.fast-lane"));
            Assert.Equal("orders", _rules.Route("/orders/12345"));
            Assert.Equal("iso 00", _rules.Format("yyyy-MM-dd 00:00"));
            Assert.Equal("old 1.2", _rules.Version("1.2.3.400"));
        }

        [Fact]
        public void Customers()
        {
            Assert.Equal(3, _rules.Bonus("abc"));
            Assert.True(_rules.Limit("CUST-88002") > 4);
            Assert.Equal(30, _rules.Level("CUST-99003", 10));
            Assert.Throws<InvalidOperationException>(() => _rules.Ship("ORD-66001"));
            Assert.Equal(4711, _rules.Price(77123));
            Assert.Equal("Hello Miss Marple", _rules.Greet("Miss Marple"));
            Assert.Equal(8191, _rules.Buffer(4096));
            Assert.Equal(719, _rules.Always("ORD-55001"));
            Assert.Equal(613, new Fakes().Find("ORD-44001"));
        }
    }
}
