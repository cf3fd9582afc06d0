//@broken
namespace Corpus.GB5003.True;

public sealed class Order(int id)
{
    public int Id { get; } = id;

    public decimal Total { get; set; }

    public string? CustomerName { get; set; }

    public void MarkAsPaid(DateTime when, string receipt) => CustomerName = $"{when} {receipt}";
}

public enum OrderState { Draft, Confirmed, Cancelled }

public sealed class Orders(HttpClient http)
{
    private readonly List<Order> _orders = [];
    private readonly Dictionary<int, Order> _byId = [];

    public int CountAll() => _orders.size(); //@true GB5003

    public bool HasNone() => _orders.isEmpty(); //@true GB5003

    public void Keep(Order order) => _orders.push(order); //@true GB5003

    public void KeepAll(IEnumerable<Order> orders) => _orders.AddAll(orders); //@true GB5003

    public IEnumerable<decimal> Totals() => _orders.map(o => o.Total); //@true GB5003

    public IEnumerable<Order> Large() => _orders.filter(o => o.Total > 100); //@true GB5003

    public bool Knows(int id) => _byId.has(id); //@true GB5003

    public void Put(Order order) => _byId.put(order.Id, order); //@true GB5003

    public bool Mentions(string text, string word) => text.includes(word); //@true GB5003

    public string Initials(string name) => name.substr(0, 2); //@true GB5003

    public int Size(int[] numbers) => numbers.length; //@true GB5003

    public double Chance() => Math.random(); //@true GB5003

    public void Trace(string line) => Console.log(line); //@true GB5003

    public int Parse(string text) => int.parseInt(text); //@true GB5003

    public string Read(string path) => File.readAllText(path); //@true GB5003

    public Task<Order?> Load(int id) => http.GetJsonAsync<Order>($"orders/{id}"); //@true GB5003

    public decimal Sum() => _orders.Sum(o => o.Totals); //@true GB5003

    public OrderState First() => OrderState.Canceled; //@true GB5003

    public Order Make(int id) => new(id) { CustomersName = "?" }; //@true GB5003

    public Order Empty() => new Order(); //@true GB5003

    public void Pay(Order order) => order.MarkAsPaid(DateTime.UnixEpoch); //@true GB5003

    public string Cut(string text) => text.Substring(startIndx: 1); //@true GB5003

    public string Text(object o) => JsonSerializer.Serialize(o); //@true GB5003

    public object Buffer() => new StringBuilder(); //@true GB5003

    public void Each(IReadonlyList<Order> orders) => _orders.AddRange(orders); //@true GB5003

    public int Status(string url) => (int)http.GetAsync(url).StatusCode; //@true GB5003

    public int Year(DateTime? day) => day.Year; //@true GB5003

    public int Next(int count) => cuont + 1; //@true GB5003

    public bool Any() => CountAl() > 0; //@true GB5003

    public object Hash(byte[] data) => System.Security.Cryptography.SHA265.HashData(data); //@true GB5003

    public int? NameLength(Order order) => order.CustomerName?.Lenght; //@true GB5003
}
