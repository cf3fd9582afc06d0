using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Functions.Tests.Core;

public class MessageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("\u001b[31m")]
    public void ABodyThatAQueueWouldRefuse_IsRefused(string body) => Assert.ThrowsAny<ArgumentException>(() => new OutgoingMessage(body));

    [Fact]
    public void ABodyThatIsTooLong_IsRefused() => Assert.Throws<ArgumentException>(static () => new OutgoingMessage(new string('é', OutgoingMessage.MaximumBody / 2 + 1)));

    [Theory]
    [InlineData("tenant", "bob")]
    [InlineData("dead-letter-reason", "x")]
    [InlineData("a b", "x")]
    [InlineData("", "x")]
    [InlineData("a", "")]
    [InlineData("a", "\0")]
    public void AnAttributeThatNoSenderMaySet_IsRefused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new OutgoingMessage("x") { Attributes = new Dictionary<string, string> { [name] = value } });

    [Fact]
    public void NineAttributes_AreTooMany() => Assert.Throws<ArgumentException>(
        static () => new OutgoingMessage("x") { Attributes = Enumerable.Range(0, 9).ToDictionary(static i => $"a{i}", static i => "x") });

    [Theory]
    [InlineData(-1)]
    [InlineData(901)]
    public void ADelayOutsideOfTheRange_IsRefused(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutgoingMessage("x") { Delay = TimeSpan.FromSeconds(seconds) });

    [Theory]
    [InlineData("")]
    [InlineData("Work")]
    [InlineData("a/b")]
    public void WhatIsNoName_IsRefused(string name)
    {
        Assert.Throws<ArgumentException>(() => new QueueName(name));
        Assert.Throws<ArgumentException>(() => new ExecutionName(name + "/"));
        Assert.Throws<InvalidOperationException>(static () => default(QueueName).Value);
        Assert.Throws<InvalidOperationException>(static () => default(ExecutionName).Value);
    }
}
