using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Catches that take failures of many kinds, or failures of what the code stands on: no such type is an answer.</summary>
internal static class BroadCatch
{
    private static readonly HashSet<string> Types =
    [
        "Exception", "SystemException", "ApplicationException", "AggregateException",
        "HttpRequestException", "WebException", "SocketException", "TimeoutException", "DbException", "SqlException", "NpgsqlException", "MySqlException",
        "SqliteException", "DbUpdateException", "MongoException", "RedisException", "RedisConnectionException", "RpcException", "SmtpException", "FtpException",
    ];

    /// <summary>Whether the clause is one. Only the last name of its type is read.</summary>
    public static bool Is(CatchClauseSyntax clause) =>
        (clause.Filter is null || SparesSome(clause.Filter.FilterExpression))
        && (clause.Declaration is null || clause.Declaration.Type.ToString() is var type && Types.Contains(type.Substring(type.LastIndexOf('.') + 1)));

    // `when (true)`, `when (e is not OperationCanceledException)`: all the others are caught.
    private static bool SparesSome(ExpressionSyntax filter) => filter switch
    {
        ParenthesizedExpressionSyntax inner => SparesSome(inner.Expression),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => true,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } } } => true,
        _ => filter.IsKind(SyntaxKind.TrueLiteralExpression),
    };
}
