using System.Threading.Channels;
using Ghostbusters.Engine.Analysis;
using Ghostbusters.Functions.Analysis.Stages;
using Ghostbusters.Functions.Analysis.State;

namespace Ghostbusters.Functions.Analysis.Analysing;

/// <summary>
/// Hands the engine's progress on to the record without holding the engine up: every phase, and percents in steps. What came
/// while one was written is written as one.
/// </summary>
internal sealed class ProgressRelay : IProgress<AnalysisProgress>, IAsyncDisposable
{
    private const int Step = 5;
    private const int First = 5;
    private const int Span = 90;

    private readonly Channel<(Phase Phase, int Percent)> _waiting = Channel.CreateUnbounded<(Phase, int)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _lock = new();
    private readonly StageCall _call;
    private readonly AnalysisProgression _progress;
    private readonly Task _writing;
    private (Phase Phase, int Percent) _last;

    public ProgressRelay(StageCall call, AnalysisProgression progress)
    {
        (_call, _progress) = (call, progress);
        _writing = WriteAsync();
    }

    public void Report(AnalysisProgress value)
    {
        var phase = PhaseOf(value.Phase);
        var percent = First + (int)(value.Fraction * Span);
        lock (_lock)
        {
            if (phase < _last.Phase || phase == _last.Phase && percent < _last.Percent + Step) return;
            _last = (phase, percent);
            _waiting.Writer.TryWrite(_last);
        }
    }

    /// <summary>Writes what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    /// <summary>The engine's last phase is not the record's: that one is entered together with the message to its stage.</summary>
    private static Phase PhaseOf(AnalysisPhase phase) => phase switch
    {
        AnalysisPhase.Detecting => Phase.Detecting,
        AnalysisPhase.Validating => Phase.Validating,
        AnalysisPhase.Planning => Phase.Planning,
        AnalysisPhase.Recovering => Phase.Recovering,
        _ => Phase.Revalidating,
    };

    private async Task WriteAsync()
    {
        await foreach (var next in _waiting.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var newest = next;
            while (_waiting.Reader.TryPeek(out var later) && later.Phase == newest.Phase && _waiting.Reader.TryRead(out later)) newest = later;
            await _progress.EnterQuietlyAsync(_call, newest.Phase, newest.Percent).ConfigureAwait(false);
        }
    }
}
