using System.Globalization;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Tenancy;
using Microsoft.Data.Sqlite;

namespace Ghostbusters.Functions.Local.Queues;

/// <summary>Messages as rows. A receipt is the row's id and a random part that changes with each delivery.</summary>
internal static class MessageRows
{
    private const string Exhausted = "attempts-exhausted";

    public static void Insert(SqliteSession session, QueueName queue, TenantId tenant, OutgoingMessage message, DateTimeOffset now) => session.Execute(
        "INSERT INTO messages (queue, tenant, body, attributes, visible, attempts) VALUES ($queue, $tenant, $body, $attributes, $visible, 0)",
        ("$queue", queue.Value), ("$tenant", tenant.Value), ("$body", message.Body), ("$attributes", MessageAttributes.Write(message.Attributes)),
        ("$visible", (now + message.Delay).ToUnixTimeMilliseconds()));

    /// <summary>What was delivered as often as allowed and is visible again goes to the dead letters with the attributes it had.</summary>
    public static void BuryExhausted(SqliteSession session, QueueDefinition definition, DateTimeOffset now)
    {
        if (definition.DeadLetters is not { } letters) return;
        session.Execute(
            """
            UPDATE messages SET queue = $letters, attempts = 0, receipt = NULL, visible = $now, attributes = json_set(attributes, '$."dead-letter-reason"', $reason)
            WHERE queue = $queue AND visible <= $now AND attempts >= $maximum
            """,
            ("$letters", letters.Value), ("$queue", definition.Name.Value), ("$now", now.ToUnixTimeMilliseconds()),
            ("$maximum", definition.MaximumAttempts), ("$reason", Exhausted));
    }

    public static List<ReceivedMessage> Take(SqliteSession session, QueueName queue, int maximum, DateTimeOffset now, DateTimeOffset until, string receipt) => session.Query(
        """
        UPDATE messages SET visible = $until, attempts = attempts + 1, receipt = $receipt
        WHERE id IN (SELECT id FROM messages WHERE queue = $queue AND visible <= $now ORDER BY visible, id LIMIT $maximum)
        RETURNING id, receipt, tenant, body, attributes, attempts
        """,
        Read,
        ("$queue", queue.Value), ("$now", now.ToUnixTimeMilliseconds()), ("$until", until.ToUnixTimeMilliseconds()), ("$receipt", receipt), ("$maximum", maximum));

    public static bool Delete(SqliteSession session, QueueName queue, string receipt) =>
        Receipt(receipt) is var (id, mark) && session.Execute(
            "DELETE FROM messages WHERE id = $id AND queue = $queue AND receipt = $receipt",
            ("$id", id), ("$queue", queue.Value), ("$receipt", mark)) == 1;

    public static bool Show(SqliteSession session, QueueName queue, string receipt, DateTimeOffset from) =>
        Receipt(receipt) is var (id, mark) && session.Execute(
            "UPDATE messages SET visible = $visible, receipt = NULL WHERE id = $id AND queue = $queue AND receipt = $receipt",
            ("$id", id), ("$queue", queue.Value), ("$receipt", mark), ("$visible", from.ToUnixTimeMilliseconds())) == 1;

    /// <summary>Its receipts are good no more.</summary>
    public static int ShowReceived(SqliteSession session, DateTimeOffset now) => session.Execute(
        "UPDATE messages SET visible = $now, receipt = NULL WHERE receipt IS NOT NULL AND visible > $now", ("$now", now.ToUnixTimeMilliseconds()));

    public static bool Park(SqliteSession session, QueueName queue, ReceivedMessage message, QueueName letters, string reason, DateTimeOffset now) =>
        Receipt(message.Receipt) is var (id, mark) && session.Execute(
            """
            UPDATE messages SET queue = $letters, attempts = 0, receipt = NULL, visible = $now, attributes = json_set(attributes, '$."dead-letter-reason"', $reason)
            WHERE id = $id AND queue = $queue AND receipt = $receipt
            """,
            ("$letters", letters.Value), ("$id", id), ("$queue", queue.Value), ("$receipt", mark), ("$now", now.ToUnixTimeMilliseconds()), ("$reason", reason)) == 1;

    public static int Count(SqliteSession session, QueueName queue) =>
        session.Query("SELECT count(*) FROM messages WHERE queue = $queue", static r => r.GetInt32(0), ("$queue", queue.Value)).Single();

    private static ReceivedMessage Read(SqliteDataReader row)
    {
        var id = row.GetInt64(0).ToString(CultureInfo.InvariantCulture);
        return new ReceivedMessage(
            id, id + ":" + row.GetString(1), TenantId.Read(row.GetString(2)), row.GetString(3), MessageAttributes.Read(row.GetString(4)), row.GetInt32(5));
    }

    private static (long Id, string Mark)? Receipt(string text) =>
        text.Split(':') is [var id, { Length: > 0 } mark] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, mark) : null;
}
