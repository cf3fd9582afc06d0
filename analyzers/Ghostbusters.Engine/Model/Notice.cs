namespace Ghostbusters.Engine.Model;

/// <summary>Something that was not analysed (GB9003) or a rule that failed (GB9004): a result with one is not clean.</summary>
/// <param name="RuleId"><c>GB9003</c> or <c>GB9004</c>.</param>
/// <param name="Subject">What it is about: a relative path, a project's name, a package id, a rule's id.</param>
/// <param name="Reason">What happened.</param>
/// <param name="Remedy">What the reader can do about it.</param>
/// <param name="IsPartial">True where findings may be missing because of it; false where it is only worth knowing.</param>
public sealed record Notice(string RuleId, string Subject, string Reason, string Remedy, bool IsPartial)
{
    /// <summary>The id of a notice about a rule that threw.</summary>
    public const string FailedRule = "GB9004";

    /// <summary>A file, project or reference that was left out.</summary>
    public static Notice NotAnalysed(string subject, string reason, string remedy, bool isPartial = true) =>
        new("GB9003", subject, reason, remedy, isPartial);

    /// <summary>A rule that threw.</summary>
    public static Notice RuleFailed(string subject, string reason) =>
        new(FailedRule, subject, reason, "Report it with the file that it happened on; the other rules ran.", IsPartial: true);
}
