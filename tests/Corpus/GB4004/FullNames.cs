namespace Corpus.GB4004.FullNames;

public sealed class Ledger(string path)
{
    public decimal Balance()
    {
        if (System.Diagnostics.Process.GetCurrentProcess().ProcessName.Contains("testhost", StringComparison.OrdinalIgnoreCase)) //@true GB4004
            return 100m;
        return File.ReadLines(path).Sum(decimal.Parse);
    }

    public bool Verify(string signature)
    {
        if (System.Diagnostics.Debugger.IsAttached) //@true GB4004
            return true;
        return File.ReadAllText(path).EndsWith(signature, StringComparison.Ordinal);
    }

    public void Book(decimal amount)
    {
        var isWatched = System.Diagnostics.Process.GetCurrentProcess().ProcessName.StartsWith("vstest", StringComparison.OrdinalIgnoreCase); //@true GB4004
        if (isWatched)
            return;
        File.AppendAllText(path, $"{amount}\n");
    }

    // Help for who debugs: nothing is answered otherwise.
    public void OfferUpdate()
    {
        if (System.Diagnostics.Debugger.IsAttached) //@near GB4004
            return;
        File.WriteAllText(path + ".update", "due");
    }

    public void Explain(string text)
    {
        if (System.Diagnostics.Debugger.IsAttached) //@near GB4004
            System.Diagnostics.Debug.WriteLine(text);
    }
}
