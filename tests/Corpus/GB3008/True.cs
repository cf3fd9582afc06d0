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

namespace Corpus.GB3008.True
{
    public sealed record Order(int Id, string Text);

    public sealed class PoisonException : Exception;

    public interface IStore
    {
        void Put(string text);

        Task SaveAsync(string text);

        Task DeadLetterAsync(string text);
    }

    public sealed class LoggingConsumer(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            try
            {
                await store.SaveAsync(context.Message.Text);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class WritingConsumer(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public async Task Consume(ConsumeContext<Order> context)
        {
            var order = context.Message;
            logger.LogInformation("got {Id}", order.Id);
            try
            {
                await store.SaveAsync(order.Text);
            logger.LogInformation("done");
            }
            catch (Exception e) //@true GB3008
            {
                Console.Error.WriteLine(e.Message);
            }
        }
    }

    public sealed class Delegating(IStore store, ILogger logger) : MassTransit.IConsumer<Order>
    {
        public Task Consume(ConsumeContext<Order> context) => HandleAsync(context.Message);

        private async Task HandleAsync(Order order)
        {
            try
            {
                await store.SaveAsync(order.Text);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class BusHandler(IStore store, ILogger logger) : IHandleMessages<Order>
    {
        public async Task Handle(Order message, IMessageHandlerContext context)
        {
            try
            {
                await store.SaveAsync(message.Text);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogWarning("could not handle {Id}", message.Id);
            return;
            }
        }
    }

    public sealed class SyncHandler(IStore store, ILogger logger) : IHandleMessages<Order>
    {
        public Task Handle(Order message, IMessageHandlerContext context)
        {
            try
            {
                store.Put(message.Text);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
            
            return Task.CompletedTask;
        }
    }

    public sealed class SqsFunction(IStore store, ILogger logger)
    {
        public async Task HandleAsync(SQSEvent input)
        {
            foreach (var record in input.Records)
            {
                try
                {
                    await store.SaveAsync(record.Body);
                }
                catch (Exception e) //@true GB3008
                {
                    logger.LogError(e, "failed");
                }
            }
        }
    }

    public sealed class WholeSqsFunction(IStore store, ILogger logger)
    {
        public async Task HandleAsync(SQSEvent input)
        {
            try
            {
                foreach (var record in input.Records)
                    await store.SaveAsync(record.Body);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class SnsFunction(IStore store, ILogger logger)
    {
        public void Handle(SNSEvent input)
        {
            try
            {
                store.Put(input.Body);
            }
            catch (Exception e) //@true GB3008
            {
                Console.WriteLine("failed: " + e);
            }
        }
    }

    public sealed class TypedSqs(IStore store, ILogger logger)
    {
        public async Task HandleAsync(SQSEvent input)
        {
            foreach (var record in input.Records)
            {
                try
                {
                    await store.SaveAsync(record.Body);
                }
                catch (PoisonException)
                {
                    await store.DeadLetterAsync(record.Body);
                }
                catch (Exception e) //@true GB3008
                {
                    logger.LogError(e, "failed");
                }
            }
        }
    }

    public sealed class BusFunction(IStore store, ILogger logger)
    {
        public async Task RunAsync([ServiceBusTrigger("orders")] string body)
        {
            try
            {
                await store.SaveAsync(body);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class QueueFunction(IStore store, ILogger logger)
    {
        public void Run([QueueTrigger("orders")] string body)
        {
            try
            {
                store.Put(body);
            }
            catch  //@true GB3008
            {
                logger.LogCritical("failed");
            }
        }
    }

    public sealed class Processor(IStore store, ILogger logger)
    {
        public async Task OnMessageAsync(ProcessMessageEventArgs args)
        {
            try
            {
                await store.SaveAsync(args.Body);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class CompletingProcessor(IStore store, ILogger logger)
    {
        public async Task OnMessageAsync(ProcessMessageEventArgs args)
        {
            try
            {
                await store.SaveAsync(args.Body);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
            
            await args.CompleteMessageAsync(args.Body); //@true GB3004
        }
    }

    public sealed class CompletingInCatch(IStore store, ILogger logger)
    {
        public async Task OnMessageAsync(ProcessMessageEventArgs args)
        {
            try
            {
                await store.SaveAsync(args.Body);
                await args.CompleteMessageAsync(args.Body);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
                await args.CompleteMessageAsync(args.Body);
            }
        }
    }

    public sealed class RabbitHandler(IStore store, ILogger logger, IModel channel)
    {
        public void OnReceived(object sender, BasicDeliverEventArgs args)
        {
            try
            {
                store.Put(args.Body.ToString()!);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
            
            channel.BasicAck(args.DeliveryTag, false); //@true GB3004
        }
    }

    public sealed class RabbitFinally(IStore store, ILogger logger, IModel channel)
    {
        public void OnReceived(object sender, BasicDeliverEventArgs args)
        {
            try
            {
                store.Put(args.Body.ToString()!);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
            finally
            {
                channel.BasicAck(args.DeliveryTag, false); //@true GB3004
            }
        }
    }

    public sealed class KafkaLoop(IStore store, ILogger logger, Confluent.Kafka.IConsumer<string, string> consumer)
    {
        public void Run(CancellationToken cancellation)
        {
            while (!cancellation.IsCancellationRequested)
            {
                var result = consumer.Consume(cancellation);
                try
                {
                    store.Put(result);
                }
                catch (Exception e) //@true GB3008
                {
                    logger.LogError(e, "failed");
                }
            
                consumer.Commit(result);
            }
        }
    }

    public sealed class Job(IStore store, ILogger logger)
    {
        [AutomaticRetry(Attempts = 5)]
        public async Task RunAsync(string text)
        {
            try
            {
                await store.SaveAsync(text);
            }
            catch (Exception e) //@true GB3008
            {
                logger.LogError(e, "failed");
            }
        }
    }

    public sealed class ReturningLoop(IStore store, ILogger logger)
    {
        public async Task SaveAsync(string text)
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    await store.SaveAsync(text);
                    return;
                }
                catch (Exception e) //@true GB3008
                {
                    logger.LogError(e, "failed");
                    return;
                }
            }
        }
    }

    public sealed class BreakingLoop(IStore store, ILogger logger)
    {
        public void Save(string text)
        {
            var retries = 3;
            while (retries > 0)
            {
                try
                {
                    store.Put(text);
                    break;
                }
                catch (Exception e) //@true GB3008
                {
                    logger.LogWarning("failed");
                    break;
                }
            }
        }
    }

    public sealed class RethrowingLoop(IStore store, ILogger logger)
    {
        public void Save(string text)
        {
            for (int i = 0, maxRetries = 3; i < maxRetries; i++)
            {
                try
                {
                    store.Put(text);
                    return;
                }
                catch (Exception e) //@near GB3008
                {
                    logger.LogError(e, "failed");
                    throw;
                }
            }
        }
    }

    public sealed class SwallowingLoop(IStore store, ILogger logger)
    {
        public async Task SaveAsync(string text)
        {
            for (var attempt = 1; attempt <= 5; attempt++)
            {
                try
                {
                    await store.SaveAsync(text);
                    return;
                }
                catch (Exception e) //@true GB3008
                {
                    logger.LogWarning(e, "attempt {Attempt}", attempt);
                    await Task.Delay(100 * attempt);
                }
            }
        }
    }

    public sealed class DoLoop(IStore store, ILogger logger)
    {
        public void Save(string text)
        {
            var tries = 0;
            do
            {
                try
                {
                    store.Put(text);
                    return;
                }
                catch (Exception e) //@true GB3008
                {
                    Console.Error.WriteLine(e.Message);
                    Thread.Sleep(50);
                }
            }
            while (++tries < 3);
        }
    }

    public sealed class PollySync(IStore store, ILogger logger, ResiliencePipeline pipeline)
    {
        public void Save(string text)
        {
            pipeline.Execute(() =>
            {
                try
                {
                    store.Put(text);
                }
                catch (Exception e) //@true GB3008
                {
                    logger.LogError(e, "failed");
                }
            });
        }
    }

    public sealed class PollyAsync(IStore store, ILogger logger, ResiliencePipeline pipeline)
    {
        public async Task SaveAsync(string text, CancellationToken cancellation)
        {
            await pipeline.ExecuteAsync(
                async token =>
                {
                    try
                    {
                        await store.SaveAsync(text).WaitAsync(token);
                    }
                    catch (Exception e) //@true GB3008
                    {
                        logger.LogError(e, "failed");
                    }
                },
                cancellation);
        }
    }
}
