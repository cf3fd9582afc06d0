using Amazon.Lambda.Core;
using Ghostbusters.Functions.Catalogue;
using Ghostbusters.Functions.Identity;
using Ghostbusters.Functions.Logs;

namespace Ghostbusters.Functions.Host.Functions;

/// <summary>Makes invocations: an id, a deadline and a context for each.</summary>
/// <param name="clock">Its time is the deadlines'.</param>
/// <param name="stop">When the host must be done; functions are told that their time ends then.</param>
internal sealed class Invoker(UlidGenerator ids, TimeProvider clock, StopTime stop, JsonLog log)
{
    /// <summary>A new request's id.</summary>
    public string NextId() => ids.Next();

    /// <summary>The context of an invocation that may run for so long.</summary>
    public ILambdaContext Context(AnnotatedFunction function, string requestId, TimeSpan limit)
    {
        var started = clock.GetTimestamp();
        var shortest = limit < function.Timeout ? limit : function.Timeout;
        return new LocalContext(function, requestId, Remaining, log);

        TimeSpan Remaining()
        {
            var own = shortest - clock.GetElapsedTime(started);
            return stop.Remaining is { } left && left < own ? left : own;
        }
    }
}
