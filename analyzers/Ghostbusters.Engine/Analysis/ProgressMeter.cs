namespace Ghostbusters.Engine.Analysis;

/// <summary>Turns steps of phases into progress. Safe for use from several threads: reports come one at a time, and never go back.</summary>
internal sealed class ProgressMeter(IProgress<AnalysisProgress>? listener, bool withRepairs)
{
    // Where each phase ends. Estimates: a proof compiles and analyses once more, so repairs take most of the time.
    private static readonly double[] Plain = [0.96, 0.98, 0.98, 0.98, 0.98, 1.0];
    private static readonly double[] Repairing = [0.40, 0.41, 0.42, 0.45, 0.99, 1.0];

    private readonly Lock _lock = new();
    private readonly double[] _ends = withRepairs ? Repairing : Plain;
    private AnalysisPhase _phase;
    private double _fraction;
    private int _done;
    private int _total;

    /// <summary>A phase begins.</summary>
    /// <param name="phase">Which.</param>
    /// <param name="total">Its steps; 0 where they are not known yet.</param>
    /// <param name="subject">What it is about.</param>
    public void Begin(AnalysisPhase phase, int total, string subject)
    {
        lock (_lock)
        {
            (_phase, _done, _total) = (phase, 0, total);
            Tell(subject);
        }
    }

    /// <summary>Work on something begins; nothing is done yet.</summary>
    public void Work(string subject)
    {
        lock (_lock)
            Tell(subject);
    }

    /// <summary>A step is done.</summary>
    public void Step(string subject)
    {
        lock (_lock)
        {
            _done++;
            Tell(subject);
        }
    }

    /// <summary>Everything is done.</summary>
    public void End(string subject)
    {
        lock (_lock)
        {
            _done = _total = Math.Max(1, _total);
            Tell(subject);
        }
    }

    private void Tell(string subject)
    {
        var start = _phase == 0 ? 0 : _ends[(int)_phase - 1];
        var share = _total == 0 ? 0 : Math.Min(1.0, (double)_done / _total);
        _fraction = Math.Max(_fraction, start + share * (_ends[(int)_phase] - start));
        listener?.Report(new AnalysisProgress(_phase, _done, _total, subject, _fraction));
    }
}
