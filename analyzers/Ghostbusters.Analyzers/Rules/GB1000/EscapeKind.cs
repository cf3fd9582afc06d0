using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules.GB1000;

/// <summary>Why an assertion need not run.</summary>
internal enum EscapeKind
{
    /// <summary>It runs, or only the test's own data and environment decide whether it does.</summary>
    None,

    /// <summary>Control cannot come to it.</summary>
    Dead,

    /// <summary>It stands in a catch, and nothing fails where nothing is thrown.</summary>
    Catch,

    /// <summary>It stands under a condition on the outcome that it is about.</summary>
    Condition,

    /// <summary>It stands in a loop over an outcome that may be empty.</summary>
    Loop,

    /// <summary>It stands in a lambda or local function that is never called, or in an event handler.</summary>
    Callback,
}

/// <summary>Why, and the construct that lets the test pass it by.</summary>
internal readonly record struct Escape(EscapeKind Kind, SyntaxNode? Construct);
