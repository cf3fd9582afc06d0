namespace Billing
{
    public interface IInvoices
    {
        decimal Total(string customer);

        Task CloseAsync(string customer, CancellationToken cancellation);

        IAsyncEnumerable<string> ListAsync();

        event EventHandler Closed;
    }

    // The only one there is.
    internal sealed class Invoices : IInvoices
    {
        private readonly Dictionary<string, decimal> _totals = [];

        public event EventHandler? Closed;

        public decimal Total(string customer)
        {
            if (_totals.TryGetValue(customer, out var total) && total > 0)
                throw new NotImplementedException("VAT is missing."); //@true GB2002
            return 0;
        }

        public async Task CloseAsync(string customer, CancellationToken cancellation)
        {
            Closed?.Invoke(this, EventArgs.Empty);
            await Task.Yield();
            cancellation.ThrowIfCancellationRequested();
            throw new NotImplementedException(customer); //@true GB2002
        }

        public IAsyncEnumerable<string> ListAsync() => throw new NotImplementedException(); //@true GB2002
    }

    public readonly struct Amount(decimal value)
    {
        public decimal Value => value;

        // A member of a struct.
        public Amount Convert(string currency) => Exchange(currency);

        public Amount Exchange(string currency) => throw new NotImplementedException($"No rate for {currency}."); //@true GB2002

        public string Spelled => throw new NotImplementedException(); //@true GB2002
    }

    public record Bill(string Customer, decimal Net)
    {
        // A record's own member.
        public Bill WithDiscount(decimal percent)
        {
            if (percent == 0)
                return this;
            Console.WriteLine(percent);
            throw new NotImplementedException(); //@near GB2002
        }

        public static Bill Load(Stream stream) => throw new NotImplementedException(); //@true GB2002
    }

    public static class BillExtensions
    {
        // An extension method.
        public static byte[] ToPdf(this Bill bill)
        {
            Console.WriteLine(bill.Customer);
            throw new NotImplementedException("PDF: coming soon"); //@true GB2002
        }

        // A generic one.
        public static T As<T>(this Bill bill) where T : class => throw new NotImplementedException(typeof(T).Name); //@true GB2002
    }

    public class Ledger
    {
        private readonly List<Bill> _bills = [];

        // Each of several named cases.
        public string Export(string format)
        {
            switch (format)
            {
                case "csv":
                    return string.Join('\n', _bills);
                case "xml":
                case "json":
                    throw new NotImplementedException(); //@true GB2002
                default:
                    throw new ArgumentException(format);
            }
        }

        // The option is offered as a parameter.
        public int Import(string path, bool append)
        {
            if (append)
            {
                throw new NotImplementedException("append"); //@true GB2002
            }

            _bills.Clear();
            return File.ReadAllLines(path).Length;
        }

        // A condition on what is there.
        public decimal Sum(DateOnly? until)
        {
            if (until is { } day && day.Year > 2000)
                throw new NotImplementedException("TODO"); //@true GB2002
            return _bills.Sum(static b => b.Net);
        }

        // Two calls away, through a private property.
        public string Describe() => "Ledger of " + Period;

        private string Period => Begin() + "–";

        private string Begin()
        {
            throw new NotImplementedException(); //@true GB2002
        }

        // Called from a constructor's callee.
        public void Reopen() => Lock(false);

        private void Lock(bool isLocked)
        {
            if (isLocked)
                _bills.Clear();
            else
                Unlock();
        }

        private static void Unlock() => throw new NotImplementedException(); //@true GB2002

        // The message says that the code is not there, not that the thing is not allowed.
        public void Sign(string key) => throw new NotSupportedException("Signing is under construction"); //@true GB2002

        public void Archive(string path)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            throw new InvalidOperationException("Archive: not yet implemented"); //@true GB2002
        }
    }

    public sealed class BillEnumerator : IDisposable
    {
        // A contract of the framework, half kept.
        public void Dispose() => throw new NotImplementedException(); //@true GB2002

        public int this[int index] => throw new NotImplementedException(); //@near GB2002
    }

    public class Program
    {
        // Where the program starts.
        private static void Main(string[] args)
        {
            if (args.Length > 1)
                throw new NotImplementedException("several files"); //@true GB2002
            Console.WriteLine(args.Length);
        }
    }

    public sealed class BillByCustomer : IEqualityComparer<Bill>
    {
        public bool Equals(Bill? x, Bill? y) => x?.Customer == y?.Customer;

        public int GetHashCode(Bill obj) => throw new NotImplementedException(); //@true GB2002
    }
}
