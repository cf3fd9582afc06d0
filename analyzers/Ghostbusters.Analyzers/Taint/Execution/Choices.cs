namespace Ghostbusters.Analyzers.Taint.Execution;

/// <summary>
/// Lets an expression go on in several ways from its middle: the block is evaluated again from its start, and takes the
/// next way at the last call that had more than one. What the calls before gave is remembered, so that none is run twice.
/// </summary>
internal sealed class Choices
{
    private const int MostForks = 3;

    private readonly List<(List<Outcome> Ways, int Taken)> _log = [];
    private int _position;

    /// <summary>Forgets everything: another block.</summary>
    public void Clear()
    {
        _log.Clear();
        _position = 0;
    }

    /// <summary>Back to the start of the block.</summary>
    public void Rewind() => _position = 0;

    /// <summary>The way to take here.</summary>
    /// <param name="run">Finds the ways, where this call was not run in an earlier round.</param>
    public Outcome? Take(Func<List<Outcome>> run)
    {
        if (_position == _log.Count)
        {
            var found = run();
            if (found.Count > 1 && _log.Count(static l => l.Ways.Count > 1) >= MostForks)
                found = [found.Aggregate(static (a, b) => new Outcome(a.Result.Join(b.Result), a.State.Join(b.State)))];
            _log.Add((found, 0));
        }

        var (ways, taken) = _log[_position++];
        return ways.Count == 0 ? null : ways[taken];
    }

    /// <summary>Sets out for the next round; false where every way was taken.</summary>
    public bool Advance()
    {
        while (_log.Count > 0)
        {
            var (ways, taken) = _log[_log.Count - 1];
            _log.RemoveAt(_log.Count - 1);
            if (taken + 1 < ways.Count)
            {
                _log.Add((ways, taken + 1));
                return true;
            }
        }

        return false;
    }
}
