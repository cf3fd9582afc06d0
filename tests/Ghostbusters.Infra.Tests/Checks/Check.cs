namespace Ghostbusters.Infra.Tests.Checks;

/// <summary>One line of the infrastructure checklist.</summary>
/// <param name="Id">Its number there.</param>
/// <param name="Title">What it demands.</param>
/// <param name="Look">Everything that it applies to, each with what is wrong, or null.</param>
/// <param name="Spoil">Breaks it in a graph that keeps it: a check that then finds nothing is none.</param>
internal sealed record Check(int Id, string Title, Func<Graph, IEnumerable<Verdict>> Look, Action<Graph> Spoil)
{
    public override string ToString() => $"{Id} {Title}";

    /// <summary>A check of every resource of a type.</summary>
    public static Check Each(int id, string title, string type, Func<Node, Graph, string?> wrong, Action<Graph> spoil) =>
        new(id, title, graph => graph.Of(type).Select(node => new Verdict(node.ToString(), wrong(node, graph))), spoil);

    /// <summary>A check of every resource of a type by a property.</summary>
    public static Check Each(int id, string title, string type, Func<Node, bool> isRight, Action<Graph> spoil) =>
        Each(id, title, type, (node, _) => isRight(node) ? null : "has not", spoil);
}

/// <summary>What a check says of one thing.</summary>
/// <param name="Subject">Which: a suppression names it.</param>
/// <param name="Wrong">Null: nothing.</param>
internal sealed record Verdict(string Subject, string? Wrong);
