using Amazon.Lambda.SNSEvents;
using Amazon.Lambda.SQSEvents;
using Azure.Messaging.ServiceBus;
using Hangfire;
using MassTransit;
using Microsoft.Extensions.Logging;
using NServiceBus;
using Polly;
using RabbitMQ.Client;

namespace MassTransit
{
    public interface ConsumeContext<out T>
    {
        T Message { get; }
    }

    public interface IConsumer<in T>
    {
        Task Consume(ConsumeContext<T> context);
    }
}

namespace NServiceBus
{
    public interface IMessageHandlerContext;

    public interface IHandleMessages<in T>
    {
        Task Handle(T message, IMessageHandlerContext context);
    }
}

namespace Amazon.Lambda.SQSEvents
{
    public sealed class SQSEvent
    {
        public List<SQSMessage> Records { get; } = [];

        public sealed record SQSMessage(string MessageId, string Body);
    }

    public sealed record SQSBatchResponse(List<string> BatchItemFailures);
}

namespace Amazon.Lambda.SNSEvents
{
    public sealed record SNSEvent(string Body);
}

namespace Azure.Messaging.ServiceBus
{
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ServiceBusTriggerAttribute(string queue) : Attribute
    {
        public string Queue => queue;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class QueueTriggerAttribute(string queue) : Attribute
    {
        public string Queue => queue;
    }

    public abstract class ProcessMessageEventArgs
    {
        public abstract string Body { get; }

        public abstract Task CompleteMessageAsync(string body);

        public abstract Task AbandonMessageAsync(string body);

        public abstract Task DeadLetterMessageAsync(string body);
    }
}

namespace RabbitMQ.Client
{
    public interface IModel
    {
        void BasicAck(ulong tag, bool multiple);

        void BasicNack(ulong tag, bool multiple, bool requeue);
    }

    public sealed record BasicDeliverEventArgs(ulong DeliveryTag, byte[] Body);
}

namespace Confluent.Kafka
{
    public interface IConsumer<TKey, TValue>
    {
        string Consume(CancellationToken cancellation);

        void Commit(string result);

        void Seek(string result);
    }
}

namespace Hangfire
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class AutomaticRetryAttribute : Attribute
    {
        public int Attempts { get; set; }
    }
}

namespace Polly
{
    public sealed class ResiliencePipeline
    {
        public void Execute(Action callback) => callback();

        public async ValueTask ExecuteAsync(Func<CancellationToken, ValueTask> callback, CancellationToken cancellation) => await callback(cancellation);
    }
}

namespace Corpus.GB3008.Near
{
    public sealed record Order(int Id, string Text);

    public sealed class PoisonException : Exception;

    public interface IStore
    {
        void Put(string text);

        Task SaveAsync(string text);

        Task DeadLetterAsync(string text);
    }

    public sealed class Rethrowing(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            try
            {
                await store.SaveAsync(context.Message.Text);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
                throw;
            }
        }
    }

    public sealed class Wrapping(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            try
            {
                await store.SaveAsync(context.Message.Text);
            }
            catch (Exception e) //@near GB3008
            {
                throw new InvalidOperationException("not saved", e);
            }
        }
    }

    public sealed class SettingAside(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            try
            {
                await store.SaveAsync(context.Message.Text);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
                await store.DeadLetterAsync(context.Message.Text);
            }
        }
    }

    public sealed class Narrow(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            try
            {
                await store.SaveAsync(context.Message.Text);
            }
            catch (PoisonException) //@near GB3008
            {
                logger.LogWarning("poison");
            }
        }
    }

    public sealed class Filtered(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            try
            {
                await store.SaveAsync(context.Message.Text);
            }
            catch (Exception e) when (e is FormatException or PoisonException) //@near GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class OnSomeWay(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            try
            {
                await store.SaveAsync(context.Message.Text);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
                if (e is not PoisonException)
                    throw;
            }
        }
    }

    public sealed class Explained(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            try
            {
                await store.SaveAsync(context.Message.Text);
            }
            catch (Exception e) //@near GB3008
            {
                // Deliberate: a stale price is worthless, so a second delivery is of no use.
                logger.LogWarning(e, "dropped");
            }
        }
    }

    public sealed class PartOnly(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            await store.SaveAsync(context.Message.Text);
            try
            {
                store.Put("metric");
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogDebug(e, "no metric");
            }
        }
    }

    public sealed class BatchResponse(IStore store, ILogger logger)
    {
        public async Task<SQSBatchResponse> HandleAsync(SQSEvent input)
        {
            var failures = new List<string>();
            foreach (var record in input.Records)
            {
                try
                {
                    await store.SaveAsync(record.Body);
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogError(e, "failed");
                    failures.Add(record.MessageId);
                }
            }
            
            return new SQSBatchResponse(failures);
        }
    }

    public sealed class ThrowsAfterAll(IStore store, ILogger logger)
    {
        public async Task HandleAsync(SQSEvent input)
        {
            var failed = 0;
            foreach (var record in input.Records)
            {
                try
                {
                    await store.SaveAsync(record.Body);
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogError(e, "failed");
                    failed++;
                }
            }
            
            if (failed > 0)
                throw new InvalidOperationException($"{failed} failed");
        }
    }

    public sealed class Collects(IStore store, ILogger logger)
    {
        public async Task HandleAsync(SQSEvent input)
        {
            var failures = new List<Exception>();
            foreach (var record in input.Records)
            {
                try
                {
                    await store.SaveAsync(record.Body);
                }
                catch (Exception e) //@near GB3008
                {
                    failures.Add(e);
                }
            }
            
            if (failures.Count > 0)
                throw new AggregateException(failures);
        }
    }

    public sealed class Abandoning(IStore store, ILogger logger)
    {
        public async Task OnMessageAsync(ProcessMessageEventArgs args)
        {
            try
            {
                await store.SaveAsync(args.Body);
                await args.CompleteMessageAsync(args.Body);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
                await args.AbandonMessageAsync(args.Body);
            }
        }
    }

    public sealed class DeadLettering(IStore store, ILogger logger)
    {
        public async Task OnMessageAsync(ProcessMessageEventArgs args)
        {
            try
            {
                await store.SaveAsync(args.Body);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
                await args.DeadLetterMessageAsync(args.Body);
                return;
            }
            
            await args.CompleteMessageAsync(args.Body);
        }
    }

    public sealed class Nacking(IStore store, ILogger logger, IModel channel)
    {
        public void OnReceived(object sender, BasicDeliverEventArgs args)
        {
            try
            {
                store.Put(args.Body.ToString()!);
                channel.BasicAck(args.DeliveryTag, false);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
                channel.BasicNack(args.DeliveryTag, false, true);
            }
        }
    }

    public sealed class AckInTry(IStore store, ILogger logger, IModel channel)
    {
        public void OnReceived(object sender, BasicDeliverEventArgs args)
        {
            try
            {
                store.Put(args.Body.ToString()!);
                channel.BasicAck(args.DeliveryTag, false);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class SeekingLoop(IStore store, ILogger logger, Confluent.Kafka.IConsumer<string, string> consumer)
    {
        public void Run(CancellationToken cancellation)
        {
            while (!cancellation.IsCancellationRequested)
            {
                var result = consumer.Consume(cancellation);
                try
                {
                    store.Put(result);
                    consumer.Commit(result);
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogError(e, "failed");
                    consumer.Seek(result);
                }
            }
        }
    }

    public sealed class NoRetryJob(IStore store, ILogger logger)
    {
        [AutomaticRetry(Attempts = 0)]
        public async Task RunAsync(string text)
        {
            try
            {
                await store.SaveAsync(text);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class PlainService(IStore store, ILogger logger)
    {
        public async Task RunAsync(string text)
        {
            try
            {
                await store.SaveAsync(text);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class HttpConsumer(IStore store, ILogger logger)
    {
        public async Task Consume(Order order)
        {
            try
            {
                await store.SaveAsync(order.Text);
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class ThrowsLast(IStore store, ILogger logger)
    {
        public async Task SaveAsync(string text)
        {
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try
                {
                    await store.SaveAsync(text);
                    return;
                }
                catch (Exception e) //@near GB3008
                {
                    if (attempt == 3)
                        throw;
                    logger.LogWarning(e, "again");
                }
            }
        }
    }

    public sealed class FiltersLast(IStore store, ILogger logger)
    {
        public async Task SaveAsync(string text)
        {
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try
                {
                    await store.SaveAsync(text);
                    return;
                }
                catch (Exception e) when (attempt < 3) //@near GB3008
                {
                    logger.LogError(e, "failed");
                }
            }
        }
    }

    public sealed class ThrowsBehind(IStore store, ILogger logger)
    {
        public async Task SaveAsync(string text)
        {
            Exception? last = null;
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try
                {
                    await store.SaveAsync(text);
                    return;
                }
                catch (Exception e) //@near GB3008
                {
                    last = e;
                }
            }
            
            throw new InvalidOperationException("gave up", last);
        }
    }

    public sealed class SaysSo(IStore store, ILogger logger)
    {
        public async Task SaveAsync(string text)
        {
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try
                {
                    await store.SaveAsync(text);
                    return;
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogDebug(e, "again");
                }
            }
            
            logger.LogError("gave up on {Text}", text);
        }
    }

    public sealed class TellsByFalse(IStore store, ILogger logger)
    {
        public async Task<bool> SaveAsync(string text)
        {
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try
                {
                    await store.SaveAsync(text);
                    return true;
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogDebug(e, "again");
                }
            }
            
            return false;
        }
    }

    public sealed class TransientOnly(IStore store, ILogger logger)
    {
        public async Task SaveAsync(string text)
        {
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try
                {
                    await store.SaveAsync(text);
                    return;
                }
                catch (TimeoutException)
                {
                    await Task.Delay(attempt);
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogError(e, "not transient");
                    throw;
                }
            }
        }
    }

    public sealed class AsksAnswer(IStore store, ILogger logger)
    {
        public async Task PollAsync(HttpClient http)
        {
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try
                {
                    var response = await http.GetAsync("health");
                    if (response.IsSuccessStatusCode)
                        return;
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogError(e, "failed");
                    return;
                }
            }
        }
    }

    public sealed class UntilDone(IStore store, ILogger logger)
    {
        public void Save(string text)
        {
            var retries = 0;
            var done = false;
            while (!done && retries >= 0)
            {
                try
                {
                    store.Put(text);
                    done = true;
                }
                catch  //@near GB3008
                {
                    retries++;
                    Thread.Sleep(retries);
                }
            }
        }
    }

    public sealed class EachOnce(IStore store, ILogger logger)
    {
        public void Save(List<string> texts)
        {
            for (var i = 0; i < texts.Count; i++)
            {
                try
                {
                    store.Put(texts[i]);
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogError(e, "failed");
                }
            }
        }
    }

    public sealed class PollyRethrow(IStore store, ILogger logger, ResiliencePipeline pipeline)
    {
        public void Save(string text)
        {
            pipeline.Execute(() =>
            {
                try
                {
                    store.Put(text);
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogError(e, "failed");
                    throw;
                }
            });
        }
    }

    public sealed class AroundPolly(IStore store, ILogger logger, ResiliencePipeline pipeline)
    {
        public void Save(string text)
        {
            try
            {
                pipeline.Execute(() => store.Put(text));
            }
            catch (Exception e) //@near GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class TryWarm(IStore store, ILogger logger)
    {
        public void TryPut(string text)
        {
            for (var attempt = 1; attempt <= 3; attempt++)
            {
                try
                {
                    store.Put(text);
                    return;
                }
                catch  //@near GB3008
                {
                    Thread.Sleep(attempt);
                }
            }
        }
    }
}
