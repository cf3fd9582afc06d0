using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Ghostbusters.LambdaRuntimeApi;

namespace Ghostbusters.Compat.Tests;

/// <summary>The loop in this process: each shape of a handler, and the runtime API when it is unwell.</summary>
public class BootstrapTests
{
    private static readonly DefaultLambdaJsonSerializer Serializer = new();

    public static TheoryData<string, LambdaBootstrapBuilder, string> Shapes => new()
    {
        { "stream to stream", LambdaBootstrapBuilder.Create((Func<Stream, ILambdaContext, Task<Stream>>)((input, _) => Task.FromResult(input))), "5" },
        { "typed, with context", LambdaBootstrapBuilder.Create((int input, ILambdaContext context) => Task.FromResult($"{input} {context.AwsRequestId[^1]}"), Serializer), "\"5 1\"" },
        { "typed, at once", LambdaBootstrapBuilder.Create((int input) => input + 1, Serializer), "6" },
        { "typed to stream", LambdaBootstrapBuilder.Create<int>((Func<int, Task<Stream>>)(input => Task.FromResult<Stream>(new MemoryStream([(byte)('0' + input)]))), Serializer), "5" },
        { "no result", LambdaBootstrapBuilder.Create<int>((Action<int>)(_ => { }), Serializer), "" },
        { "no result, later", LambdaBootstrapBuilder.Create<int>((Func<int, Task>)(_ => Task.CompletedTask), Serializer), "" },
        { "no input", LambdaBootstrapBuilder.Create((Func<Task<int>>)(() => Task.FromResult(7)), Serializer), "7" },
        { "neither", LambdaBootstrapBuilder.Create((Func<Task>)(() => Task.CompletedTask)), "" },
        { "into a given stream", LambdaBootstrapBuilder.Create((input, _, output) => input.CopyTo(output)), "5" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task EachShape_Answers(string shape, LambdaBootstrapBuilder builder, string expected)
    {
        await using var api = await RuntimeApi.StartAsync();
        using var stop = new CancellationTokenSource();
        using var bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint).Build();
        var running = bootstrap.RunAsync(stop.Token);

        var outcome = await api.InvokeAsync("5"u8.ToArray()).WaitAsync(SampleFunction.Patience);
        await stop.CancelAsync();
        await running.WaitAsync(SampleFunction.Patience);

        Assert.False(outcome.IsError, $"{shape}: {outcome.Text}");
        Assert.Equal(expected, outcome.Text);
    }

    [Fact]
    public async Task ServerErrors_AreTriedAgain()
    {
        await using var api = await RuntimeApi.StartAsync();
        api.AnswerNextWith(500, 503);
        using var stop = new CancellationTokenSource();
        using var bootstrap = Increment(api);
        var running = bootstrap.RunAsync(stop.Token);

        Assert.Equal("2", (await api.InvokeAsync("1"u8.ToArray()).WaitAsync(SampleFunction.Patience)).Text);
        await stop.CancelAsync();
        await running.WaitAsync(SampleFunction.Patience);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(410)]
    [InlineData(500, 500, 500)]
    public async Task WhatCannotBeMended_EndsTheLoop(params int[] statuses)
    {
        await using var api = await RuntimeApi.StartAsync();
        api.AnswerNextWith(statuses);
        using var bootstrap = Increment(api);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => bootstrap.RunAsync()).WaitAsync(SampleFunction.Patience);

        Assert.Contains($"{statuses[0]}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailingInitializer_IsAnInitError_AndThrown()
    {
        await using var api = await RuntimeApi.StartAsync();
        using var bootstrap = LambdaBootstrapBuilder.Create((int input) => input, Serializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .UseBootstrapHandler(() => throw new TimeoutException("no database"))
            .Build();

        await Assert.ThrowsAsync<TimeoutException>(() => bootstrap.RunAsync());

        var error = await api.InitError.WaitAsync(SampleFunction.Patience);
        Assert.Equal("TimeoutException", error.ErrorType);
        Assert.Equal(0, api.Polls);
    }

    [Fact]
    public async Task CausesOfAnException_AreReported()
    {
        await using var api = await RuntimeApi.StartAsync();
        using var stop = new CancellationTokenSource();
        using var bootstrap = LambdaBootstrapBuilder.Create<int>(
            (Action<int>)(_ => throw new AggregateException("both", new InvalidDataException("first \u0001 ü"), new TimeoutException("second"))), Serializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint).Build();
        var running = bootstrap.RunAsync(stop.Token);

        var outcome = await api.InvokeAsync("1"u8.ToArray()).WaitAsync(SampleFunction.Patience);
        await stop.CancelAsync();
        await running.WaitAsync(SampleFunction.Patience);

        using var error = JsonDocument.Parse(outcome.Body);
        Assert.Equal("first \u0001 ü", error.RootElement.GetProperty("cause").GetProperty("errorMessage").GetString());
        Assert.Equal("TimeoutException", error.RootElement.GetProperty("causes")[1].GetProperty("errorType").GetString());
        Assert.All(outcome.Headers["lambda-runtime-function-xray-error-cause"], character => Assert.InRange(character, ' ', '~'));
    }

    [Fact]
    public async Task EndlessMessage_IsLeftOut()
    {
        await using var api = await RuntimeApi.StartAsync();
        using var stop = new CancellationTokenSource();
        using var bootstrap = LambdaBootstrapBuilder.Create<int>(
            (Action<int>)(_ => throw new InvalidDataException(new string('x', 300 * 1024))), Serializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint).Build();
        var running = bootstrap.RunAsync(stop.Token);

        var outcome = await api.InvokeAsync("1"u8.ToArray()).WaitAsync(SampleFunction.Patience);
        await stop.CancelAsync();
        await running.WaitAsync(SampleFunction.Patience);

        Assert.Equal("InvalidDataException", outcome.ErrorType);
        Assert.InRange(outcome.Body.Length, 1, 256 * 1024);
        Assert.NotNull(JsonDocument.Parse(Encoding.UTF8.GetString(outcome.Body)));
    }

    private static LambdaBootstrap Increment(RuntimeApi api) => LambdaBootstrapBuilder.Create((int input) => input + 1, Serializer)
        .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint).Build();
}
