namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Says that this stand-in does not deploy.</summary>
    /// <returns>1.</returns>
    public static Task<int> RunAsync(Action action) => CannotDeploy();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => CannotDeploy();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => CannotDeploy();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => CannotDeploy();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>() where TStack : Stack, new() => CannotDeploy();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider) where TStack : Stack => CannotDeploy();

    private static async Task<int> CannotDeploy()
    {
        await Console.Error.WriteLineAsync(
            "This program was built with a stand-in for the package Pulumi, which records resources for tests and cannot deploy. "
            + "Build infra/Deploy, which uses the official package, and run it with the pulumi CLI.").ConfigureAwait(false);
        return 1;
    }
}
