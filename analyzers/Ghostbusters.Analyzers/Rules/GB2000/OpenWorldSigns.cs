using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Code that shows that members are reached in ways that C# does not show: markup, scripts, plug-ins, reflection over members.</summary>
/// <remarks><c>dynamic</c> is none: it calls by a name that stands in the code.</remarks>
internal static class OpenWorldSigns
{
    // Pages, components and windows call from markup.
    private static readonly HashSet<string> Markup = new(StringComparer.Ordinal)
    {
        "AddRazorPages", "MapRazorPages", "AddControllersWithViews", "AddMvc", "MapRazorComponents", "AddRazorComponents", "AddServerSideBlazor", "RootComponents", "InitializeComponent",
        "AvaloniaXamlLoader", "BuildAvaloniaApp", "UseMauiApp", "LoadFromXaml", "XamlReader", "LoadComponent",
    };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        // Members are looked up when it runs.
        "GetMethods", "GetRuntimeMethods", "GetMembers", "GetDeclaredMethods", "CSharpScript",
        // What is loaded later calls back.
        "AssemblyLoadContext", "LoadFrom", "LoadFile", "LoadFromAssemblyPath", "DirectoryCatalog", "AssemblyCatalog", "CompositionContainer", "UnsafeLoadFrom",
        // Objects are handed to another language or process.
        "AddHostObjectToScript", "AddHostObject", "AddHostType", "RegisterJsObject", "RegisterAsyncJsObject", "DotNetObjectReference", "JsonRpc", "Jint", "MoonSharp", "NLua", "IronPython", "ClearScript", "CoconaApp",
    };

    // One member, by a name: it is known where the name is written down.
    private static readonly HashSet<string> ByName = new(StringComparer.Ordinal) { "GetMethod", "GetRuntimeMethod", "GetDeclaredMethod", "InvokeMember" };

    /// <summary>Whether the name is a sign where it stands.</summary>
    /// <param name="name">A name in code.</param>
    /// <param name="isMarkupKnown">Whether what markup mentions is known: then that there is some is no sign.</param>
    public static bool Is(SimpleNameSyntax name, bool isMarkupKnown)
    {
        var text = name.Identifier.ValueText;
        return Others.Contains(text) || (!isMarkupKnown && Markup.Contains(text) && !IsDesigned(name))
            || (ByName.Contains(text) && name.Parent?.Parent is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } && !IsWritten(arguments[0].Expression));
    }

    private static bool IsWritten(ExpressionSyntax name) => name is LiteralExpressionSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    // Windows Forms has its markup in C#.
    private static bool IsDesigned(SimpleNameSyntax name) =>
        name.Identifier.ValueText == "InitializeComponent" && name.SyntaxTree.GetRoot() is CompilationUnitSyntax root && root.Usings.Any(static u => u.Name?.ToString() == "System.Windows.Forms");
}
