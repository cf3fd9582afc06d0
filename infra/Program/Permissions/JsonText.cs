using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ghostbusters.Infra.Permissions;

/// <summary>How documents inside properties are written: readable in a diff, the same in every run.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
