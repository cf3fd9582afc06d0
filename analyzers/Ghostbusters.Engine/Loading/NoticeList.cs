namespace Ghostbusters.Engine.Loading;

/// <summary>Collects notices from several threads and gives them in one order, each once.</summary>
internal sealed class NoticeList
{
    private readonly HashSet<Notice> _notices = [];

    public void Add(Notice notice)
    {
        lock (_notices)
            _notices.Add(notice);
    }

    public void Add(string subject, string reason, string remedy, bool isPartial = true) =>
        Add(Notice.NotAnalysed(subject, reason, remedy, isPartial));

    public void AddRange(IEnumerable<Notice> notices)
    {
        foreach (var notice in notices)
            Add(notice);
    }

    public ImmutableArray<Notice> InOrder()
    {
        lock (_notices)
        {
            return [.. _notices.OrderBy(static n => n.Subject, StringComparer.Ordinal).ThenBy(static n => n.Reason, StringComparer.Ordinal)];
        }
    }
}
