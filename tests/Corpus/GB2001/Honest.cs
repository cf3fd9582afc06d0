using System.Collections;
using System.ComponentModel;

namespace Honest;

public record Order(int Id, decimal Net);

public sealed class NullCache
{
    public byte[]? Load(string key) => null; //@near GB2001
}

public sealed class AlwaysValid
{
    public bool Validate(string text) => true; //@near GB2001
}

public class Sink
{
    /// <summary>Does nothing: there is nobody to tell.</summary>
    public void Send(string text) { } //@near GB2001

    // No-op by design, the peer acknowledges by itself.
    public void Publish(string text) { } //@near GB2001

    public bool CheckLease(string name)
    {
        // Leases are not supported on a single node.
        return true; //@near GB2001
    }
}

public abstract class Step
{
    public virtual bool Validate(Order order) => true; //@near GB2001

    protected void Save(Order order) { } //@near GB2001

    protected virtual Task ProcessAsync(Order order) => Task.CompletedTask; //@near GB2001
}

public class FreeStep : Step
{
    public override bool Validate(Order order) => false; //@near GB2001
}

public interface ITaxRule
{
    decimal CalculateTax(Order order);

    decimal Estimate(Order order) => 0m; //@near GB2001
}

public class ExportTax : ITaxRule
{
    public decimal CalculateTax(Order order) => 0m; //@near GB2001
}

public class DomesticTax : ITaxRule
{
    public decimal CalculateTax(Order order) => order.Net * 0.19m; //@near GB2001
}

public class Capabilities
{
    public bool CanSeek => false; //@near GB2001

    public bool IsReadOnly => true; //@near GB2001

    public string Name() => "capabilities"; //@near GB2001

    public int Priority(Order order) => 0; //@near GB2001

    public bool IsSupported(string feature) => false; //@near GB2001
}

public class BoolConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type source) => true; //@near GB2001
}

public class Bag : ICollection<int>
{
    private readonly List<int> _items = [];

    bool ICollection<int>.IsReadOnly => false; //@near GB2001

    public int Count => _items.Count;

    public void Add(int item) => _items.Add(item);

    public void Clear() => _items.Clear();

    public bool Contains(int item) => _items.Contains(item);

    public void CopyTo(int[] array, int index) => _items.CopyTo(array, index);

    public bool Remove(int item) => _items.Remove(item);

    public IEnumerator<int> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class Comparer : IEqualityComparer<Order>
{
    public bool Equals(Order? a, Order? b) => a?.Id == b?.Id;

    public int GetHashCode(Order order) => 0; //@near GB2001 @true GB4006
}

public class Hooks
{
    public Task OnStartedAsync(CancellationToken cancellation) => Task.CompletedTask; //@near GB2001

    public void Dispose() { } //@near GB2001

    [Obsolete("Sessions are loaded by the host.")]
    public object? LoadSession(string id) => null; //@near GB2001

    public bool TryParse(string text, out int value) //@near GB2001
    {
        value = 0;
        return false;
    }

    public void ProcessExit(object? sender, EventArgs e) { } //@near GB2001
}

public class Callbacks
{
    private readonly Func<Order, bool> _filter = FilterAll;

    private static bool FilterAll(Order order) => true; //@near GB2001

    public bool Run(Order order) => _filter(order);
}

public class Platform
{
    public bool VerifyMode(string path) //@near GB2001
    {
#if UNIX
        return path.Length > 0;
#else
        return true;
#endif
    }
}

public class Validator
{
    public void Validate(Order order) //@near GB2001
    {
        if (order.Net < 0)
            throw new ArgumentException("A net amount is not negative.", nameof(order));
    }

    public bool CheckNet(Order order) //@near GB2001
    {
        if (order.Net < 0)
            return false;
        return true;
    }

    public int CalculateFee(Order order) => throw new NotSupportedException("Fees are the bank's."); //@near GB2001

    public int Compute(int _) => 7; //@near GB2001
}

public class Store
{
    private readonly Dictionary<int, Order> _orders = [];

    public bool Save(Order order) //@near GB2001
    {
        _orders[order.Id] = order;
        return true;
    }

    public Order? Find(int id) => _orders.GetValueOrDefault(id); //@near GB2001

    public int DeleteAll() { _orders.Clear(); return 0; } //@near GB2001

    public string GenerateName() => "order"; //@near GB2001

    public List<Order> LoadDefaults() => []; //@near GB2001
}
