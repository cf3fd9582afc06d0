using System.Collections.Immutable;
using Pulumi.Recording;

namespace Ghostbusters.Infra.Tests.Pictures;

/// <summary>A component as the picture shows it.</summary>
/// <param name="Urn">Its own.</param>
/// <param name="Name">In the program.</param>
/// <param name="Column">Where it stands: an index into <see cref="ComponentMap.Columns"/>.</param>
/// <param name="Resources">How many resources it has, those of components inside it included.</param>
internal sealed record Component(string Urn, string Name, int Column, int Resources);

/// <summary>The components of a graph, and which takes values of which.</summary>
internal sealed class ComponentMap
{
    /// <summary>From who calls to who watches, with the types of component that stand there.</summary>
    public static readonly ImmutableArray<(string Title, ImmutableArray<string> Types)> Columns =
    [
        ("Entrances", ["ApiStack", "SocketApi", "Schedules", "UserPoolStack", "Firewall", "GatewayAccount"]),
        ("Functions", ["FunctionResource"]),
        ("Queues and workflows", ["QueueWithDlq", "Workflow"]),
        ("Data and secrets", ["ContextTable", "PrivateBucket", "PlatformSecrets"]),
        ("Keys and watching", ["EncryptionKey", "AlarmTopic", "Board", "MonthlyBudget"]),
    ];

    /// <summary>The column that everything has lines to.</summary>
    public const int Watching = 4;

    /// <summary>Parts of other components, or groups of them, which have no place of their own.</summary>
    private static readonly ImmutableHashSet<string> WithoutPlace = ["ContextResources", "ServiceRole", "Alarm"];

    private readonly Dictionary<string, RecordedResource> _byUrn;
    private readonly Dictionary<string, string> _componentOf;

    public ComponentMap(ResourceGraph graph)
    {
        _byUrn = graph.Resources.ToDictionary(resource => resource.Urn);
        _componentOf = graph.Resources.Select(resource => (resource.Urn, Component: PlaceOf(resource)))
            .Where(pair => pair.Component is not null)
            .ToDictionary(pair => pair.Urn, pair => pair.Component!);
        var sizes = graph.Resources.Where(resource => resource.IsCustom && _componentOf.ContainsKey(resource.Urn))
            .CountBy(resource => _componentOf[resource.Urn]).ToDictionary();
        Components =
        [
            .. from urn in _componentOf.Values.Distinct()
               let resource = _byUrn[urn]
               let column = ColumnOf(resource)
               orderby column, resource.Type, resource.Name
               select new Component(urn, resource.Name, column, sizes.GetValueOrDefault(urn)),
        ];
        Edges = [.. graph.Resources.SelectMany(EdgesOf).Distinct().Order()];
    }

    public ImmutableArray<Component> Components { get; }

    /// <summary>URNs of components: the first takes values of the second, or the first gives to the second what comes in.</summary>
    public ImmutableArray<(string From, string To)> Edges { get; }

    /// <summary>The outermost component with a place that the resource is in, or is.</summary>
    private string? PlaceOf(RecordedResource resource)
    {
        var above = resource.Parent is { } parent && _byUrn.TryGetValue(parent, out var found) ? PlaceOf(found) : null;
        return above ?? (!resource.IsCustom && ColumnOf(resource) >= 0 ? resource.Urn : null);
    }

    /// <summary>-1: no place of its own.</summary>
    private static int ColumnOf(RecordedResource resource)
    {
        var type = resource.Type.Split(':')[^1];
        if (WithoutPlace.Contains(type)) return -1;
        for (var i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Types.Contains(type)) return i;
        }

        throw new InvalidOperationException($"The picture has no column for {resource.Type}.");
    }

    private IEnumerable<(string From, string To)> EdgesOf(RecordedResource resource)
    {
        var uses = resource.Dependencies.Where(_componentOf.ContainsKey).Select(urn => _componentOf[urn]).Distinct().ToImmutableArray();
        if (_componentOf.TryGetValue(resource.Urn, out var own)) return uses.Where(used => used != own).Select(used => (own, used));
        // What is in no component connects two, as an event source does: the function first.
        return from one in uses
               from other in uses
               where ColumnOf(_byUrn[one]) < ColumnOf(_byUrn[other])
               select (one, other);
    }
}
