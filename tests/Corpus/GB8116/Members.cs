using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Mvc;

namespace Shop.PathMembers;

public class ToolsController : ControllerBase
{
    [HttpPost]
    public object Loaded(string plugin) => Assembly.LoadFrom("plugins/" + plugin + ".dll"); //@true GB8116 @true GB8103

    [HttpPost]
    public object File(string plugin) => Assembly.LoadFile(plugin); //@true GB8116 @true GB8103

    [HttpPost]
    public object Context(string plugin) => AssemblyLoadContext.Default.LoadFromAssemblyPath(plugin); //@true GB8116

    [HttpPost]
    public bool Tried(string library) => NativeLibrary.TryLoad(library, out _); //@true GB8116

    [HttpPost]
    public object Search(string library) => NativeLibrary.Load(library, typeof(ToolsController).Assembly, DllImportSearchPath.SafeDirectories); //@true GB8116

    [HttpPost]
    public object Folder(string folder) => new ProcessStartInfo("git", "status")
    {
        WorkingDirectory = folder, //@true GB8116
    };

    [HttpPost]
    public void Current(string folder) => Environment.CurrentDirectory = folder; //@true GB8116

    [HttpPost]
    public void Moved(string folder) => Directory.SetCurrentDirectory(Path.Combine("/srv", folder)); //@true GB8116

    [HttpPost]
    public void Extended(string folder) => Environment.SetEnvironmentVariable("PATH", folder + ":/usr/bin"); //@true GB8116 @true GB8115
}

public static class Program
{
    public static void Main(string[] args)
    {
        if (args.Length > 0)
            Directory.SetCurrentDirectory(args[0]); //@true GB8116
    }
}
