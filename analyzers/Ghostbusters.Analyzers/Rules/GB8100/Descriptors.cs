using Ghostbusters.Analyzers.Findings;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Analyzers.Rules;

public static partial class Descriptors
{
    /// <summary>Data from outside becomes part of a SQL statement.</summary>
    public static DiagnosticDescriptor GB8101_SqlInjection { get; } = Rule(
        "GB8101", "Data from outside becomes part of a SQL statement", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it becomes part of a SQL statement. Pass it as a parameter.",
        Basis.Flow, "CWE-89", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside becomes part of a command line.</summary>
    public static DiagnosticDescriptor GB8102_CommandInjection { get; } = Rule(
        "GB8102", "Data from outside becomes part of a command line", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it decides what this process starts, or with which arguments. Start a fixed program and pass the data as one entry of ArgumentList, or allow only known values.",
        Basis.Flow, "CWE-78", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside chooses a path.</summary>
    public static DiagnosticDescriptor GB8103_PathTraversal { get; } = Rule(
        "GB8103", "Data from outside chooses a path", TaintedFlows, DiagnosticSeverity.Info,
        "'{0}' takes {1}, which {2} may choose: it chooses the path, so `..` or a rooted path leads out of the folder. Take Path.GetFileName of it, or compare Path.GetFullPath of the whole with the folder.",
        Basis.Flow, "CWE-22", "CWE-23", "CWE-36", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside becomes HTML unencoded.</summary>
    public static DiagnosticDescriptor GB8104_CrossSiteScripting { get; } = Rule(
        "GB8104", "Data from outside becomes HTML unencoded", TaintedFlows, DiagnosticSeverity.Info,
        "'{0}' takes {1}, which {2} may choose: it becomes HTML as it is. Encode it with HtmlEncoder.",
        Basis.Flow, "CWE-79", "CWE-80", "CWE-83", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside chooses where a redirect leads.</summary>
    public static DiagnosticDescriptor GB8105_OpenRedirect { get; } = Rule(
        "GB8105", "Data from outside chooses where a redirect leads", TaintedFlows, DiagnosticSeverity.Info,
        "'{0}' takes {1}, which {2} may choose: it chooses where the browser is sent. Check it with Url.IsLocalUrl, or redirect to known addresses only.",
        Basis.Flow, "CWE-601", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside becomes part of an LDAP query.</summary>
    public static DiagnosticDescriptor GB8106_LdapInjection { get; } = Rule(
        "GB8106", "Data from outside becomes part of an LDAP query", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it becomes part of an LDAP query. Encode it for LDAP filters, or allow only letters and digits.",
        Basis.Flow, "CWE-90", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside becomes part of an XPath expression.</summary>
    public static DiagnosticDescriptor GB8107_XPathInjection { get; } = Rule(
        "GB8107", "Data from outside becomes part of an XPath expression", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it becomes part of an XPath expression. Pass it as a variable, or allow only letters and digits.",
        Basis.Flow, "CWE-643", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A parser that resolves external entities reads XML from outside.</summary>
    public static DiagnosticDescriptor GB8108_XmlExternalEntity { get; } = Rule(
        "GB8108", "A parser that resolves external entities reads XML from outside", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it is read by a parser that resolves external entities. Set XmlResolver to null and DtdProcessing to Prohibit.",
        Basis.Flow, "CWE-611", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A deserializer that makes any type reads data from outside.</summary>
    public static DiagnosticDescriptor GB8109_UnsafeDeserialization { get; } = Rule(
        "GB8109", "A deserializer that makes any type reads data from outside", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it is read by a deserializer that makes whatever type the data names. Use a serializer of fixed types, such as System.Text.Json.",
        Basis.Flow, "CWE-502", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside chooses the address of a request.</summary>
    public static DiagnosticDescriptor GB8110_ServerSideRequestForgery { get; } = Rule(
        "GB8110", "Data from outside chooses the address of a request", TaintedFlows, DiagnosticSeverity.Info,
        "'{0}' takes {1}, which {2} may choose: it chooses the address that the server asks. Take the host from a list of known ones.",
        Basis.Flow, "CWE-918", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside becomes part of a log message.</summary>
    public static DiagnosticDescriptor GB8111_LogInjection { get; } = Rule(
        "GB8111", "Data from outside becomes part of a log message", TaintedFlows, DiagnosticSeverity.Info,
        "'{0}' takes {1}, which {2} may choose: it becomes part of the message, line ends included. Pass it as a value of the message template, or take the line ends out.",
        Basis.Flow, "CWE-117", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside becomes a response header.</summary>
    public static DiagnosticDescriptor GB8112_ResponseSplitting { get; } = Rule(
        "GB8112", "Data from outside becomes a response header", TaintedFlows, DiagnosticSeverity.Info,
        "'{0}' takes {1}, which {2} may choose: it becomes a header, line ends included. Take the line ends out, or allow only known values.",
        Basis.Flow, "CWE-113", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside is used as a regular expression.</summary>
    public static DiagnosticDescriptor GB8113_RegexInjection { get; } = Rule(
        "GB8113", "Data from outside is used as a regular expression", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it is used as a pattern, which may take for ever. Use Regex.Escape, or give a time limit.",
        Basis.Flow, "CWE-730", "CWE-1333", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside chooses code that runs.</summary>
    public static DiagnosticDescriptor GB8114_CodeInjection { get; } = Rule(
        "GB8114", "Data from outside chooses code that runs", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it chooses the code that runs. Choose from a fixed table by a known key.",
        Basis.Flow, "CWE-94", "CWE-470", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside becomes a setting of the system.</summary>
    public static DiagnosticDescriptor GB8115_ExternalControlOfSetting { get; } = Rule(
        "GB8115", "Data from outside becomes a setting of the system", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it becomes a setting of the system. Choose from known settings.",
        Basis.Flow, "CWE-15", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside chooses where code is loaded from.</summary>
    public static DiagnosticDescriptor GB8116_UntrustedSearchPath { get; } = Rule(
        "GB8116", "Data from outside chooses where code is loaded from", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it chooses where code is looked for. Load from a fixed folder.",
        Basis.Flow, "CWE-426", "CWE-427", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside becomes part of XML unencoded.</summary>
    public static DiagnosticDescriptor GB8117_XmlInjection { get; } = Rule(
        "GB8117", "Data from outside becomes part of XML unencoded", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it becomes part of XML as it is. Write it with XmlWriter or XElement, which encode it.",
        Basis.Flow, "CWE-91", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside is used as a format.</summary>
    public static DiagnosticDescriptor GB8118_FormatString { get; } = Rule(
        "GB8118", "Data from outside is used as a format", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it is used as the format, so a brace in it throws or shows other arguments. Use a fixed format and pass the data as an argument.",
        Basis.Flow, "CWE-134", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside chooses how much is taken.</summary>
    public static DiagnosticDescriptor GB8119_ResourceExhaustion { get; } = Rule(
        "GB8119", "Data from outside chooses how much is taken", TaintedFlows, DiagnosticSeverity.Info,
        "'{0}' takes {1}, which {2} may choose: it chooses how much memory or time is taken. Compare it with a limit first.",
        Basis.Flow, "CWE-400", "CWE-789", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The name of an archive's entry chooses a path.</summary>
    public static DiagnosticDescriptor GB8120_ZipSlip { get; } = Rule(
        "GB8120", "The name of an archive's entry chooses a path", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, which {2} may choose: it chooses the path that is written, so an entry named `..` leads out of the folder. Compare Path.GetFullPath of the whole with the folder.",
        Basis.Flow, "CWE-22", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Data from outside is stored where only checked data is expected.</summary>
    public static DiagnosticDescriptor GB8121_TrustBoundary { get; } = Rule(
        "GB8121", "Data from outside is stored where only checked data is expected", TaintedFlows, DiagnosticSeverity.Info,
        "'{0}' takes {1}, which {2} may choose: it is kept in the session, where other code takes it for checked. Check it first.",
        Basis.Flow, "CWE-501", WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A secret or an exception's details leave the system.</summary>
    public static DiagnosticDescriptor GB8122_InformationExposure { get; } = Rule(
        "GB8122", "A secret or an exception's details leave the system", TaintedFlows, DiagnosticSeverity.Warning,
        "'{0}' takes {1}, and shows others what they must not know. Log the details, and answer with a message that says nothing of them.",
        Basis.Flow, "CWE-209", "CWE-532", "CWE-535", WellKnownDiagnosticTags.CompilationEnd);
}
