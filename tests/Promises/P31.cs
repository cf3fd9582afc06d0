using System.Reflection;
using Ghostbusters.Functions.Blobs;
using Ghostbusters.Functions.Connections;
using Ghostbusters.Functions.Queues;
using Ghostbusters.Functions.Secrets;
using Ghostbusters.Functions.Storage;
using Ghostbusters.Functions.Workflows;

namespace Ghostbusters.Promises;

/// <summary>The storage has no method without a tenant, and a tenant comes from what was verified only.</summary>
public class P31
{
    /// <summary>Ports for the system's own loops: what they hand out says whose it is.</summary>
    private static readonly Type[] OfTheSystem = [typeof(IPendingItems), typeof(IQueuePump)];

    public static TheoryData<Type> Ports => [.. Types];

    private static IEnumerable<Type> Types => typeof(ITable).Assembly.GetExportedTypes().Where(static t => t.IsInterface).Except(OfTheSystem);

    [Theory]
    [MemberData(nameof(Ports))]
    public void EveryMethod_TakesATenantFirst(Type port) =>
        Assert.All(port.GetMethods(), static method => Assert.Equal(typeof(TenantId), method.GetParameters().FirstOrDefault()?.ParameterType));

    [Fact]
    public void ThePorts_AreThese() => Assert.Equal(
        new[] { typeof(IBlobs), typeof(IConnections), typeof(IQueue), typeof(ISecrets), typeof(ITable), typeof(IWorkflow) }.Select(static t => t.Name),
        Types.Select(static t => t.Name).Order());

    [Theory]
    [InlineData(typeof(PendingItem))]
    [InlineData(typeof(ReceivedMessage))]
    public void WhatTheSystemHandsOut_SaysWhoseItIs(Type handedOut) => Assert.Equal(typeof(TenantId), handedOut.GetProperty("Tenant")?.PropertyType);

    [Fact]
    public void ACaller_IsMadeByTheVerifiersOnly() => Assert.Empty(typeof(Caller).GetConstructors(BindingFlags.Public | BindingFlags.Instance));

    [Theory]
    [InlineData("_platform")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Ada")]
    [InlineData("ada#bob")]
    [InlineData("ada/bob")]
    [InlineData("../bob")]
    [InlineData("-ada")]
    [InlineData("ädä")]
    [InlineData("ada\0")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void WhatIsNoTenant_IsRefused(string? text) => Assert.False(TenantId.TryParse(text, out _));

    [Fact]
    public void NoTenant_IsUnusable()
    {
        Assert.Throws<InvalidOperationException>(static () => default(TenantId).Value);
        Assert.Throws<InvalidOperationException>(static () => TestCallers.Of(default));
    }
}
