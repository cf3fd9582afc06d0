using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3004.Near;

public enum JobStatus
{
    Pending,
    Completed,
    Failed,
}

public sealed class Job
{
    public JobStatus Status { get; set; }

    public bool IsProcessed { get; set; }

    public string? Error { get; set; }
}

public sealed record QueueMessage(string Id, string Body);

public sealed class JobAlreadyExistsException : Exception;

public interface IQueue
{
    Task CompleteAsync(QueueMessage message);

    Task DeadLetterAsync(QueueMessage message, string reason);

    Task AbandonAsync(QueueMessage message);
}

public interface IJobs
{
    void Run(Job job);

    Task RunAsync(Job job);

    void Warm();

    void Store(Job job);
}

public sealed class Jobs(IJobs jobs, IQueue queue, ILogger logger)
{
    private readonly List<string> _errors = [];
    private bool _broken;

    // It does not go on.
    public void Returns(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
            return;
        }

        logger.LogInformation("Job completed"); //@near GB3004
    }

    public void Rethrows(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
            throw;
        }

        logger.LogInformation("Job completed"); //@near GB3004
    }

    public void Inside(Job job)
    {
        try
        {
            jobs.Run(job);
            logger.LogInformation("Job completed"); //@near GB3004
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }
    }

    // The next one: the loop counts.
    public void Counts(IEnumerable<Job> all)
    {
        var failed = 0;
        foreach (var job in all)
        {
            try
            {
                jobs.Run(job);
            }
            catch (Exception e)
            {
                failed++;
                logger.LogError(e, "job failed");
            }
        }

        logger.LogInformation("Completed, {Count} of them failed", failed); //@near GB3004
    }

    public void GoesOn(IEnumerable<Job> all)
    {
        foreach (var job in all)
        {
            try
            {
                jobs.Run(job);
            }
            catch (Exception e)
            {
                logger.LogError(e, "job failed");
                continue;
            }

            logger.LogInformation("Job {Job} completed", job); //@near GB3004
        }
    }

    public void AfterLoop(IEnumerable<Job> all)
    {
        foreach (var job in all)
        {
            try
            {
                jobs.Run(job);
            }
            catch (Exception e)
            {
                logger.LogError(e, "job failed");
            }
        }

        logger.LogInformation("Round completed"); //@near GB3004
    }

    // A flag is asked.
    public void Flag(Job job)
    {
        var failed = false;
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
            failed = true;
        }

        if (!failed)
            logger.LogInformation("Job completed"); //@near GB3004
    }

    public void SetInTry(Job job)
    {
        var ran = false;
        try
        {
            jobs.Run(job);
            ran = true;
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        if (ran)
            job.Status = JobStatus.Completed; //@near GB3004
    }

    public void Result(string path)
    {
        Job? job = null;
        try
        {
            job = JsonSerializer.Deserialize<Job>(File.ReadAllText(path));
        }
        catch (Exception e)
        {
            logger.LogError(e, "not readable");
        }

        if (job is not null)
            logger.LogInformation("Job imported successfully"); //@near GB3004
    }

    public void Field(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
            _broken = true;
        }

        logger.LogInformation("Job completed"); //@near GB3004
        if (_broken)
            logger.LogWarning("with a failure");
    }

    public void Choice(Job job)
    {
        var status = JobStatus.Completed;
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
            status = JobStatus.Failed;
        }

        job.Status = status; //@near GB3004
    }

    public void Error(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
            job.Error = e.Message;
        }

        job.IsProcessed = true; //@near GB3004
    }

    public void Collects(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
            _errors.Add(e.Message);
        }

        logger.LogInformation("Job done"); //@near GB3004
    }

    // Optional steps: the report is about the whole.
    public void Optional(Job job)
    {
        jobs.Run(job);
        try
        {
            jobs.Warm();
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "cold");
        }

        logger.LogInformation("Startup completed"); //@near GB3004
    }

    public void Waived(Job job)
    {
        try
        {
            jobs.Warm();
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The cache could not be warmed, continuing without it");
        }

        logger.LogInformation("Startup complete"); //@near GB3004
    }

    public void Explained(Job job)
    {
        try
        {
            jobs.Warm();
        }
        catch (Exception e)
        {
            // The first request fills it.
            logger.LogError(e, "cold");
        }

        logger.LogInformation("Startup complete"); //@near GB3004
    }

    public void WorkBetween(Job job)
    {
        try
        {
            jobs.Warm();
        }
        catch (Exception e)
        {
            logger.LogError(e, "cold");
        }

        jobs.Run(job);
        job.Status = JobStatus.Completed; //@near GB3004
    }

    public async Task AwaitBetweenAsync(Job job)
    {
        try
        {
            jobs.Warm();
        }
        catch (Exception e)
        {
            logger.LogError(e, "cold");
        }

        await jobs.RunAsync(job);
        logger.LogInformation("Job completed successfully"); //@near GB3004
    }

    public void BranchBetween(Job job)
    {
        try
        {
            jobs.Warm();
        }
        catch (Exception e)
        {
            logger.LogError(e, "cold");
        }

        if (job.Status == JobStatus.Pending)
            jobs.Run(job);
        logger.LogInformation("Job completed"); //@near GB3004
    }

    // What the words say.
    public void Attempted(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        logger.LogInformation("Attempt completed with or without errors"); //@near GB3004
    }

    public void Finished(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        logger.LogInformation("Leaving {Method}", nameof(Finished)); //@near GB3004
    }

    public void Outcome(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        logger.LogInformation("Job completed: {Status}", job.Status); //@near GB3004
    }

    public void Tells(IEnumerable<Job> all)
    {
        var count = 0;
        try
        {
            foreach (var job in all)
            {
                jobs.Run(job);
                count++;
            }
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        logger.LogInformation("{Count} jobs completed", count); //@near GB3004
    }

    public void NotYet(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        logger.LogInformation("Not all jobs are done"); //@near GB3004
    }

    // Made up for, or wished for.
    public void Fallback(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
            jobs.Store(job);
        }

        logger.LogInformation("Job processed"); //@near GB3004
    }

    public void Exists(Job job)
    {
        try
        {
            jobs.Store(job);
        }
        catch (JobAlreadyExistsException e)
        {
            logger.LogError(e, "again");
        }

        logger.LogInformation("Job stored successfully"); //@near GB3004
    }

    public async Task StopsAsync(Job job)
    {
        try
        {
            await jobs.RunAsync(job);
        }
        catch (OperationCanceledException e)
        {
            logger.LogError(e, "stopped");
        }

        logger.LogInformation("Shutdown complete"); //@near GB3004
    }

    public void Until(Job job)
    {
        var done = false;
        while (!done)
        {
            try
            {
                jobs.Run(job);
                done = true;
            }
            catch (TimeoutException e)
            {
                logger.LogError(e, "again");
            }
        }

        logger.LogInformation("Job completed"); //@near GB3004
    }

    public void Filtered(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (IOException e) when (e.HResult == 5)
        {
            logger.LogError(e, "that one");
        }

        logger.LogInformation("Job completed"); //@near GB3004
    }

    // Messages that are not lost.
    public async Task DeadLetterAsync(QueueMessage message)
    {
        try
        {
            jobs.Run(new Job());
        }
        catch (Exception e)
        {
            logger.LogError(e, "message");
            await queue.DeadLetterAsync(message, e.Message);
        }

        await queue.CompleteAsync(message); //@near GB3004
    }

    public async Task AbandonAsync(QueueMessage message)
    {
        try
        {
            jobs.Run(new Job());
        }
        catch (Exception e)
        {
            logger.LogError(e, "message");
            await queue.AbandonAsync(message);
            return;
        }

        await queue.CompleteAsync(message); //@near GB3004
    }

    public async Task AckInTryAsync(QueueMessage message)
    {
        try
        {
            jobs.Run(new Job());
            await queue.CompleteAsync(message); //@near GB3004
        }
        catch (Exception e)
        {
            logger.LogError(e, "message");
        }
    }

    public async Task PoisonAsync(QueueMessage message)
    {
        try
        {
            jobs.Run(JsonSerializer.Deserialize<Job>(message.Body)!);
        }
        catch (JsonException e)
        {
            // It will never be readable: a redelivery would only block the queue.
            logger.LogError(e, "message {Id}", message.Id);
        }

        await queue.CompleteAsync(message); //@near GB3004
    }

    // A background loop that lives on.
    public async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await jobs.RunAsync(new Job());
            }
            catch (Exception e)
            {
                logger.LogError(e, "round failed");
            }

            await Task.Delay(1000, stop);
        }

        logger.LogInformation("Shutdown completed"); //@near GB3004
    }

    public void Judge(Exception exception)
    {
        try
        {
            _errors.Add(exception.Message);
        }
        catch (Exception e)
        {
            logger.LogError(e, "not judged");
        }

        logger.LogInformation("Exception processed"); //@near GB3004
    }

    // Nothing is said of an error.
    public void Plain(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (FormatException)
        {
            logger.LogDebug("a plain job");
        }

        logger.LogInformation("Job completed"); //@near GB3004
    }

    public void Switched(Job job)
    {
        switch (job.Status)
        {
            case JobStatus.Pending:
                try
                {
                    jobs.Run(job);
                }
                catch (Exception e)
                {
                    logger.LogError(e, "job failed");
                    break;
                }

                logger.LogInformation("Job completed"); //@near GB3004
                break;
            default:
                break;
        }
    }

    public void Asked(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Job failed, it will be retried later");
        }

        logger.LogInformation("Round done"); //@near GB3004
    }

    public void Cleared(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        job.IsProcessed = false; //@near GB3004
        job.Status = JobStatus.Pending;
    }
}

// GB3001 says it already; one report is enough.
public sealed class Answers(IJobs jobs, ILogger logger) : ControllerBase
{
    public bool Save(Job job)
    {
        try
        {
            jobs.Store(job);
        }
        catch (Exception e) //@true GB3001
        {
            logger.LogError(e, "not stored");
        }

        return true; //@near GB3004
    }

    [HttpPost]
    public async Task<IActionResult> Create(Job job)
    {
        await jobs.RunAsync(job);
        try
        {
            jobs.Warm();
        }
        catch (Exception e)
        {
            logger.LogError(e, "cold");
        }

        return Ok(); //@near GB3004
    }
}
