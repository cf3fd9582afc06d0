using Ghostbusters.Functions.Storage;

namespace Ghostbusters.Functions.Aws.Dynamo;

/// <summary>Conditions as expressions. What has expired is not there, whether DynamoDB has deleted it yet or not.</summary>
internal static class DynamoCondition
{
    public static string? Write(ExpressionBuilder expression, WriteCondition condition, DateTimeOffset now) => condition switch
    {
        ItemAbsent => Absent(expression, now),
        ItemPresent => Present(expression, now),
        ItemVersion { Version: var version } =>
            $"{expression.Name(DynamoLayout.Version)} = {expression.Value(DynamoValue.Number(version))} AND {Present(expression, now)}",
        _ => null,
    };

    public static string Present(ExpressionBuilder expression, DateTimeOffset now)
    {
        var expires = expression.Name(DynamoLayout.Expires);
        return $"attribute_exists({expression.Name(DynamoLayout.Partition)}) AND {Live(expression, expires, now)}";
    }

    /// <summary>For filters of queries.</summary>
    public static string Live(ExpressionBuilder expression, DateTimeOffset now) => Live(expression, expression.Name(DynamoLayout.Expires), now);

    private static string Absent(ExpressionBuilder expression, DateTimeOffset now) =>
        $"attribute_not_exists({expression.Name(DynamoLayout.Partition)}) OR {expression.Name(DynamoLayout.Expires)} <= {expression.Value(DynamoValue.Number(now.ToUnixTimeSeconds()))}";

    private static string Live(ExpressionBuilder expression, string expires, DateTimeOffset now) =>
        $"(attribute_not_exists({expires}) OR {expires} > {expression.Value(DynamoValue.Number(now.ToUnixTimeSeconds()))})";
}
