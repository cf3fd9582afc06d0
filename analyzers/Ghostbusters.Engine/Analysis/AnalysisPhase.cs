namespace Ghostbusters.Engine.Analysis;

/// <summary>The phases of an analysis, in their order. Those about repairs pass only where repairs are asked for.</summary>
public enum AnalysisPhase
{
    /// <summary>Reading projects and references, parsing, running the rules.</summary>
    Detecting,

    /// <summary>Holding each finding to what is promised of one: a place in the source, a message, evidence.</summary>
    Validating,

    /// <summary>Choosing the findings that a repair exists for.</summary>
    Planning,

    /// <summary>Drafting the repairs.</summary>
    Recovering,

    /// <summary>Compiling and analysing each draft: it must take away exactly its finding and bring none.</summary>
    Revalidating,

    /// <summary>Ordering, counting and scoring.</summary>
    Reporting,
}
