using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs the stack with mocks and gives its resources, the stack among them.</summary>
    /// <exception cref="RunException">The program or a registration failed.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null) where TStack : Stack, new() =>
        TestStackAsync(mocks, options, () => new TStack());

    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack =>
        TestStackAsync(mocks, options, () => serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new ArgumentException($"Failed to resolve instance of type {typeof(TStack)} from service provider."));

    /// <summary>Runs the program with mocks and gives its resources and what it returned.</summary>
    /// <exception cref="RunException">The program or a registration failed.</exception>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources) =>
        TestProgramAsync(testMocks, testOptions, createResources);

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestProgramAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestProgramAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return ImmutableDictionary<string, object?>.Empty;
        }).ConfigureAwait(false);
        return resources;
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        var (resources, _) = await TestProgramAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.FromResult<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);
        }).ConfigureAwait(false);
        return resources;
    }

    private static Task<ImmutableArray<Resource>> TestStackAsync(IMocks mocks, TestOptions? options, Func<Stack> stack) =>
        TestRunAsync(new(mocks, options), () =>
        {
            stack().RegisterPropertyOutputs();
            return Task.CompletedTask;
        });

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestProgramAsync(
        IMocks mocks, TestOptions options, Func<Task<IDictionary<string, object?>>> program)
    {
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var resources = await TestRunAsync(new(mocks, options), async () =>
        {
            var stack = new Stack();
            outputs = await program().ConfigureAwait(false);
            stack.RegisterResults(outputs);
        }).ConfigureAwait(false);
        return ([.. resources.Where(resource => resource is not Stack)], outputs);
    }

    /// <summary>The method is async, so that the run's context ends with it.</summary>
    private static async Task<ImmutableArray<Resource>> TestRunAsync(Deployment deployment, Func<Task> program)
    {
        Local.Value = deployment;
        deployment.Tasks.Add(Started());
        var failures = await deployment.Tasks.DrainAsync().ConfigureAwait(false);
        return failures switch
        {
            [] => [.. deployment._registrations.Select(registration => registration.Resource)],
            [var failure] => throw Described(failure),
            _ => throw new AggregateException(failures.Select(Described)),
        };

        // A constructor that throws fails the run as an output does.
        async Task Started() => await program().ConfigureAwait(false);
    }

    private static RunException Described(Exception failure) => failure switch
    {
        RunException described => described,
        ResourceException resource => new(resource.Message, resource),
        _ => new($"Running program failed with an unhandled exception:\n{failure}", failure),
    };
}
