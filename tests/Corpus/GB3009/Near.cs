using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3009.Near;

public sealed class Result
{
    public bool Success { get; set; }

    public bool HasErrors { get; set; }

    public List<string> Errors { get; } = [];

    public string? Error { get; set; }
}

public sealed class JobAlreadyExistsException : Exception;

public interface IWork
{
    Result Run(string name);

    Task<Result> RunAsync(string name);

    void Repair();
}

public sealed class Messages(IWork work, ILogger logger)
{
    // What the words say.
    public void NotCompleted(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        catch (Exception)
        {
            logger.LogInformation("Import was not completed"); //@near GB3009
        }
    }

    public void FailedToComplete(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        catch (Exception)
        {
            logger.LogInformation("Failed to complete the import"); //@near GB3009
        }
    }

    public void WithErrors(string name)
    {
        var result = work.Run(name);
        if (result.HasErrors)
            logger.LogInformation("Import completed with errors"); //@near GB3009
    }

    public void Unsuccessful(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
            logger.LogInformation("Import was unsuccessful"); //@near GB3009
    }

    public void Partly(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
            logger.LogInformation("Import partially completed"); //@near GB3009
    }

    public void Outcome(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
            logger.LogInformation("Import completed: {Success}", result.Success); //@near GB3009
    }

    public void TellsError(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
            Console.WriteLine($"completed: {result.Error}"); //@near GB3009
    }

    public void Before(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
            logger.LogInformation("Please wait until the import is done"); //@near GB3009
    }

    public void Contrast(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
            logger.LogInformation("The file was saved, but the index is stale"); //@near GB3009
    }

    public void Hint(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
            logger.LogInformation("Are all migrations done?"); //@near GB3009
    }

    // Where it went well.
    public void Good(string name)
    {
        var result = work.Run(name);
        if (result.Success)
            logger.LogInformation("Import completed"); //@near GB3009
        else
            logger.LogError("Import failed");
    }

    public void Guarded(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
        {
            logger.LogError("Import failed");
            return;
        }

        logger.LogInformation("Import completed"); //@near GB3009
    }

    public void Loop(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var result = work.Run(name);
            if (!result.Success)
                continue;
            logger.LogInformation("{Name} imported", name); //@near GB3009
        }
    }

    public void InTry(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
            logger.LogInformation("Import completed"); //@near GB3009
        }
        catch (Exception e)
        {
            logger.LogError(e, "Import failed");
        }
    }

    public void NoErrors(string name)
    {
        var result = work.Run(name);
        if (result.Errors.Count > 0)
            logger.LogError("Import failed");
        else
            logger.LogInformation("Import completed"); //@near GB3009
    }

    public void ExitCode(Process process)
    {
        if (process.ExitCode == 0)
            logger.LogInformation("Build succeeded"); //@near GB3009
    }

    // Something was done about it.
    public void Repaired(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        catch (Exception e)
        {
            logger.LogError(e, "Import failed");
            work.Repair();
            logger.LogInformation("Repair completed"); //@near GB3009
        }
    }

    public async Task SecondAsync(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
        {
            await work.RunAsync(name); //@true GB3007
            logger.LogInformation("Import completed"); //@near GB3009
        }
    }

    public void Retried(string name)
    {
        var result = work.Run(name);
        if (!result.Success)
        {
            result = work.Run(name); //@true GB3007
            logger.LogInformation("Second import done"); //@near GB3009
        }
    }

    public void RolledBack(System.Data.IDbTransaction transaction, string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        catch (Exception)
        {
            transaction.Rollback();
            logger.LogInformation("Transaction closed successfully"); //@near GB3009
            throw;
        }
    }

    // The exception is what was wished for, or an end.
    public void Exists(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        catch (JobAlreadyExistsException)
        {
            logger.LogInformation("{Name} is stored", name); //@near GB3009
        }
    }

    public void End(BinaryReader reader)
    {
        try
        {
            while (true)
                reader.ReadInt32();
        }
        catch (EndOfStreamException)
        {
            logger.LogInformation("Reading completed"); //@near GB3009
        }
    }

    public async Task StopAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(-1, stop);
        }
        catch (OperationCanceledException)
        {
            logger.LogInformation("Shutdown complete"); //@near GB3009
        }
    }

    public void Named(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        catch (IOException e) when (e.HResult == 80)
        {
            logger.LogInformation("{Name} is written", name); //@near GB3009
        }
    }

    public void Asked(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        catch (InvalidOperationException e)
        {
            if (e.Message == "done")
                logger.LogInformation("{Name} is done", name); //@near GB3009
            else
                throw;
        }
    }

    public void MustFail(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
            throw new NotSupportedException("it should have been refused");
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("Success: refused"); //@near GB3009
        }
    }

    // A finally that knows, tells the time, or speaks of itself.
    public void Knows(string name)
    {
        var ok = false;
        try
        {
            work.Run(name); //@true GB3007
            ok = true;
        }
        finally
        {
            if (ok)
                logger.LogInformation("Import completed"); //@near GB3009
        }
    }

    public void Timed(string name)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            work.Run(name); //@true GB3007
        }
        finally
        {
            logger.LogInformation("Request completed in {Time}", watch.ElapsedMilliseconds); //@near GB3009
        }
    }

    public void Tidies(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        finally
        {
            File.Delete(name);
            logger.LogInformation("Clean-up completed"); //@near GB3009
        }
    }

    public void Leaves(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        finally
        {
            logger.LogInformation("Finished {Name}", name); //@near GB3009
        }
    }

    // A predicate is no outcome.
    public void Valid(bool enabled)
    {
        if (!enabled)
            logger.LogInformation("Set-up completed"); //@near GB3009
    }
}
