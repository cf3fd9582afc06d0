using Ghostbusters.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ghostbusters.Analyzers.Rules.GB3000;

/// <summary>A success that is reported while the effect is still to come.</summary>
/// <param name="Report">Where it is reported.</param>
/// <param name="Effect">The call that has the effect.</param>
/// <param name="Text">How the code writes it.</param>
/// <param name="Reality">For the message.</param>
internal sealed record EarlySuccess(SyntaxNode Report, SyntaxNode Effect, string Text, string Reality)
{
    private static readonly HashSet<string> Verbs =
    [
        "Save", "Send", "Write", "Delete", "Update", "Insert", "Publish", "Upload", "Store", "Persist", "Create", "Commit", "Charge", "Pay", "Process", "Import", "Export", "Copy",
        "Move", "Add", "Remove", "Register", "Submit", "Migrate", "Sync", "Upsert", "Put", "Post", "Deliver", "Restore", "Install", "Deploy", "Backup", "Archive", "Flush", "Refund", "Book", "Download",
    ];

    private static readonly HashSet<string> Commits = ["Commit", "CommitAsync", "SaveChanges", "SaveChangesAsync"];

    // What only a commit makes true.
    private static readonly HashSet<string> Lasting =
        ["success", "successful", "successfully", "succeeded", "saved", "stored", "written", "created", "updated", "deleted", "removed", "imported", "registered", "migrated", "committed", "persisted", "completed", "complete", "done"];

    // The name says that nobody waits for it.
    private static readonly string[] Unwatched = ["background", "forget", "ignored", "unused", "discard", "detached", "warm", "_"];

    /// <summary>Whether a call is named after an effect that somebody may report. Only names are read.</summary>
    public static bool NamesEffect(ExpressionSyntax expression) => NameOf(expression) is { } name && PascalWords.Of(name).FirstOrDefault() is { } verb && Verbs.Contains(verb);

    /// <summary>Whether such a call gives a task, as far as its name says.</summary>
    public static bool NamesTask(ExpressionSyntax expression) => NamesEffect(expression) && NameOf(expression)!.EndsWith("Async", StringComparison.Ordinal);

    /// <summary>A task that is started and kept, and a success before anything asks for it.</summary>
    public static IEnumerable<EarlySuccess> OfTasks(FlowGraph graph, IMethodSymbol method, TaskTypes tasks)
    {
        for (var block = 0; block < graph.Blocks.Length; block++)
        {
            if (!graph.Blocks[block].IsReachable)
                continue;
            foreach (var operation in graph.OperationsOf(block))
            {
                if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } task } } start && tasks.IsTask(task.Type) && tasks.Start(start.Value) is { } call
                    && PascalWords.Of(call.TargetMethod.Name).FirstOrDefault() is { } verb && Verbs.Contains(verb) && !Unwatched.Any(u => task.Name.IndexOf(u, StringComparison.OrdinalIgnoreCase) >= 0)
                    && !IsCaptured(graph, task) && FirstReport(graph, block, start, call, task, method) is { } early)
                {
                    yield return early;
                }
            }
        }
    }

    /// <summary>A message that says what the next call is yet to do.</summary>
    public static IEnumerable<EarlySuccess> OfMessages(FlowGraph graph)
    {
        foreach (var operation in graph.Operations())
        {
            if (LogMessage.Of(operation) is { IsFailureLevel: false } message && SuccessWords.In(message.Text) is { } word && message.Call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is ExpressionStatementSyntax { Parent: BlockSyntax list } statement
                && NextEffect(list, statement) is { } effect && Deed(message.Text, word, effect) is var deed && IsAbout(effect, deed, list, statement))
            {
                yield return new EarlySuccess(message.Call.Syntax, effect, deed, $"'{NameOf(effect.Expression)}' comes only after it on line {LineOf(effect)}");
            }
        }
    }

    // The first report on a way from the start on which nothing asks for the task.
    private static EarlySuccess? FirstReport(FlowGraph graph, int block, IOperation start, IInvocationOperation call, ILocalSymbol task, IMethodSymbol method)
    {
        var seen = new HashSet<int>();
        var work = new Queue<(int Block, int From)>([(block, start.Syntax.Span.End)]);
        while (work.Count > 0)
        {
            var (current, from) = work.Dequeue();
            if (current >= graph.Blocks.Length)
                continue;
            var isAsked = false;
            foreach (var operation in graph.OperationsOf(current).Where(o => o.Syntax.SpanStart >= from).OrderBy(static o => o.Syntax.SpanStart).ThenByDescending(static o => o.Syntax.Span.Length))
            {
                isAsked |= Asks(operation, task);
                if (isAsked)
                    break;
                if (CompletionReport.Of(operation) is { } report && IsOf(report, call, graph, start))
                    return new EarlySuccess(report.Operation.Syntax, call.Syntax, report.Text, $"'{call.TargetMethod.Name}', started on line {LineOf(call.Syntax)}, is not awaited before it");
            }

            if (isAsked)
                continue;
            if (Answer(graph, current, method) is { } success)
                return new EarlySuccess(graph.Blocks[current].BranchValue!.Syntax, call.Syntax, success, $"'{call.TargetMethod.Name}', started on line {LineOf(call.Syntax)}, is not awaited before it");
            foreach (var edge in graph.Successors(current).Where(e => e.Kind != EdgeKind.Exception && seen.Add(e.To)))
                work.Enqueue((edge.To, 0));
        }

        return null;
    }

    // Any mention: it is awaited, waited for, handed on, kept elsewhere.
    private static bool Asks(IOperation operation, ILocalSymbol task) => operation.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(l => SymbolEqualityComparer.Default.Equals(l.Local, task));

    private static bool IsCaptured(FlowGraph graph, ILocalSymbol task) => graph.Source.OriginalOperation.Descendants().Any(o =>
        o is IAnonymousFunctionOperation or ILocalFunctionOperation && o.Descendants().OfType<ILocalReferenceOperation>().Any(l => SymbolEqualityComparer.Default.Equals(l.Local, task)));

    private static string? Answer(FlowGraph graph, int block, IMethodSymbol method)
    {
        if (graph.Blocks[block].BranchValue is not { } value || !graph.Successors(block).Any(static e => e.Semantics == ControlFlowReturn) || SuccessValues.NameOf(value, FlowValue.Unknown, method, graph.Source.OriginalOperation) is not { } name)
            return null;
        return name.StartsWith("Accepted", StringComparison.Ordinal) || (name == "true" && !SuccessClaims.MeansSuccess(method)) ? null : name;
    }

    private const Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowBranchSemantics ControlFlowReturn = Microsoft.CodeAnalysis.FlowAnalysis.ControlFlowBranchSemantics.Return;

    // A message names what was started; a status or an acknowledgement counts where nothing else was awaited meanwhile.
    private static bool IsOf(CompletionReport report, IInvocationOperation call, FlowGraph graph, IOperation start)
    {
        if (report.Operation is IInvocationOperation message && LogMessage.Of(message) is { } told)
            return SuccessWords.In(told.Text) is { } word && (Matches(word, call.TargetMethod.Name) || (SuccessWords.In(told.Text, strongOnly: true) is not null && !AwaitsBetween(graph, start, report)));
        return !AwaitsBetween(graph, start, report);
    }

    private static bool AwaitsBetween(FlowGraph graph, IOperation start, CompletionReport report) =>
        graph.Operations().OfType<IAwaitOperation>().Any(a => a.Syntax.SpanStart > start.Syntax.Span.End && a.Syntax.Span.End < report.Operation.Syntax.SpanStart);

    // "Successfully registered": what was done is another word than the one of success.
    private static string Deed(string text, string word, ExpressionStatementSyntax effect) =>
        NameOf(effect.Expression) is { } name && SuccessWords.IsStrong(word) ? text.Split(' ', '.', ',', '!', ':').FirstOrDefault(w => w.Length > 3 && Matches(w, name)) ?? word : word;

    // The statement after the message that has an effect; log lines and plain values may stand between.
    private static ExpressionStatementSyntax? NextEffect(BlockSyntax list, StatementSyntax statement)
    {
        foreach (var next in list.Statements.SkipWhile(s => s != statement).Skip(1))
        {
            if (next is not ExpressionStatementSyntax { Expression: var expression } effect)
                return null;
            if (NamesEffect(expression is AwaitExpressionSyntax await ? await.Expression : expression))
                return effect;
            if (CatchBody.IsWork(expression))
                return null;
        }

        return null;
    }

    // "saved" before `SaveAsync`, where nothing was saved before it; or any lasting change before the commit.
    private static bool IsAbout(ExpressionStatementSyntax effect, string word, BlockSyntax list, StatementSyntax statement)
    {
        var name = NameOf(effect.Expression)!;
        var before = (statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)list).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(c => c.SpanStart < statement.SpanStart && !statement.Span.Contains(c.Span)).Select(static c => NameOf(c)).OfType<string>().ToList();
        if (Commits.Contains(name))
            return Lasting.Contains(word.ToLowerInvariant()) && !before.Any(b => Commits.Contains(b)) && before.Any(b => !b.StartsWith("Log", StringComparison.Ordinal)) && !IsDoneBefore(list, statement, word);
        return Matches(word, name) && !before.Any(b => Matches(word, b));
    }

    // `await mailer.SendAsync(…); log("sent"); await db.SaveChangesAsync();` is true when it is said.
    private static bool IsDoneBefore(BlockSyntax list, StatementSyntax statement, string word) => list.Statements.TakeWhile(s => s != statement)
        .SelectMany(static s => s.DescendantNodes().OfType<AwaitExpressionSyntax>()).Select(static a => NameOf(a.Expression)).OfType<string>().Any(n => Matches(word, n));

    private static bool Matches(string word, string name) => PascalWords.Of(name).FirstOrDefault() is { } verb && SameStem(word.ToLowerInvariant(), verb.ToLowerInvariant());

    private static bool SameStem(string word, string verb) => word switch
    {
        "sent" => verb == "send",
        "paid" => verb == "pay",
        "written" => verb == "write",
        _ => verb.Length > 2 && word.StartsWith(verb.TrimEnd('e', 'y'), StringComparison.Ordinal) && word.Length <= verb.Length + 3,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax await => NameOf(await.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } } => NameOf(inner),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.ValueText,
        _ => null,
    };

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
