using System.Runtime.InteropServices;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The loop: asks Lambda for an event, runs the handler, sends its answer or its error.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly LambdaBootstrapHandler handle;
    private readonly LambdaBootstrapInitializer initializer;
    private readonly ILambdaSerializer serializer;
    private readonly HttpMessageInvoker http;
    private readonly bool ownsHttp;
    private readonly LambdaBootstrapOptions options;

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handler, null, null, initializer)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, null, null, initializer)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handler, null, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper.Handler, handlerWrapper.Serializer, null, initializer)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(null, handlerWrapper.Handler, handlerWrapper.Serializer, lambdaBootstrapOptions, initializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper.Handler, handlerWrapper.Serializer, null, initializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, handlerWrapper.Handler, handlerWrapper.Serializer, lambdaBootstrapOptions, initializer)
    {
    }

    private LambdaBootstrap(
        HttpClient client,
        LambdaBootstrapHandler handler,
        ILambdaSerializer serializer,
        LambdaBootstrapOptions options,
        LambdaBootstrapInitializer initializer)
    {
        ArgumentNullException.ThrowIfNull(handler);
        handle = handler;
        this.initializer = initializer;
        this.serializer = serializer;
        this.options = options ?? new LambdaBootstrapOptions();
        ownsHttp = client is null;
        http = client ?? RuntimeApiClient.CreateTransport();
        // Lambda keeps a request for the next event open for as long as none comes.
        client?.Timeout = Timeout.InfiniteTimeSpan;
    }

    /// <summary>
    /// Runs until it is cancelled or the process is told to terminate; the invocation at hand is always finished. Throws if Lambda's
    /// runtime API cannot be used, which is to end the process.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var environment = FunctionEnvironment.Read(options.RuntimeApiEndpoint);
        var client = new RuntimeApiClient(http, environment.RuntimeApi);
        if (!await InitializeAsync(client).ConfigureAwait(false))
            return;

        environment.LimitHeap();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        while (await client.NextAsync(stop.Token).ConfigureAwait(false) is { } invocation)
        {
            await InvokeAsync(client, invocation, environment).ConfigureAwait(false);
            if (environment.RunsOnce || stop.IsCancellationRequested)
                return;
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && ownsHttp)
            http.Dispose();
    }

    private async Task<bool> InitializeAsync(RuntimeApiClient client)
    {
        if (initializer is null)
            return true;

        try
        {
            return await initializer().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            FunctionLogger.WriteFailure(failure, requestId: null);
            await client.ReportInitErrorAsync(failure).ConfigureAwait(false);
            throw;
        }
    }

    private async Task InvokeAsync(RuntimeApiClient client, Invocation invocation, FunctionEnvironment environment)
    {
        var logger = new FunctionLogger(invocation.RequestId, invocation.TraceId);
        LambdaLogger.SendTo(logger);
        LambdaTraceProvider.SetCurrentTraceId(invocation.TraceId);
        // The AWS SDK and child code read the trace from here.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);

        using var request = new InvocationRequest
        {
            InputStream = invocation.Body,
            LambdaContext = new LambdaContext(invocation, environment, logger, serializer),
        };
        InvocationResponse response;
        try
        {
            response = await handle(request).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            FunctionLogger.WriteFailure(failure, invocation.RequestId);
            await client.ReportErrorAsync(invocation.RequestId, failure).ConfigureAwait(false);
            return;
        }

        try
        {
            await client.SendResponseAsync(invocation.RequestId, response?.OutputStream).ConfigureAwait(false);
        }
        catch (ResponseTooLargeException failure)
        {
            FunctionLogger.WriteFailure(failure, invocation.RequestId);
            await client.ReportErrorAsync(invocation.RequestId, failure).ConfigureAwait(false);
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
                await response.OutputStream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
