using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes one shape of all shapes that a handler may have: with or without input, context, result; typed or a stream; at once or later.</summary>
public class HandlerWrapper : IDisposable
{
    private static readonly InvocationResponse Nothing = new(new MemoryStream(0), disposeOutputStream: false);

    private HandlerWrapper(LambdaBootstrapHandler handler, ILambdaSerializer serializer)
    {
        Handler = handler;
        Serializer = serializer;
    }

    public LambdaBootstrapHandler Handler { get; }

    internal ILambdaSerializer Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext, MemoryStream> invokeDelegate) => Raw((input, context) =>
    {
        var output = new MemoryStream();
        invokeDelegate(input, context, output);
        output.Position = 0;
        return Task.FromResult<Stream>(output);
    });

    public static HandlerWrapper GetHandlerWrapper(Func<Task> handler) =>
        Void((_, _) => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        Void((input, _) => handler(input));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Void((input, _) => handler(serializer.Deserialize<TInput>(input)), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task> handler) =>
        Void((_, context) => handler(context));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task> handler) =>
        Void((input, context) => handler(input, context));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Void((input, context) => handler(serializer.Deserialize<TInput>(input), context), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<Task<Stream>> handler) =>
        Raw((_, _) => handler());

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task<Stream>> handler) =>
        Raw((input, _) => handler(input));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Raw((input, _) => handler(serializer.Deserialize<TInput>(input)), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Task<Stream>> handler) =>
        Raw((_, context) => handler(context));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        Raw((input, context) => handler(input, context));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        Raw((input, context) => handler(serializer.Deserialize<TInput>(input), context), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed((_, _) => handler(), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed((input, _) => handler(input), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed((input, _) => handler(serializer.Deserialize<TInput>(input)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed((_, context) => handler(context), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed((input, context) => handler(input, context), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Typed((input, context) => handler(serializer.Deserialize<TInput>(input), context), serializer);

    public static HandlerWrapper GetHandlerWrapper(Action handler) =>
        Void((_, _) => Done(() => handler()));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream> handler) =>
        Void((input, _) => Done(() => handler(input)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput> handler, ILambdaSerializer serializer) =>
        Void((input, _) => Done(() => handler(serializer.Deserialize<TInput>(input))), serializer);

    public static HandlerWrapper GetHandlerWrapper(Action<ILambdaContext> handler) =>
        Void((_, context) => Done(() => handler(context)));

    public static HandlerWrapper GetHandlerWrapper(Action<Stream, ILambdaContext> handler) =>
        Void((input, context) => Done(() => handler(input, context)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Void((input, context) => Done(() => handler(serializer.Deserialize<TInput>(input), context)), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<Stream> handler) =>
        Raw((_, _) => Task.FromResult(handler()));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Stream> handler) =>
        Raw((input, _) => Task.FromResult(handler(input)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        Raw((input, _) => Task.FromResult(handler(serializer.Deserialize<TInput>(input))), serializer);

    public static HandlerWrapper GetHandlerWrapper(Func<ILambdaContext, Stream> handler) =>
        Raw((_, context) => Task.FromResult(handler(context)));

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Stream> handler) =>
        Raw((input, context) => Task.FromResult(handler(input, context)));

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        Raw((input, context) => Task.FromResult(handler(serializer.Deserialize<TInput>(input), context)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        Typed((_, _) => Task.FromResult(handler()), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        Typed((input, _) => Task.FromResult(handler(input)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        Typed((input, _) => Task.FromResult(handler(serializer.Deserialize<TInput>(input))), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Typed((_, context) => Task.FromResult(handler(context)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Typed((input, context) => Task.FromResult(handler(input, context)), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        Typed((input, context) => Task.FromResult(handler(serializer.Deserialize<TInput>(input), context)), serializer);

    public void Dispose() => GC.SuppressFinalize(this);

    private static Task Done(Action handler)
    {
        handler();
        return Task.CompletedTask;
    }

    private static HandlerWrapper Void(Func<Stream, ILambdaContext, Task> handler, ILambdaSerializer serializer = null) => new(
        async invocation =>
        {
            await handler(invocation.InputStream, invocation.LambdaContext).ConfigureAwait(false);
            return Nothing;
        },
        serializer);

    private static HandlerWrapper Raw(Func<Stream, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer = null) => new(
        async invocation => new InvocationResponse(await handler(invocation.InputStream, invocation.LambdaContext).ConfigureAwait(false)),
        serializer);

    private static HandlerWrapper Typed<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) => new(
        async invocation =>
        {
            var output = new MemoryStream();
            serializer.Serialize(await handler(invocation.InputStream, invocation.LambdaContext).ConfigureAwait(false), output);
            output.Position = 0;
            return new InvocationResponse(output);
        },
        serializer);
}
