namespace Ghostbusters.Engine.Reports;

/// <summary>The formats that a result can be written in; see docs/formats.md.</summary>
public enum ReportFormat
{
    /// <summary>Plain text without colour, for files and pipes.</summary>
    Text,

    /// <summary>The project's own JSON, as described by docs/result.schema.json.</summary>
    Json,

    /// <summary>SARIF 2.1.0 as code scanning takes it: only open findings, within the platform's limits.</summary>
    Sarif,

    /// <summary>SARIF 2.1.0 with everything: suppressed and unchanged findings too.</summary>
    SarifFull,

    /// <summary>One page that needs nothing else.</summary>
    Html,

    /// <summary>A comment for a pull or merge request.</summary>
    Markdown,

    /// <summary>GitLab's code quality report.</summary>
    GitLab,

    /// <summary>SonarQube's generic issue import, as from version 10.3.</summary>
    Sonar,
}
