using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>What is known of library members. Immutable, so safe for use from several threads.</summary>
internal sealed class TaintModels
{
    private static readonly Lazy<TaintModels> Shipped = new(static () => new TaintModels(EmbeddedModels.Read()));

    private readonly ModelSet _models;
    private readonly MemberIndex _members;
    private readonly ParameterSources _parameters;
    private readonly HashSet<string> _sourceNames;
    private readonly HashSet<string> _sinkNames;

    private TaintModels(ModelSet models)
    {
        (_models, _members, _parameters) = (models, new MemberIndex(models.Members), new ParameterSources(models.Parameters));
        _sourceNames = NamesOf(models.Members.Where(static m => m.Source != SourceKinds.None));
        _sourceNames.UnionWith(_parameters.Names);
        _sinkNames = NamesOf(models.Members.Where(static m => !m.Sinks.IsEmpty));
    }

    /// <summary>Those that travel with the rules, read once.</summary>
    public static TaintModels BuiltIn => Shipped.Value;

    /// <summary>These and a team's own.</summary>
    public TaintModels With(IEnumerable<MemberModel> more) => With(new ModelSet([.. more], []));

    /// <inheritdoc cref="With(IEnumerable{MemberModel})"/>
    public TaintModels With(ModelSet more) => new(_models.And(more));

    /// <summary>All entries of one member as one; null where nothing is known. A property that an attribute makes input is a source.</summary>
    public MemberModel? Of(MemberTarget target)
    {
        var known = _members.Of(target);
        if (target.Symbol is not (IPropertySymbol or IFieldSymbol) || _parameters.OfMember(target.Symbol) is not (not SourceKinds.None and var kinds))
            return known;
        var input = new MemberModel(TypeNames.Full(target.Symbol.ContainingType), target.MemberName) { Source = kinds, Taints = [new Slot(SlotKind.Return, 0, null)] };
        return known?.And(input) ?? input;
    }

    /// <summary>What a name may mean in code that does not bind and imports these namespaces.</summary>
    public IEnumerable<MemberModel> Named(string identifier, IReadOnlyCollection<string> usings) => _members.Named(identifier, usings);

    /// <summary>Whether a source has this simple member, type or attribute name: where none of a file's identifiers has, it has no source.</summary>
    public bool NamesSource(string identifier) => _sourceNames.Contains(identifier);

    /// <summary>Whether a sink has this simple member or type name.</summary>
    public bool NamesSink(string identifier) => _sinkNames.Contains(identifier);

    /// <summary>What somebody outside fills into a parameter of the analysed code.</summary>
    public SourceKinds SourceOfParameter(IParameterSymbol parameter) => _parameters.Of(parameter);

    /// <summary>What the parameters of a delegate are that is handed to this member.</summary>
    public SourceKinds SourceOfDelegate(MemberTarget target) => _parameters.OfDelegate(target);

    /// <summary>The same for one parameter of that delegate: services, tokens and contexts are no input.</summary>
    public SourceKinds SourceOfDelegate(MemberTarget target, IParameterSymbol parameter) =>
        ParameterSources.CanBeInput(parameter) ? _parameters.OfDelegate(target) : SourceKinds.None;

    private static HashSet<string> NamesOf(IEnumerable<MemberModel> members) =>
        new(members.SelectMany(static m => new[] { m.MemberName, TypeNames.Simple(m.TypeName) }), StringComparer.Ordinal);
}
