using System.Data.Common;

namespace Corpus.GB3004.TrueShapes;

public interface ILog
{
    void Info(string text, params object?[] values);

    void Error(string text, Exception e);

    void Error(Exception e, string text, params object?[] values);
}

public enum ImportState
{
    Started,
    Imported,
    Failed,
}

public sealed class Import
{
    public ImportState State { get; set; }

    public DateTime? ProcessedAt { get; set; }

    public bool Succeeded { get; set; }
}

public sealed class Reply
{
    public string Status { get; set; } = "";

    public bool Success { get; set; }
}

public interface IRows
{
    void Write(string row);

    Task WriteAsync(string row, CancellationToken cancellation);

    void Index();

    void Delete(string row);
}

public interface IProgressStore
{
    void MarkCompleted(Import import);

    void Acknowledge(string id);
}

public sealed class Importer(IRows rows, IProgressStore progress, ILog log)
{
    // A logger of the project's own, and a text that is put together.
    public void Concat(string row)
    {
        try
        {
            rows.Write(row);
        }
        catch (DbException e)
        {
            log.Error("row " + row, e);
        }

        log.Info("row " + row + " written successfully"); //@true GB3004
    }

    // Two catches, both only log: one report is found once.
    public void Twice(string row)
    {
        try
        {
            rows.Write(row);
        }
        catch (TimeoutException e)
        {
            log.Error(e, "too slow");
            throw;
        }
        catch (Exception e)
        {
            log.Error(e, "row {Row}", row);
        }

        log.Info("row {Row} done", row); //@true GB3004
    }

    public async Task AwaitedAsync(string row, CancellationToken cancellation)
    {
        try
        {
            await rows.WriteAsync(row, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.Error(e, "row");
        }

        log.Info("The row was saved"); //@true GB3004
    }

    public void InBranch(string row)
    {
        if (row.Length > 0)
        {
            try
            {
                rows.Write(row);
            }
            catch (Exception e)
            {
                log.Error(e, "row");
            }

            log.Info("Import successful"); //@true GB3004
        }
    }

    public void InSwitch(Import import, string row)
    {
        switch (import.State)
        {
            case ImportState.Started:
                try
                {
                    rows.Write(row);
                }
                catch (Exception e)
                {
                    log.Error(e, "row");
                }

                import.State = ImportState.Imported; //@true GB3004
                break;
            default:
                break;
        }
    }

    // The flag says that it was tried, and is not asked.
    public void Beside(Import import, string row)
    {
        var length = row.Length;
        try
        {
            rows.Write(row);
        }
        catch (Exception e)
        {
            log.Error(e, "row of {Length}", length);
        }

        import.ProcessedAt = DateTime.UtcNow; //@true GB3004
    }

    public void Told(Import import, string row)
    {
        try
        {
            rows.Write(row);
        }
        catch
        {
            Console.Error.WriteLine("the row could not be written");
        }

        progress.MarkCompleted(import); //@true GB3004
    }

    public void Inner(string id, IEnumerable<string> all)
    {
        try
        {
            foreach (var row in all)
                rows.Write(row);
        }
        catch (Exception e)
        {
            log.Error(e, "rows");
        }

        progress.Acknowledge(id); //@true GB3004
    }

    public Func<string, Task> Handler(CancellationToken cancellation) => async row =>
    {
        try
        {
            await rows.WriteAsync(row, cancellation);
        }
        catch (Exception e)
        {
            log.Error(e, "row");
        }

        log.Info("Successfully imported {Row}", row); //@true GB3004
    };

    // The reply tells the other side.
    public Reply Answer(string row)
    {
        var reply = new Reply();
        try
        {
            rows.Write(row);
        }
        catch (Exception e)
        {
            log.Error(e, "row");
        }

        reply.Status = "OK"; //@true GB3004
        return reply;
    }

    public void Flagged(Import import, string row)
    {
        try
        {
            rows.Write(row);
            rows.Index();
        }
        catch (Exception e)
        {
            log.Error("row", e);
        }

        import.Succeeded = true; //@true GB3004
    }

    // What is said is what was tried, though another step came before.
    public void Removed(string row)
    {
        rows.Index();
        try
        {
            rows.Delete(row);
        }
        catch (Exception e)
        {
            log.Error(e, "row");
        }

        log.Info("Row deleted"); //@true GB3004
    }

    public string Last
    {
        set
        {
            try
            {
                rows.Write(value);
            }
            catch (Exception e)
            {
                log.Error(e, "row");
            }

            log.Info("Last row stored"); //@true GB3004
        }
    }
}
