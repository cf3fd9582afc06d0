using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>An operation that reports that work is complete.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Text">How the code writes it, for messages.</param>
internal sealed record CompletionReport(IOperation Operation, string Text)
{
    private static readonly HashSet<string> States = ["Completed", "Complete", "Success", "Succeeded", "Successful", "Done", "Finished", "Processed", "Delivered", "Sent", "Paid", "Published", "Imported", "Synced", "Ok", "OK"];

    private static readonly HashSet<string> Flags = ["IsCompleted", "Completed", "IsComplete", "Success", "IsSuccess", "Succeeded", "IsSuccessful", "IsProcessed", "Processed", "IsSent", "Sent", "IsDone", "Done", "IsPaid", "IsPublished", "IsSynced"];

    private static readonly HashSet<string> Times = ["CompletedAt", "CompletedOn", "ProcessedAt", "ProcessedOn", "SentAt", "SentOn", "PaidAt", "DeliveredAt", "PublishedAt", "CompletedUtc"];

    private static readonly HashSet<string> Acks = ["BasicAck", "BasicAckAsync", "Ack", "AckAsync", "Acknowledge", "AcknowledgeAsync", "CompleteMessage", "CompleteMessageAsync", "DeleteMessage", "DeleteMessageAsync", "MarkAsCompleted", "MarkCompleted", "MarkAsCompletedAsync", "MarkAsProcessed", "MarkAsProcessedAsync", "MarkAsSent", "MarkAsSentAsync", "MarkProcessed", "MarkProcessedAsync", "MarkSent", "MarkDone", "MarkAsDone", "MarkComplete", "SetCompleted", "ReportSuccess", "NotifySuccess", "StoreOffset"];

    private static readonly string[] MessageTypes = ["Message", "ConsumeContext", "Delivery", "ConsumeResult", "QueueItem", "Envelope", "JobContext"];

    /// <summary>The report of an operation; null where it is none.</summary>
    public static CompletionReport? Of(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment => OfWrite(operation, target.Member.Name, assignment.Value),
        IInvocationOperation call => OfCall(call),
        _ => null,
    };

    private static CompletionReport? OfWrite(IOperation operation, string target, IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        var says = value switch
        {
            { ConstantValue: { HasValue: true, Value: true } } => Flags.Contains(target),
            IFieldReferenceOperation { Instance: null, Field: { HasConstantValue: true } field } => IsState(target) && States.Contains(field.Name),
            IMemberReferenceOperation { Instance: null } member => (IsState(target) && States.Contains(member.Member.Name)) || (Times.Contains(target) && member.Member.Name is "UtcNow" or "Now"),
            IInvocationOperation { TargetMethod.Name: "GetUtcNow" or "GetLocalNow" } or IPropertyReferenceOperation { Instance: IInvocationOperation { TargetMethod.Name: "GetUtcNow" or "GetLocalNow" } } => Times.Contains(target),
            { ConstantValue: { HasValue: true, Value: string text } } => IsState(target) && States.Contains(text),
            _ => false,
        };
        return says ? new CompletionReport(operation, operation.Syntax.ToString()) : null;
    }

    private static bool IsState(string name) => name.EndsWith("Status", StringComparison.OrdinalIgnoreCase) || name.EndsWith("State", StringComparison.OrdinalIgnoreCase) || name is "Outcome" or "Result";

    private static CompletionReport? OfCall(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (Acks.Contains(name) || (name is "Complete" or "CompleteAsync" or "Commit" && IsMessage(call)))
            return new CompletionReport(call, $"{name}()");
        if (LogMessage.Of(call) is { IsFailureLevel: false } message && SuccessWords.In(message.Text) is { } word)
            return new CompletionReport(call, message.Text.Length <= 60 ? message.Text : word);
        return null;
    }

    private static bool IsMessage(IInvocationOperation call) =>
        call.Arguments.Select(static a => a.Value.Type?.Name).Append(call.Instance?.Type?.Name)
            .Any(static t => t is not null && MessageTypes.Any(m => t.IndexOf(m, StringComparison.Ordinal) >= 0));
}
