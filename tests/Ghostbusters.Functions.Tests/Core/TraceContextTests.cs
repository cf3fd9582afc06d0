using Ghostbusters.Functions.Tracing;

namespace Ghostbusters.Functions.Tests.Core;

public class TraceContextTests
{
    [Fact]
    public void ATrace_GoesOnThroughAttributes_WithNewSpans()
    {
        var start = TraceContext.Start("delivery-1");
        var next = TraceContext.Continue(start.Attributes);
        var last = TraceContext.Continue(next.Attributes);
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", start.Parent);
        Assert.Equal((start.TraceId, "delivery-1"), (last.TraceId, last.CorrelationId));
        Assert.Equal(3, new[] { start.SpanId, next.SpanId, last.SpanId }.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("00-short-00f067aa0ba902b7-01")]
    [InlineData("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01")]
    [InlineData("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01")]
    [InlineData("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7")]
    public void WhatIsNotWellFormed_BeginsAnew(string parent)
    {
        var context = TraceContext.Continue(new Dictionary<string, string> { [TraceContext.ParentAttribute] = parent, [TraceContext.CorrelationAttribute] = "c-1" });
        Assert.Equal("c-1", context.CorrelationId);
        Assert.DoesNotContain("4bf92f3577b34da6", context.TraceId, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\nb")]
    [InlineData("<script>")]
    public void ACorrelationIdThatIsNone_IsDropped(string correlation)
    {
        var context = TraceContext.Start(correlation);
        Assert.Equal(context.TraceId, context.CorrelationId);
    }
}
