using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What is wrong with an event attribute, and with the signature under it.</summary>
internal static class EventRules
{
    private static readonly Regex Alphanumeric = new("^[a-zA-Z0-9]+$");

    public static IEnumerable<Problem> Check(IMethodSymbol method, EventKind kind)
    {
        if (kind.EventType() is not { } eventType)
            return [];

        var (id, name) = kind switch
        {
            EventKind.Sqs => (Descriptors.Sqs, Names.SqsEvent),
            EventKind.S3 => (Descriptors.S3, Names.S3Event),
            EventKind.DynamoDb => (Descriptors.DynamoDb, Names.DynamoDbEvent),
            _ => (Descriptors.Schedule, Names.ScheduleEvent),
        };
        return method.GetAttributes()
            .Where(attribute => attribute.AttributeClass.Is(name))
            .SelectMany(attribute => OfAttribute(attribute, kind).Concat(OfResourceName(attribute)))
            .Select(text => new Problem(id, text))
            .Concat(OfSignature(method, kind, eventType).Select(text => new Problem(Descriptors.Signature, text)));
    }

    private static IEnumerable<string> OfAttribute(AttributeData attribute, EventKind kind) => kind switch
    {
        EventKind.Sqs => OfQueue(attribute),
        EventKind.S3 => OfBucket(attribute),
        EventKind.DynamoDb => OfStream(attribute),
        _ => OfSchedule(attribute),
    };

    private static IEnumerable<string> OfQueue(AttributeData attribute)
    {
        var queue = First(attribute);
        var batch = Number(attribute, "BatchSize");
        var window = Number(attribute, "MaximumBatchingWindowInSeconds");
        var isFifo = !queue.StartsWith("@", StringComparison.Ordinal) && queue.EndsWith(".fifo", StringComparison.Ordinal);
        if (batch is < 1 or > 10_000)
            yield return $"BatchSize is {batch} and must be 1 to 10000";

        if (Number(attribute, "MaximumConcurrency") is < 2 or > 1_000)
            yield return "MaximumConcurrency must be 2 to 1000";

        if (window is > 300)
            yield return $"MaximumBatchingWindowInSeconds is {window} and must be 0 to 300";

        if (batch is > 10 && (window ?? 0) == 0)
            yield return "a BatchSize above 10 needs MaximumBatchingWindowInSeconds of at least 1";

        if (isFifo && window is not null)
            yield return "a FIFO queue has no MaximumBatchingWindowInSeconds";

        if (isFifo && batch is > 10)
            yield return $"BatchSize is {batch} and may be at most 10 for a FIFO queue";

        if (!queue.StartsWith("@", StringComparison.Ordinal) && queue.Split([':'], 6).Length != 6)
            yield return $"the queue '{queue}' is neither '@' and a resource's name nor an ARN";
    }

    private static IEnumerable<string> OfBucket(AttributeData attribute)
    {
        var bucket = First(attribute);
        if (!bucket.StartsWith("@", StringComparison.Ordinal) || !Alphanumeric.IsMatch(bucket.Substring(1)))
            yield return $"the bucket '{bucket}' must be '@' and a resource's name of letters and digits";
    }

    private static IEnumerable<string> OfStream(AttributeData attribute)
    {
        var stream = First(attribute);
        var isReference = stream.StartsWith("@", StringComparison.Ordinal) && stream.Length > 1;
        if (!isReference && !(stream.Contains(":dynamodb:") && stream.Contains("/stream/")))
            yield return $"the stream '{stream}' is neither '@' and a resource's name nor an ARN";

        if (Number(attribute, "BatchSize") is < 1 or > 10_000)
            yield return "BatchSize must be 1 to 10000";

        if (Number(attribute, "MaximumBatchingWindowInSeconds") is > 300)
            yield return "MaximumBatchingWindowInSeconds must be 0 to 300";
    }

    private static IEnumerable<string> OfSchedule(AttributeData attribute)
    {
        var schedule = First(attribute);
        if (!schedule.StartsWith("rate(", StringComparison.Ordinal) && !schedule.StartsWith("cron(", StringComparison.Ordinal))
            yield return $"the schedule '{schedule}' must start with 'rate(' or 'cron('";
    }

    private static IEnumerable<string> OfResourceName(AttributeData attribute)
    {
        if (attribute.Named("ResourceName") is string name && !Alphanumeric.IsMatch(name))
            yield return $"the ResourceName '{name}' may have letters and digits only";
    }

    private static IEnumerable<string> OfSignature(IMethodSymbol method, EventKind kind, string eventType)
    {
        var fits = method.Parameters is [var only] && only.Type.Is(eventType)
            || (method.Parameters is [var first, var second] && first.Type.Is(eventType) && second.Type.Is(Names.Context));
        if (!fits)
            yield return $"'{method.Name}' must take {eventType} and may take ILambdaContext after it, nothing else";

        var result = method.ReturnType is INamedTypeSymbol { TypeArguments: [var inner] } task && task.Is("System.Threading.Tasks.Task")
            ? inner
            : method.ReturnType;
        var returnsNothing = method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { IsGenericType: false } plain && plain.Is("System.Threading.Tasks.Task");
        var returnsBatch = kind == EventKind.Sqs && result.Is("Amazon.Lambda.SQSEvents.SQSBatchResponse");
        if (!returnsNothing && !returnsBatch)
            yield return $"'{method.Name}' must return void or Task{(kind == EventKind.Sqs ? ", SQSBatchResponse or Task<SQSBatchResponse>" : "")}";
    }

    private static string First(AttributeData attribute) => attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : "";

    private static uint? Number(AttributeData attribute, string property) => attribute.Named(property) as uint?;
}
