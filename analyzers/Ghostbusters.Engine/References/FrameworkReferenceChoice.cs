using Ghostbusters.Engine.Loading;
using Ghostbusters.Engine.Loading.MSBuild;
using Microsoft.CodeAnalysis;

namespace Ghostbusters.Engine.References;

/// <summary>Which of the carried reference assemblies stand in for a project's framework.</summary>
internal static class FrameworkReferenceChoice
{
    public static ImmutableArray<PortableExecutableReference> For(Framework framework, bool isWeb) => framework switch
    {
        { Identifier: Framework.Classic } => FrameworkReferences.Of(FrameworkSet.Classic),
        { Identifier: Framework.Standard, Version: { Major: < 2 } or { Major: 2, Minor: 0 } } => FrameworkReferences.Of(FrameworkSet.Standard),
        _ when isWeb => FrameworkReferences.Of(FrameworkSet.Core).AddRange(FrameworkReferences.Of(FrameworkSet.Web)),
        _ => FrameworkReferences.Of(FrameworkSet.Core),
    };

    /// <summary>The simple names of every assembly that can stand in for a framework, the web's included; nothing is inflated for them.</summary>
    public static IEnumerable<string> NamesFor(Framework framework) => framework switch
    {
        { Identifier: Framework.Classic } => FrameworkReferences.NamesOf(FrameworkSet.Classic),
        { Identifier: Framework.Standard, Version: { Major: < 2 } or { Major: 2, Minor: 0 } } => FrameworkReferences.NamesOf(FrameworkSet.Standard),
        _ => FrameworkReferences.NamesOf(FrameworkSet.Core).Concat(FrameworkReferences.NamesOf(FrameworkSet.Web)),
    };

    public static bool IsWeb(EvaluatedProject project) =>
        SdkDefaults.IsWeb(project.Sdk) || project.Items("FrameworkReference").Any(static item => item.Include.Equals("Microsoft.AspNetCore.App", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the project needs a framework that is not carried; a notice says which.</summary>
    public static bool IsIncomplete(EvaluatedProject project, Framework framework, NoticeList notices)
    {
        string? missing = null;
        if (project.IsTrue("UseWPF") || project.IsTrue("UseWindowsForms") || project.Sdk.Contains("WindowsDesktop", StringComparison.OrdinalIgnoreCase))
            missing = framework.Identifier == Framework.Classic && !project.IsTrue("UseWPF") ? null : "Microsoft.WindowsDesktop.App";
        else if (framework.Platform.Length > 0 && framework.Platform != "windows")
            missing = "the platform '" + framework.Platform + "'";
        if (missing is null) return false;
        notices.Add(project.Path, $"The reference assemblies of {missing} are not carried by the tool.", "Pass a folder with them by --reference; what does not bind was not judged.");
        return true;
    }
}
