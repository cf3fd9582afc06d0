using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Methods that a queue calls, and calls again with the same message where they throw.</summary>
internal static class QueueHandler
{
    private static readonly Dictionary<string, string> Interfaces = new(StringComparer.Ordinal)
    {
        ["IConsumer"] = "MassTransit",
        ["IHandleMessages"] = "NServiceBus",
        ["IMessageHandler"] = "Azure",
        ["IAmInitiatedBy"] = "Rebus",
    };

    private static readonly HashSet<string> Parameters = ["SQSEvent", "SNSEvent", "KinesisEvent", "DynamoDBEvent", "ProcessMessageEventArgs"];

    private static readonly HashSet<string> Triggers = ["ServiceBusTriggerAttribute", "QueueTriggerAttribute", "RabbitMQTriggerAttribute", "KafkaTriggerAttribute"];

    /// <summary>Calls by which a handler tells its broker that a message is done.</summary>
    public static readonly HashSet<string> Acknowledgements = ["BasicAck", "BasicAckAsync", "CompleteMessageAsync", "CompleteAsync", "DeleteMessageAsync", "Commit", "StoreOffset"];

    private static readonly HashSet<string> Brokers =
        ["IModel", "IChannel", "ServiceBusReceiver", "ProcessMessageEventArgs", "ServiceBusMessageActions", "IAmazonSQS", "AmazonSQSClient", "QueueClient", "IConsumer", "IMessageReceiver"];

    /// <summary>What the method is, in words; null where no queue calls it, or where it says by its value what failed.</summary>
    public static string? Of(IMethodSymbol method)
    {
        if (method.Parameters.IsEmpty || !EndsInNothing(method))
            return null;
        foreach (var parameter in method.Parameters)
        {
            if (Parameters.Contains(parameter.Type.Name))
                return $"a handler of {parameter.Type.Name}, which is delivered again when it throws";
            if (parameter.GetAttributes().FirstOrDefault(static a => a.AttributeClass is { } type && Triggers.Contains(type.Name)) is { AttributeClass.Name: var trigger })
                return $"a {trigger.Replace("Attribute", "")} function, whose message is delivered again when it throws";
        }

        if (method.GetAttributes().Any(static a => a.AttributeClass is { Name: "AutomaticRetryAttribute" } && !a.NamedArguments.Any(static n => n.Key == "Attempts" && n.Value.Value is 0)))
            return "a job with AutomaticRetry, which runs again when it throws";
        return Interface(method) is { } name ? $"a handler of {name}, whose message is delivered again when it throws" : null;
    }

    /// <summary>Whether the method gives no value by which it could tell of failures: void, Task, ValueTask.</summary>
    public static bool EndsInNothing(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.IsEmpty: true };

    /// <summary>Whether a call tells a broker that the message is done.</summary>
    public static bool IsAcknowledgement(IMethodSymbol method) =>
        Acknowledgements.Contains(method.Name) && (Brokers.Contains(method.ContainingType.Name) || (method.ReducedFrom?.Parameters[0].Type is { } receiver && Brokers.Contains(receiver.Name)));

    private static string? Interface(IMethodSymbol method)
    {
        foreach (var implemented in method.ContainingType.AllInterfaces)
        {
            if (!Interfaces.TryGetValue(implemented.Name, out var owner) || implemented.TypeArguments.Length != 1 || !IsOf(implemented, owner))
                continue;
            if (implemented.GetMembers().Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method)))
                return $"{implemented.Name}<{implemented.TypeArguments[0].Name}>";
        }

        return null;
    }

    private static bool IsOf(INamedTypeSymbol type, string owner)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name == owner || space.Name is "Rebus" or "NServiceBus" or "MassTransit")
                return true;
        }

        return false;
    }
}
