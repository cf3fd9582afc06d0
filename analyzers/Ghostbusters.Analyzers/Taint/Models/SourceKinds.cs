namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>Where a value came from that the program did not choose itself. The models write the names as <c>command-line</c>.</summary>
[Flags]
internal enum SourceKinds
{
    None = 0,
    Web = 1,
    Queue = 2,
    Socket = 4,
    HttpAnswer = 8,
    Database = 16,
    File = 32,
    Environment = 64,
    CommandLine = 128,
    Console = 256,
    Parameter = 512,
    Archive = 1024,
    Secret = 2048,
    Exception = 4096,
    Setting = 8192,
}
