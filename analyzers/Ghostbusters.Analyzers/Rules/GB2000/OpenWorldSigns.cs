namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Names whose mention shows that code is reached in ways that C# does not show: markup, scripts, plug-ins, reflection over members.</summary>
internal static class OpenWorldSigns
{
    private static readonly HashSet<string> Signs = new(StringComparer.Ordinal)
    {
        // Pages and components call from markup.
        "AddRazorPages", "MapRazorPages", "AddControllersWithViews", "AddMvc", "MapRazorComponents", "AddRazorComponents", "AddServerSideBlazor", "RootComponents",
        "AvaloniaXamlLoader", "BuildAvaloniaApp", "UseMauiApp", "LoadFromXaml", "XamlReader", "LoadComponent",
        // Members are looked up when it runs.
        "GetMethod", "GetMethods", "GetRuntimeMethods", "GetRuntimeMethod", "GetMember", "GetMembers", "GetDeclaredMethods", "InvokeMember", "MethodInfo", "dynamic", "ExpandoObject", "CSharpScript",
        // What is loaded later calls back.
        "AssemblyLoadContext", "LoadFrom", "LoadFile", "LoadFromAssemblyPath", "DirectoryCatalog", "AssemblyCatalog", "CompositionContainer", "UnsafeLoadFrom",
        // Objects are handed to another language or process.
        "ComVisible", "AddHostObjectToScript", "AddHostObject", "AddHostType", "RegisterJsObject", "RegisterAsyncJsObject", "DotNetObjectReference", "JsonRpc", "Jint", "MoonSharp", "NLua", "IronPython", "ClearScript", "Fire", "CoconaApp",
    };

    /// <summary>Whether any of the names is such a sign.</summary>
    public static bool AnyIn(ISet<string> names) =>
        Signs.Any(names.Contains) || (names.Contains("InitializeComponent") && !names.Contains("Forms"));
}
