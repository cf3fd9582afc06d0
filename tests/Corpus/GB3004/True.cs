using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Corpus.GB3004.True;

public enum JobStatus
{
    Pending,
    Running,
    Completed,
    Failed,
}

public static class OrderState
{
    public const string Shipped = "Shipped";
    public const string Delivered = "Delivered";
}

public sealed class Job
{
    public JobStatus Status { get; set; }

    public bool IsProcessed { get; set; }

    public bool Success { get; set; }

    public DateTime? CompletedAt { get; set; }

    public string State { get; set; } = "";
}

public sealed record QueueMessage(string Id, string Body);

public interface IQueue
{
    Task<QueueMessage> ReceiveAsync();

    Task CompleteAsync(QueueMessage message);

    Task DeleteMessageAsync(string id);

    void BasicAck(ulong tag, bool multiple);

    void Commit(QueueMessage message);
}

public interface IMailer
{
    void Send(string to, string text);

    Task SendAsync(string to, string text);
}

public interface IJobs
{
    void Run(Job job);

    Task RunAsync(Job job);

    Task SaveAsync(Job job);

    void MarkAsProcessed(Job job);

    string Prepare(Job job);
}

// The error is logged, and then the message says that all went well.
public sealed class Messages(IMailer mailer, IJobs jobs, ILogger logger)
{
    public void Import(string path)
    {
        try
        {
            foreach (var line in File.ReadLines(path))
                mailer.Send(line, "hello");
        }
        catch (Exception e)
        {
            logger.LogError(e, "Import failed");
        }

        logger.LogInformation("Import completed"); //@true GB3004
    }

    public async Task MigrateAsync(Job job)
    {
        try
        {
            await jobs.RunAsync(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Error while migrating {Job}", job);
        }

        logger.LogInformation("Database migrated successfully"); //@true GB3004
    }

    public void Backup(string from, string to)
    {
        try
        {
            File.Copy(from, to);
        }
        catch (IOException e)
        {
            Console.Error.WriteLine(e.Message);
        }

        Console.WriteLine("Backup done."); //@true GB3004
    }

    public void Greet(string customer)
    {
        try
        {
            mailer.Send(customer, "welcome");
        }
        catch (Exception e)
        {
            logger.LogWarning("Mail error: {Message}", e.Message);
        }

        logger.LogInformation("Mail sent to {Customer}", customer); //@true GB3004
    }

    // The other work is another matter: what is said is about the send.
    public void Register(Job job, string customer)
    {
        jobs.Run(job);
        try
        {
            mailer.Send(customer, "welcome");
        }
        catch (Exception e)
        {
            logger.LogError(e, "no mail");
        }

        logger.LogInformation($"Welcome mail sent to {customer}"); //@true GB3004
    }

    public void Each(IEnumerable<Job> all)
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

            logger.LogInformation("Job {Job} processed successfully", job); //@true GB3004
        }
    }

    public void Timed(Job job)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        watch.Stop();
        logger.LogInformation("Job completed in {Elapsed}", watch.Elapsed); //@true GB3004
    }

    public void Locked(Job job)
    {
        lock (mailer)
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

        logger.LogInformation("Job completed"); //@true GB3004
    }

    public Action<Job> Handler() => job =>
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            Console.WriteLine("Failed: " + e.Message);
        }

        Console.WriteLine("Completed " + job); //@true GB3004
    };

    public void Nested(Job job)
    {
        RunNow();

        void RunNow()
        {
            try
            {
                jobs.Run(job);
            }
            catch (TimeoutException e)
            {
                logger.LogError(e, "too slow");
            }
            catch (Exception e)
            {
                logger.LogError(e, "job failed");
                throw;
            }

            logger.LogInformation("Job succeeded"); //@true GB3004
        }
    }

    public async Task UploadAsync(HttpClient http, string address, byte[] content)
    {
        try
        {
            (await http.PutAsync(address, new ByteArrayContent(content))).EnsureSuccessStatusCode();
        }
        catch (HttpRequestException e)
        {
            logger.LogError(e, "The upload to {Address} failed", address);
        }
        finally
        {
            http.CancelPendingRequests();
        }

        logger.LogInformation("Uploaded to {Address}", address); //@true GB3004
    }

    public void Export(Job job, string path)
    {
        using (var writer = new StreamWriter(path))
        {
            try
            {
                writer.Write(JsonSerializer.Serialize(job));
            }
            catch (NotSupportedException e)
            {
                logger.LogCritical(e, "cannot be written");
            }
        }

        Console.WriteLine("✓ " + path); //@true GB3004
    }
}

// The state that is written says the same.
public sealed class States(IJobs jobs, ILogger logger)
{
    private string _state = "";

    private JobStatus Status { get; set; }

    public async Task RunAsync(Job job)
    {
        try
        {
            await jobs.RunAsync(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        job.Status = JobStatus.Completed; //@true GB3004
        await jobs.SaveAsync(job);
    }

    public async Task FlagAsync(Job job)
    {
        try
        {
            await jobs.RunAsync(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        job.IsProcessed = true; //@true GB3004
        await jobs.SaveAsync(job);
    }

    public async Task StampAsync(Job job, TimeProvider clock)
    {
        try
        {
            await jobs.RunAsync(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        job.CompletedAt = clock.GetUtcNow().UtcDateTime; //@true GB3004
        await jobs.SaveAsync(job);
    }

    // The work beside it only prepares.
    public async Task BeginAsync(Job job)
    {
        job.Status = JobStatus.Running;
        await jobs.SaveAsync(job);
        try
        {
            await jobs.RunAsync(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        job.Status = JobStatus.Completed; //@true GB3004
        await jobs.SaveAsync(job);
    }

    public void Text(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        job.State = "Completed"; //@true GB3004
    }

    public void Constant(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        job.State = OrderState.Delivered; //@true GB3004
    }

    public void Own(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        Status = JobStatus.Completed; //@true GB3004
    }

    public void Finally(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }
        finally
        {
            job.Status = JobStatus.Completed; //@true GB3004
        }
    }

    public Job Result(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        job.Success = true; //@true GB3004
        return job;
    }

    public void Marked(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        jobs.MarkAsProcessed(job); //@true GB3004
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
        }

        _state = "Done"; //@true GB3004
        logger.LogDebug(_state);
    }
}

// What was not handled is gone from the queue.
public sealed class Consumers(IQueue queue, IJobs jobs, ILogger logger)
{
    public async Task OneAsync()
    {
        var message = await queue.ReceiveAsync();
        try
        {
            jobs.Run(new Job { State = message.Body });
        }
        catch (Exception e)
        {
            logger.LogError(e, "message {Id}", message.Id);
        }

        await queue.CompleteAsync(message); //@true GB3004
    }

    public async Task LoopAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var message = await queue.ReceiveAsync();
            try
            {
                jobs.Run(new Job { State = message.Body });
            }
            catch (Exception e)
            {
                logger.LogError(e, "message {Id}", message.Id);
            }

            await queue.DeleteMessageAsync(message.Id).ConfigureAwait(false); //@true GB3004
        }
    }

    public void Deliver(ulong tag, string body)
    {
        try
        {
            jobs.Run(new Job { State = body });
        }
        catch (Exception e)
        {
            Console.WriteLine(e);
        }
        finally
        {
            queue.BasicAck(tag, multiple: false); //@true GB3004
        }
    }

    public void Consume(QueueMessage message)
    {
        try
        {
            jobs.Run(new Job { State = message.Body });
        }
        catch (JsonException e)
        {
            logger.LogError(e, "not readable");
        }

        queue.Commit(message); //@true GB3004
    }
}

// The method's own success, although other work stands beside it; where nothing does, it is GB3001's.
public sealed class Answers(IMailer mailer, IJobs jobs, ILogger logger) : ControllerBase
{
    public bool Send(Job job, string to)
    {
        jobs.Run(job);
        try
        {
            mailer.Send(to, jobs.Prepare(job));
        }
        catch (Exception e)
        {
            logger.LogError(e, "no mail");
        }

        return true; //@true GB3004
    }

    public async Task<bool> SendAsync(Job job, string to)
    {
        await jobs.RunAsync(job);
        try
        {
            await mailer.SendAsync(to, "hello");
        }
        catch (Exception e)
        {
            logger.LogError(e, "no mail");
        }

        return true; //@true GB3004
    }

    [HttpPost]
    public async Task<IActionResult> Run(Job job)
    {
        await jobs.SaveAsync(job);
        try
        {
            await jobs.RunAsync(job);
            jobs.Run(job);
        }
        catch (Exception e)
        {
            logger.LogError(e, "job failed");
        }

        return Ok(); //@true GB3004
    }

    [HttpPut]
    public IActionResult Publish(Job job)
    {
        try
        {
            jobs.Run(job);
        }
        catch (Exception e) //@true GB3001
        {
            logger.LogError(e, "job failed");
        }

        logger.LogInformation("Published {Job}", job);
        return Ok();
    }
}
