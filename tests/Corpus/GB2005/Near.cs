namespace Shop;

public record Order(int Id, decimal Net);

public class TaxService
{
    // The box is not ticked.
    public decimal CalculateTax(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    /// <summary>Not yet fully implemented.</summary>
    public decimal ApplyTariff(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    /// <summary>Will be production-ready in the next release.</summary>
    public decimal EstimateDuty() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    /// <summary>Call it once <see cref="RoundNet"/> is complete. The counterpart <see cref="RoundNet"/> is fully implemented.</summary>
    public decimal RoundGross(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    /// <summary>Fully implemented.</summary>
    public decimal RoundNet(Order order) => Math.Round(order.Net, 2); //@near GB2005

    /// <summary>Never null. Until the feature is complete, it throws.</summary>
    public string Describe(Order order) => throw new NotImplementedException(); //@near GB2005

    /// <summary>Is implemented by the derived classes of each country.</summary>
    public virtual decimal CountryRate(string country) => throw new NotImplementedException(); //@near GB2005

    /// <summary>Fully supported by subclasses.</summary>
    protected virtual void PrintForm(Order order) => throw new NotImplementedException(); //@near GB2005
}

public class Invoices
{
    public byte[] RenderPdf(Order order) => BitConverter.GetBytes(order.Id); //@near GB2005

    // The document says that it is planned.
    public byte[] RenderXml(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // Crossed out.
    public byte[] RenderHtml(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // In the example of a list.
    public byte[] RenderText(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // It was removed, says the changelog.
    public byte[] RenderFax(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // Under Unreleased.
    public byte[] RenderLabel(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // A question.
    public byte[] RenderImage(Order order) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // What is supported is another thing, and this says that it is not.
    public byte[] RenderAudio(Order order) => throw new NotSupportedException(); //@near GB2005
}

public class Accounts
{
    // The overload does it.
    public bool ResetPassword(string user) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    public bool ResetPassword(string user, string code) => user.Length > code.Length; //@near GB2005

    // The one of Users does it.
    public void LockAccount(string user) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // Half of the words are in the list.
    public void DeleteAccountHistory(string user) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // The line is about many things.
    public void MergeContacts(string a, string b) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // An interface is what was added.
    public void NotifyOwner(string user) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    [Obsolete("Accounts unlock by themselves.")]
    public void UnlockAccount(string user) => throw new NotImplementedException(); //@near GB2005

    // One word says too little.
    public void Ping() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // It is done.
    public bool ValidateToken(string token) => token.Length == 32; //@near GB2005

    // It only throws for some.
    public int CountSessions(string user) //@near GB2005
    {
        if (user.Length > 20)
            throw new NotImplementedException(); //@true GB2002
        return user.Length;
    }
}

public class Users
{
    private readonly HashSet<string> _locked = [];

    public void LockAccount(string user) => _locked.Add(user); //@near GB2005
}

public class Catalog
{
    // A changelog's fix is about what was broken, not about what is complete.
    public void ImportCsv(Stream stream) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // Partly.
    public void ExportExcel(Stream stream) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // A checklist for contributors.
    public void UpdateDocs() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // A row without a mark.
    public void SortByPrice() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // Crossed.
    public void SortByName() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // A plain sentence of the readme promises no state.
    public void FindDuplicates() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // Its type in the list is another.
    public void SaveDraft() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // A stub, says the list itself.
    public void GroupByVendor() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // Todo.
    public void LoadImages() => throw new NotImplementedException(); //@near GB2005 @true GB2002

    // An idea.
    public void CompareOffers() => throw new NotImplementedException(); //@near GB2005 @true GB2002
}

public abstract class Shape
{
    /// <summary>Fully implemented by each shape.</summary>
    public abstract double Area(); //@near GB2005
}

public interface IGateway
{
    /// <summary>Fully implemented since 1.2.</summary>
    void ChargeCard(Order order) => throw new NotImplementedException(); //@near GB2005
}

public class NullGateway
{
    /// <summary>Does nothing; complete implementation of the null object.</summary>
    public void VoidPayment(Order order) { } //@near GB2005
}

/// <summary>Fully implemented and production-ready.</summary>
public class Ledger
{
    // The claim is the type's, and most of it is there.
    public void CloseYear(int year) => throw new NotImplementedException(); //@near GB2005 @true GB2002

    public int Entries => 3; //@near GB2005

    /// <summary>Says whether the year is complete and closed.</summary>
    public bool IsClosed(int year) => year < Entries; //@near GB2005

    // Fully implemented, says a comment that nobody outside sees.
    public void OpenYear(int year) => throw new NotImplementedException(); //@near GB2005 @true GB2002
}

// file: README.md
# Shop

Finds duplicates, sorts by price and writes reports.

- [ ] Tax calculation: `TaxService.CalculateTax`
- [x] Render invoices as PDF
- [x] ~~Render invoices as HTML~~
- [x] Should we render images?
- [x] Password reset (`ResetPassword`)
- [x] Lock account
- [x] Delete accounts
- [x] Sign in, merge, search, sort, filter, print, share, import, export, tag and rate all of your contacts
- [x] Ping
- [x] Token validation
- [x] Count sessions
- [x] Excel export (partial)
- [x] `Drafts.SaveDraft`
- [x] Group by vendor (stub)
- ❌ Sort by name

```text
- [x] Render text
```

| Feature | State |
|---|---|
| Sort by price | open |

## Planned

- Render XML, fully functional
- ✅ Compare offers

## Pull request checklist

- [x] Update docs

// file: CHANGELOG.md
# Changelog

## Unreleased

- Added rendering of labels

## 1.2.0

### Added

- Add an interface to notify the owner
- Added TODO for loading images
- Support for rendering of audio is not there yet

### Fixed

- CSV import with quotes

### Removed

- Rendering of fax
