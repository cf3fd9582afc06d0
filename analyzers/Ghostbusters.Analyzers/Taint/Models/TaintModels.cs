using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>What is known of library members. Immutable, so safe for use from several threads.</summary>
internal sealed class TaintModels
{
    private static readonly Lazy<TaintModels> Shipped = new(static () => new TaintModels(EmbeddedModels.Read()));

    private readonly ModelSet _models;
    private readonly MemberIndex _members;
    private readonly ParameterSources _parameters;
    private readonly HashSet<string> _memberNames;
    private readonly HashSet<string> _madeTypes;
    private readonly HashSet<string> _attributeNames;

    private TaintModels(ModelSet models)
    {
        (_models, _members, _parameters) = (models, new MemberIndex(models.Members), new ParameterSources(models.Parameters));
        var telling = models.Members.Where(static m => m.Source != SourceKinds.None || !m.Sinks.IsEmpty).ToLookup(static m => m.MemberName == ".ctor");
        _memberNames = new HashSet<string>(telling[false].Select(static m => m.MemberName).Concat(_parameters.DelegateTakers), StringComparer.Ordinal);
        _madeTypes = new HashSet<string>(telling[true].Select(static m => TypeNames.Simple(m.TypeName)), StringComparer.Ordinal);
        _attributeNames = new HashSet<string>(_parameters.Attributes, StringComparer.Ordinal);
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

    /// <summary>Whether a source, a sink or what takes a delegate with sources for parameters is a member of this name.</summary>
    public bool NamesMember(string identifier) => _memberNames.Contains(identifier);

    /// <summary>Whether to make an object of a type of this simple name is a source or a sink.</summary>
    public bool NamesMade(string identifier) => _madeTypes.Contains(identifier);

    /// <summary>Whether an attribute of this name, with its suffix or without, makes a member or parameter input.</summary>
    public bool NamesAttribute(string identifier) => _attributeNames.Contains(identifier);

    /// <summary>What somebody outside fills into a parameter of the analysed code.</summary>
    public SourceKinds SourceOfParameter(IParameterSymbol parameter) => _parameters.Of(parameter);

    /// <summary>What the parameters of a delegate are that is handed to this member.</summary>
    public SourceKinds SourceOfDelegate(MemberTarget target) => _parameters.OfDelegate(target);

    /// <summary>The same for one parameter of that delegate: services, tokens and contexts are no input.</summary>
    public SourceKinds SourceOfDelegate(MemberTarget target, IParameterSymbol parameter) =>
        ParameterSources.CanBeInput(parameter) ? _parameters.OfDelegate(target) : SourceKinds.None;
}
