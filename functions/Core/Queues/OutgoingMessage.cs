using System.Text;

namespace Ghostbusters.Functions.Queues;

/// <summary>A message to be sent: small, because contents travel as claim checks.</summary>
public sealed record OutgoingMessage
{
    /// <summary>Bytes of a body at most; leaves room for the attributes below SQS's 256 KB.</summary>
    public const int MaximumBody = 200 * 1024;

    /// <summary>SQS carries ten attributes; the tenant is one of them, and the reason of a dead letter is another.</summary>
    public const int MaximumAttributes = 8;

    public static readonly TimeSpan MaximumDelay = TimeSpan.FromMinutes(15);

    /// <param name="body">The text: not empty, without control characters but tab and newline, at most <see cref="MaximumBody"/> bytes.</param>
    /// <exception cref="ArgumentException">The body is none of that.</exception>
    public OutgoingMessage(string body)
    {
        ArgumentException.ThrowIfNullOrEmpty(body);
        if (!body.All(MessageText.IsAllowed) || Encoding.UTF8.GetByteCount(body) > MaximumBody)
            throw new ArgumentException($"A body is text of at most {MaximumBody} bytes without control characters.", nameof(body));
        Body = body;
    }

    public string Body { get; }

    /// <summary>Names (letters, digits, '_', '-') and non-empty texts beside the body; trace ids travel here.</summary>
    /// <exception cref="ArgumentException">There are too many, or one is not of that form.</exception>
    public IReadOnlyDictionary<string, string> Attributes
    {
        get;
        init => field = MessageText.CheckedAttributes(value);
    } = new Dictionary<string, string>();

    /// <summary>How long it stays hidden at first, up to 15 minutes, whole seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is outside of that.</exception>
    public TimeSpan Delay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaximumDelay);
            field = TimeSpan.FromSeconds(Math.Ceiling(value.TotalSeconds));
        }
    }
}
