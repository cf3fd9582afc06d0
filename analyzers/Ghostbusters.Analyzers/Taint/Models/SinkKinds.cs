namespace Ghostbusters.Analyzers.Taint.Models;

/// <summary>What a value can do where it arrives. The models write the names as <c>zip-slip</c>.</summary>
[Flags]
internal enum SinkKinds : long
{
    None = 0,
    Sql = 1,
    Command = 2,
    Path = 4,
    Xss = 8,
    Redirect = 16,
    Ldap = 32,
    XPath = 64,
    Xxe = 128,
    Deserialization = 256,
    Ssrf = 512,
    Log = 1024,
    Header = 2048,
    Regex = 4096,
    Code = 8192,
    Reflection = 1 << 14,
    Setting = 1 << 15,
    SearchPath = 1 << 16,
    Xml = 1 << 17,
    Format = 1 << 18,
    Resource = 1 << 19,
    ZipSlip = 1 << 20,
    Trust = 1 << 21,
    Exposure = 1 << 22,
    All = (1 << 23) - 1,
}
