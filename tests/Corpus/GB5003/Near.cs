//@broken
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Corpus.GB5003.Near;

// Whatever the missing package's type has, it may have these.
public sealed class Client(Vendor.Http.IClient client) //@near GB5003
{
    public object Load() => client.GetJsonAsync("orders"); //@near GB5003

    public object Size(List<Vendor.Order> orders) => orders.size(); //@near GB5003

    public object Mapped(List<Vendor.Order> orders) => orders.Select(o => o.lenght); //@near GB5003

    public string Cut(string text) => text.Substring(1, 2, Vendor.Limits.Three); //@near GB5003
}

public sealed class Controller : Vendor.Web.Controller //@near GB5003
{
    private int Total() => 1;

    public object Index() => Totals(); //@near GB5003

    public object Me() => this.Totals(); //@near GB5003
}

public interface IOrder : Vendor.IEntity //@near GB5003
{
    int Total { get; }
}

public sealed class Reader
{
    public int Read(IOrder order) => order.Totals; //@near GB5003
}

public partial class ViewModel
{
    [Vendor.Mvvm.ObservableProperty] private string? _name; //@near GB5003

    public string? Shown => Names; //@near GB5003
}

public partial class Bound
{
    [ObservableProperty] private string? _title; //@near GB5003

    [RelayCommand] private void Save() => _title = "saved"; //@near GB5003
}

public sealed class Binder
{
    public object? Title(Bound bound) => bound.Title; //@near GB5003

    public object Command(Bound bound) => bound.SaveCommand; //@near GB5003
}

[JsonSerializable(typeof(int))]
public partial class Context : JsonSerializerContext
{
    public static object Numbers => Context.Defaults; //@near GB5003
}

public partial class Patterns
{
    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();

    public static object Words => Patterns.Wrod(); //@near GB5003
}

public partial class MainWindow
{
    public MainWindow() => InitializeComponent(); //@near GB5003

    private void InitializeComponents()
    {
    }
}

public sealed class Portable
{
#if NETFRAMEWORK
    private readonly int _handel = 1;
#endif
    private readonly int _handle = 2;

    public int Handle => _handel + _handle; //@near GB5003
}

public sealed class Guarded
{
    private int _secret;

    public int Read(Hidden hidden) => hidden.Value + _secret++; //@near GB5003

    public string Wrong(string text) => text.Substring("1"); //@near GB5003

    public object Late(dynamic thing) => thing.size(); //@near GB5003

    public object Unlike() => Frobnicator.Run(); //@near GB5003

    public object Unlike(Qwxz thing) => thing; //@near GB5003

    public int Number() => "text"; //@near GB5003

    public int Unassigned() { int count; return count; } //@near GB5003

    public List Plain() => []; //@near GB5003
}

public sealed class Hidden
{
    private int Value => 1;

    public int Shown => Value;
}
