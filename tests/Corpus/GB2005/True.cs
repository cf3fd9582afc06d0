namespace Shop;

public record Order(int Id, decimal Net);

public interface IInvoices
{
    byte[] RenderPdf(Order order);
}

public class TaxService
{
    public decimal CalculateTax(Order order) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    /// <summary>Applies the customs tariff. Fully implemented.</summary>
    public decimal ApplyTariff(Order order) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    /// <summary>Computes the excise duty. Production-ready.</summary>
    public decimal ComputeDuty(Order order) => 0m; //@true GB2005 @true GB2001
}

public class Invoices : IInvoices
{
    public byte[] RenderPdf(Order order) //@true GB2005
    {
        throw new NotImplementedException(); //@true GB2002
    }

    public byte[] RenderXml(Order order) //@true GB2005
    {
        ArgumentNullException.ThrowIfNull(order);
        throw new NotImplementedException("XML"); //@true GB2002
    }

    /// <summary>Signs the invoice. This method is implemented and tested.</summary>
    public byte[] AttachSeal(byte[] invoice) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    /// <summary>
    /// Sends the reminder.
    /// </summary>
    /// <remarks>Status: done.</remarks>
    public void SendReminder(Order order) { } //@true GB2005 @true GB2001
}

public class Accounts
{
    public bool ResetPassword(string user) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public Task<bool> VerifyMailAsync(string mail) => Task.FromResult(true); //@true GB2005 @true GB8001

    public void LockAccount(string user) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public bool ValidateToken(string token) => true; //@true GB2005 @true GB8001

    /// <summary>Deletes a user; feature complete.</summary>
    public void DeleteUser(string user) { } //@true GB2005 @true GB2001

    /// <summary>Two-factor login. The implementation is complete.</summary>
    public bool CheckSecondFactor(string user, string code) => throw new NotImplementedException(); //@true GB2005 @true GB2002
}

public class Catalog
{
    public List<Order> SearchProducts(string text) => new(); //@true GB2005 @true GB2001

    public List<Order> FilterByPrice(decimal from, decimal to) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public void ImportCsv(Stream stream) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public void ExportExcel(Stream stream) //@true GB2005
    {
        if (stream is null)
            throw new ArgumentNullException(nameof(stream));
        throw new NotImplementedException(); //@true GB2002
    }

    public int StockLevel => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public string CurrencySymbol //@true GB2005
    {
        get { throw new NotImplementedException(); } //@true GB2002
        set { throw new NotImplementedException(); } //@true GB2002
    }

    /// <value>The exchange rate of today, fully functional.</value>
    public decimal ExchangeRate => throw new NotImplementedException(); //@true GB2005 @true GB2002
}

public class PdfExporter
{
    public void Export(Order order) => throw new NotImplementedException(); //@true GB2005 @true GB2002
}

public class ReportCache
{
    public void Invalidate() => throw new NotImplementedException(); //@true GB2005 @true GB2002
}

public class Recommender
{
    public double[] RankProducts(Order order) => new[] { 0.9, 0.8 }; //@true GB2005 @true GB2001

    public double PredictChurn(Order order) => 0.42; //@true GB2005 @true GB2001

    /// <summary>Classifies the order with the trained model. It is battle-tested.</summary>
    public string ClassifyOrder(Order order) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    /// <summary>
    ///   The   demand forecast is
    ///   now completely implemented.
    /// </summary>
    public double[] ForecastDemand(int weeks) => throw new NotImplementedException(); //@true GB2005 @true GB2002
}

public class Payments
{
    public Task<bool> RefundAsync(Order order) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public Task<bool> ChargeCard(Order order) => Task.FromResult(true); //@true GB2005 @true GB2001

    public async Task CapturePayment(Order order) //@true GB2005
    {
        await Task.Yield();
        throw new NotImplementedException(); //@true GB2002
    }

    public void SettleBatch() => throw new System.NotImplementedException(); //@true GB2005 @true GB2002

    /// <summary>Voids a payment (ready for production).</summary>
    public void VoidPayment(Order order) => throw new NotImplementedException(); //@true GB2005

    /** <summary>Splits a payment. Works for all currencies and is finished.</summary> */
    public decimal[] SplitPayment(Order order) => throw new NotImplementedException(); //@true GB2005 @true GB2002
}

public class Webhooks
{
    public bool VerifySignature(byte[] body, string signature) => true; //@true GB2005 @true GB8001

    public void RetryDelivery(int id) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public void RotateSecret() => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public void ReplayEvents(DateTime since) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    internal void ThrottleClients(int perMinute) => throw new NotImplementedException(); //@true GB2005

    public void ArchivePayloads(int days) => throw new NotImplementedException(); //@true GB2005 @true GB2002
}

public class Wishes
{
    public void ShareWishlist(string user) => throw new NotImplementedException(); //@true GB2005 @true GB2002

    public void PrintWishlist() => throw new NotImplementedException(); //@true GB2005 @true GB2002
}

// file: README.md
# Shop

## Features

- [x] Tax calculation: `TaxService.CalculateTax`
- [x] Render invoices as PDF
- [X] Rendering of XML invoices
* [x] Reset of passwords
- ✅ Mails are verified
- :white_check_mark: Token validation
- ✔️ Locked accounts
1. [x] Search for products
2. [x] Wishlists can be shared
3. [x] Printing of the wishlist, from v1.1 on

| Feature | State |
|---|---|
| Filtering by price | ✅ |
| CSV import | done |
| Excel export | Implemented |

- The stock level is fully implemented
- Currency symbol: production-ready

## Roadmap

- [x] PDF export
- [x] Invalidation of the report cache
- [x] Ranking of products
- [ ] Bulk orders

// file: CHANGELOG.md
# Changelog

## [1.2.0] - 2026-03-01

### Added

- Added `PredictChurn` for customers
- Implemented refund of payments
- Add card charging
- Implement payment capture
- New: settling of batches

## 1.1.0

- Implements signature verification
- **Added** retries of failed delivery (`Webhooks.RetryDelivery`)
- Introduces `RotateSecret()`

// file: docs/status.md
# Status

- [x] Events can be replayed
- [x] `ThrottleClients`
- Archiving of payloads is complete.
