using Microsoft.Extensions.DependencyInjection;

namespace Ghostbusters.Functions.Hosting;

/// <summary>
/// Where a host puts its own adapters before it makes the generated handlers, so that the same handlers run on AWS and in
/// process. A handler's startup class asks here first and takes AWS's adapters where nobody answers.
/// </summary>
/// <remarks>
/// Per thread of execution, so that hosts in one process (tests) do not see each other's: call <see cref="Use"/> and make the
/// handlers in the same flow. What is to be registered: <c>ITable</c> and <c>IPendingItems</c> keyed by <see cref="TableNames"/>,
/// <c>IBlobs</c>, <c>IQueue</c>, <c>IConnections</c>, <c>ISecrets</c>, <c>TimeProvider</c>; optionally <c>OutboundOptions</c>, <c>TokenVerifier</c>.
/// Register instances: each handler has a container of its own.
/// </remarks>
public static class HostAdapters
{
    private static readonly AsyncLocal<Action<IServiceCollection>?> Current = new();

    /// <summary>From now on, in this flow, startup classes register these adapters; null: AWS's again.</summary>
    public static void Use(Action<IServiceCollection>? register) => Current.Value = register;

    /// <summary>Registers what a host gave. False: nobody gave anything.</summary>
    public static bool TryRegister(IServiceCollection services)
    {
        if (Current.Value is not { } register) return false;
        register(services);
        return true;
    }
}
