using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>Places whose name, kind or documents say that nothing may come back where something fails.</summary>
internal static class HonestAbsence
{
    // Anywhere in the name of a method.
    private static readonly string[] Names =
    [
        "OrDefault", "OrNull", "OrEmpty", "OrZero", "OrNone", "OrFallback", "Default", "Fallback", "Safe", "NoThrow", "Quiet", "Silent", "Swallow", "Ignor", "BestEffort", "Optional",
        "Maybe", "IfExists", "IfAny", "IfPossible", "IfAvailable", "IfPresent", "Probe", "Detect", "Guess", "Sniff", "Estimate", "Suggest", "Peek", "Cache",
        "Describe", "Display", "Compare", "Thumbnail", "Icon", "Preview", "Telemetry", "Diagnos", "Discover",
    ];

    private static readonly HashSet<string> Exact = ["ToString", "GetHashCode", "Main", "<Main>$", "Convert", "ConvertBack", "GetService", "CompareTo"];

    // What cannot be read as that has no value: null and the empty text say so.
    private static readonly HashSet<string> Readers = ["Parse", "Convert", "Decode", "Deserialize", "Extract", "Format", "To", "As"];

    // What turns one text into another, or into a value.
    private static readonly string[] Readings = ["Decode", "Encode", "Parse", "FromBase64", "FromHex", "GetString", "GetBytes", "Split", "Trim", "Substring", "Replace", "ToDateTime", "ToInt", "ToDecimal", "ToDouble"];

    private static readonly HashSet<string> Getters = ["Get", "Load", "Read", "Fetch", "Find", "Query", "List", "From"];

    // Numbers that cannot be 0 where something is there, so that 0 tells.
    private static readonly string[] NeverZero = ["Id", "Port", "Version", "Pid", "Handle", "Year", "Width", "Height", "Dpi", "Code", "Status", "Level"];

    // The result is what was done. Nothing was.
    private static readonly HashSet<string> Deeds =
    [
        "Add", "Apply", "Archive", "Clean", "Cleanup", "Clear", "Copy", "Create", "Delete", "Execute", "Handle", "Import", "Insert", "Move", "Persist", "Process", "Publish", "Purge",
        "Remove", "Run", "Save", "Send", "Store", "Submit", "Sync", "Update", "Upsert", "Write", "Register", "Migrate", "Install", "Invoke", "Prune", "Restore", "Set",
    ];

    // Of the containing type. A cache that fails is a miss; a view shows what it has.
    private static readonly string[] TypeNames =
    [
        "Cache", "ViewModel", "Form", "Window", "Control", "Page", "Dialog", "View", "Converter", "Renderer", "Formatter", "Probe", "Detector", "Sniffer", "Fallback", "Safe", "Resilient",
    ];

    // What is asked of the machine may not be there to ask.
    private static readonly HashSet<string> Machine =
    [
        "Registry", "RegistryKey", "Process", "Environment", "Assembly", "AppDomain", "RuntimeInformation", "FileVersionInfo", "Marshal", "NativeMethods", "Activator", "CultureInfo",
        "RegionInfo", "Encoding", "TimeZoneInfo", "Dns", "NetworkInterface", "DriveInfo", "Screen", "Console", "ManagementObjectSearcher", "OpenBaseKey", "OpenSubKey", "GetCustomAttribute",
        "GetEntryAssembly", "GetProperty", "GetField", "MakeGenericType", "IPAddress", "Clipboard",
    ];

    private static readonly string[] Failures =
        ["fail", "error", "cannot", "could not", "couldn't", "can't", "unable", "invalid", "unavailable", "not available", "unreadable", "exception", "corrupt", "problem", "best effort", "best-effort", "swallow", "malformed", "unreachable"];

    /// <summary>Whether the names say that nothing may come back.</summary>
    public static bool IsNamed(IMethodSymbol method, DefaultAnswer answer)
    {
        var name = method.AssociatedSymbol?.Name ?? method.Name.Substring(method.Name.LastIndexOf('.') + 1);
        var words = PascalWords.Of(name);
        if (words.IsEmpty || words[0] == "Try" || Exact.Contains(name) || Names.Any(n => name.IndexOf(n, StringComparison.Ordinal) >= 0))
            return true;
        if (Deeds.Contains(words[0]) || (answer.Kind is DefaultKind.Null or DefaultKind.EmptyText && IsReader(words)))
            return true;
        if (answer.Kind == DefaultKind.Zero && words.Any(w => NeverZero.Contains(w)))
            return true;
        return TypeNames.Any(n => n is "Cache" or "Fallback" or "Safe" or "Resilient"
            ? method.ContainingType.Name.IndexOf(n, StringComparison.Ordinal) >= 0 : method.ContainingType.Name.EndsWith(n, StringComparison.Ordinal));
    }

    // `ParseDate`, `DataUrlToImage`, `ImageFromClipboard`; `GetOrderFromService` is none.
    private static bool IsReader(ImmutableArray<string> words) =>
        Readers.Contains(words[0]) || words.Contains("To") || (words.Contains("From") && !Getters.Contains(words[0]));

    /// <summary>Whether the try asks the machine or the type system for what may not be there.</summary>
    public static bool IsProbe(TryStatementSyntax statement) =>
        statement.Block.DescendantNodes().OfType<SimpleNameSyntax>().Any(static n => Machine.Contains(n.Identifier.ValueText) && !IsOfOwnType(n));

    // `typeof(Pages).Assembly` is there; what it holds is no question about the machine.
    private static bool IsOfOwnType(SimpleNameSyntax name) => name.Parent is MemberAccessExpressionSyntax { Expression: TypeOfExpressionSyntax } access && access.Name == name;

    /// <summary>Whether all that the try does is to read the text that it was given: what cannot be read is an answer about the text.</summary>
    public static bool IsReading(TryStatementSyntax statement)
    {
        var calls = statement.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().ToList();
        return calls.Count > 0 && !statement.Block.DescendantNodes().Any(static n => n is AwaitExpressionSyntax) && calls.All(static c => c.Expression switch
        {
            MemberAccessExpressionSyntax member => Readings.Any(r => member.Name.Identifier.ValueText.StartsWith(r, StringComparison.Ordinal)),
            _ => false,
        });
    }

    /// <summary>Whether a comment above the method, or above what it implements, says what comes back after a failure.</summary>
    public static bool IsDocumented(IMethodSymbol method, DefaultAnswer answer)
    {
        ISymbol member = method.AssociatedSymbol ?? method;
        if (!IsOwnContract(member))
            return true;
        return Contracts(member).SelectMany(static m => m.DeclaringSyntaxReferences).Any(r => Says(CommentOf(r.GetSyntax()), answer));
    }

    /// <summary>Whether the comments of the method call the nothing the answer for what is not there.</summary>
    public static bool SaysNullIsNotFound(IMethodSymbol method) => Contracts(method).SelectMany(static m => m.DeclaringSyntaxReferences)
        .Select(static r => CommentOf(r.GetSyntax())).Any(static t => t.IndexOf("null", StringComparison.OrdinalIgnoreCase) >= 0
            && new[] { "not found", "no such", "does not exist", "doesn't exist", "not exist", "missing", "there is none", "if none" }.Any(w => t.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>Whether the catch gives an out or ref parameter a value: the caller reads that.</summary>
    public static bool TellsByOut(CatchClauseSyntax clause, IMethodSymbol method)
    {
        var outs = method.Parameters.Where(static p => p.RefKind is RefKind.Out or RefKind.Ref).Select(static p => p.Name).ToList();
        return outs.Count > 0 && clause.Block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a => a.Left is IdentifierNameSyntax target && outs.Contains(target.Identifier.ValueText));
    }

    // What others' types demand (a converter, a provider of a framework) can only be answered their way.
    private static bool IsOwnContract(ISymbol member) => Contracts(member).All(static m => m.DeclaringSyntaxReferences.Length > 0);

    private static IEnumerable<ISymbol> Contracts(ISymbol member)
    {
        yield return member;
        for (var overridden = Overridden(member); overridden is not null; overridden = Overridden(overridden))
            yield return overridden;
        if (member.ContainingType is not { } type || member is IMethodSymbol { MethodKind: MethodKind.LocalFunction })
            yield break;
        foreach (var contract in type.AllInterfaces.SelectMany(i => i.GetMembers(member.Name)))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(contract), member))
                yield return contract;
        }
    }

    private static ISymbol? Overridden(ISymbol member) => (ISymbol?)(member as IMethodSymbol)?.OverriddenMethod ?? (member as IPropertySymbol)?.OverriddenProperty;

    private static string CommentOf(SyntaxNode declaration) =>
        string.Concat(declaration.GetLeadingTrivia().Where(static t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia).Select(static t => t.ToFullString()));

    // `<exception>` speaks of what is thrown, not of what is returned.
    private static bool Says(string comment, DefaultAnswer answer)
    {
        var text = string.Concat(comment.Split('\n').Where(static l => l.IndexOf("<exception", StringComparison.Ordinal) < 0 && l.IndexOf("<param", StringComparison.Ordinal) < 0));
        string[] words = answer.Kind switch
        {
            DefaultKind.Null => ["null", "nothing", "default"],
            DefaultKind.Zero => ["zero", "0", "default", "nothing"],
            _ => ["empty", "nothing", "default", "blank", " no "],
        };
        return Failures.Any(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0)
            && words.Concat(["never throws", "does not throw", "best effort", "best-effort"]).Any(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);
    }
}
