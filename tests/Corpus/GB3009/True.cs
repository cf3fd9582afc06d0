using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3009.True;

public sealed class Result
{
    public bool Success { get; set; }

    public bool IsSuccess => Success;

    public bool HasErrors { get; set; }

    public bool IsFailure => !Success;

    public List<string> Errors { get; } = [];

    public int Rows { get; set; }
}

public interface IWork
{
    Result Run(string name);

    Task<Result> RunAsync(string name);

    void Step();
}

public sealed class Catches(IWork work, ILogger logger)
{
    public void Import(string path)
    {
        try
        {
            work.Run(path); //@true GB3007
        }
        catch (Exception)
        {
            logger.LogInformation("Import completed"); //@true GB3009
        }
    }

    public async Task SyncAsync(string name)
    {
        try
        {
            await work.RunAsync(name); //@true GB3007
        }
        catch (HttpRequestException e)
        {
            logger.LogDebug(e, "sync");
            logger.LogInformation("Sync of {Name} successful", name); //@true GB3009
        }
    }

    public bool Save(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
            return true;
        }
        catch
        {
            Console.WriteLine($"{name} saved."); //@true GB3009
            return false;
        }
    }

    public void Migrate()
    {
        try
        {
            work.Step();
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("Migration " + "done!"); //@true GB3009
            throw;
        }
    }

    public Action Button() => () =>
    {
        try
        {
            work.Step();
        }
        catch (Exception)
        {
            Trace.WriteLine("Upload succeeded"); //@true GB3009
        }
    };

    public void Deploy()
    {
        try
        {
            work.Step();
        }
        catch (TimeoutException)
        {
            logger.Log(LogLevel.Information, "✓ deployed"); //@true GB3009
        }
    }

    public void Copy()
    {
        Run();

        void Run()
        {
            try
            {
                work.Step();
            }
            catch (IOException)
            {
                Debug.WriteLine("Copy complete"); //@true GB3009
            }
        }
    }
}

public sealed class Branches(IWork work, ILogger logger, UserManager<IdentityUser> users)
{
    public void Import(string path)
    {
        var result = work.Run(path);
        if (!result.Success)
        {
            logger.LogInformation("Imported {Path} successfully", path); //@true GB3009
            return;
        }

        logger.LogWarning("Import failed");
    }

    public async Task SyncAsync(string name)
    {
        var result = await work.RunAsync(name);
        if (result.IsSuccess)
            work.Step();
        else
            logger.LogInformation("Sync completed"); //@true GB3009
    }

    public void Early(string name)
    {
        var result = work.Run(name);
        if (result.Success)
            return;
        Console.WriteLine("Run completed successfully"); //@true GB3009
    }

    public void Errors(string name)
    {
        var result = work.Run(name);
        if (result.HasErrors)
        {
            logger.LogInformation("Validation completed"); //@true GB3009
        }
    }

    public void Any(string name)
    {
        var result = work.Run(name);
        if (result.Errors.Any())
            logger.LogInformation("{Name} processed", name); //@true GB3009
    }

    public void Count(string name)
    {
        var result = work.Run(name);
        if (result.Errors.Count > 0)
        {
            Console.WriteLine("All rows written"); //@true GB3009
        }
        else
        {
            Console.WriteLine("Nothing to tell");
        }
    }

    public void Compared(string name)
    {
        if (work.Run(name).Success == false)
            logger.LogInformation("Saved {Name}", name); //@true GB3009
    }

    public void Local(string name)
    {
        var success = work.Run(name).Rows > 0;
        if (!success)
        {
            logger.LogInformation("Export succeeded"); //@true GB3009
        }
    }

    public void Build(Process process)
    {
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Console.WriteLine("Build succeeded."); //@true GB3009
        }
    }

    public async Task PostAsync(HttpClient http, string address)
    {
        using var response = await http.PostAsync(address, null);
        if (!response.IsSuccessStatusCode)
        {
            logger.LogInformation("Message delivered to {Address}", address); //@true GB3009
        }
    }

    public async Task RegisterAsync(IdentityUser user)
    {
        var created = await users.CreateAsync(user);
        if (!created.Succeeded)
        {
            logger.LogInformation("User registered"); //@true GB3009
        }
    }

    public void Nested(string name)
    {
        var result = work.Run(name);
        if (result.IsFailure)
        {
            if (name.Length > 3)
                logger.LogInformation("{Name} completed", name); //@true GB3009
        }
    }

    public string Either(string name)
    {
        var result = work.Run(name);
        if (!result.Success || name.Length == 0)
        {
            return "";
        }

        if (!result.IsSuccess && name.Length > 2)
        {
            logger.LogInformation("completed"); //@true GB3009
        }

        return name;
    }
}

public sealed class Finallies(IWork work, ILogger logger)
{
    public void Run(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        finally
        {
            logger.LogInformation("{Name} completed successfully", name); //@true GB3009
        }
    }

    public async Task RunAsync(string name)
    {
        try
        {
            await work.RunAsync(name); //@true GB3007
        }
        catch (Exception e)
        {
            logger.LogError(e, "run");
        }
        finally
        {
            logger.LogInformation("Run of " + name + " completed"); //@true GB3009
        }
    }

    public void Import(string name)
    {
        try
        {
            work.Run(name); //@true GB3007
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            throw;
        }
        finally
        {
            Console.WriteLine("Import successful."); //@true GB3009
            work.Step();
        }
    }
}
