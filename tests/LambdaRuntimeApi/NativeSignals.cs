using System.Runtime.InteropServices;

namespace Ghostbusters.LambdaRuntimeApi;

internal static partial class NativeSignals
{
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Send(int process, int signal);
}
