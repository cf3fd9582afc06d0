namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What becomes of a method's result.</summary>
internal enum ResultKind
{
    Nothing,

    /// <summary>It is the answer.</summary>
    PassedOn,

    /// <summary>It writes itself as an answer of API Gateway.</summary>
    HttpResult,

    /// <summary>It is the answer's body, as text.</summary>
    Text,

    /// <summary>It is the answer's body, as the text of a number or a truth value.</summary>
    Scalar,

    /// <summary>It is the answer's body, as JSON.</summary>
    Json,
}
