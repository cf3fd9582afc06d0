namespace Corpus.GB2007.OnlyMember;

public sealed record Step(int Done, int Total);

// It is given a writer, and reports nothing to it.
public sealed class Lines(TextWriter writer) : IProgress<Step>
{
    public void Report(Step value) //@true GB2007
    {
    }

    public void Dispose() => writer.Dispose();
}

public sealed class Bar : IProgress<Step>
{
    private readonly TextWriter _writer;

    public Bar(TextWriter writer) => _writer = writer;

    public void Report(Step value) //@true GB2007
    {
    }
}

// It is given nothing: to report nothing is what it is for.
public sealed class Silence : IProgress<Step>
{
    public void Report(Step value) //@near GB2007
    {
    }
}

// The work is done by another member; this one is only asked for.
public sealed class Meter(TextWriter writer) : IProgress<Step>
{
    public void Report(Step value) //@near GB2007
    {
    }

    public void Finish(Step last) => writer.WriteLine(last.Done);
}

public sealed class DiscardingProgress(TextWriter writer) : IProgress<Step>
{
    public void Report(Step value) //@near GB2007
    {
    }

    public void Dispose() => writer.Dispose();
}
