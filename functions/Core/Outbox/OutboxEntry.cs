using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Outbox;

/// <summary>A message that belongs to a change of an item and is stored with it.</summary>
/// <param name="Id">Made by the id generator. It travels as <see cref="IdAttribute"/>, so that a receiver can tell a repetition.</param>
/// <param name="Queue">Where it goes.</param>
/// <param name="Message">What goes. Its attributes leave one place free for the id.</param>
public sealed record OutboxEntry(string Id, QueueName Queue, OutgoingMessage Message)
{
    /// <summary>Attribute of the sent message that carries <see cref="Id"/>.</summary>
    public const string IdAttribute = "message-id";

    internal OutgoingMessage ToSend() =>
        Message with { Attributes = new Dictionary<string, string>(Message.Attributes) { [IdAttribute] = Id } };

    internal AttributeValue Write() => AttributeMap.Of(
        ("id", Id),
        ("queue", Queue.Value),
        ("body", Message.Body),
        ("delay", (decimal)Message.Delay.TotalSeconds),
        ("attributes", AttributeMap.From(Message.Attributes.Select(static a => KeyValuePair.Create<string, AttributeValue>(a.Key, a.Value)))));

    /// <exception cref="InvalidDataException">The value is no entry.</exception>
    internal static OutboxEntry Read(AttributeValue value)
    {
        if (value is not MapValue { Value: var map } || map.Text("id") is not { } id || map.Text("queue") is not { } queue || map.Text("body") is not { } body)
            throw new InvalidDataException("An entry of the outbox lacks its id, queue or body.");
        var attributes = (map.Map("attributes") ?? AttributeMap.Empty)
            .ToDictionary(static a => a.Key, static a => a.Value is TextValue text ? text.Value : throw new InvalidDataException("An attribute is no text."));
        return new OutboxEntry(id, new QueueName(queue), new OutgoingMessage(body)
        {
            Attributes = attributes,
            Delay = TimeSpan.FromSeconds((double)(map.Number("delay") ?? 0)),
        });
    }
}
