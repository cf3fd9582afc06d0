using Ghostbusters.Functions.Annotations;

namespace Ghostbusters.Functions.Catalogue.Routes;

/// <summary>A route of the REST API.</summary>
/// <param name="Verb">In capitals; <c>ANY</c> takes all.</param>
/// <param name="Template">Its path.</param>
/// <param name="Function">What answers it.</param>
public sealed record HttpRoute(string Verb, RouteTemplate Template, AnnotatedFunction Function)
{
    public const string AnyVerb = "ANY";

    /// <summary>What a caller must hold; null where the route is anonymous.</summary>
    public string? Scope => Function.Annotation<RequiresScopeAttribute>()?.Scope;

    public bool Takes(string verb) => Verb == AnyVerb || Verb == verb;
}
