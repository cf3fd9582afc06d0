using System.Text;

namespace Ghostbusters.Functions.Webhooks;

/// <summary>The bytes that were signed, from what an API gateway hands on.</summary>
public static class RawBody
{
    /// <summary>False: it is said to be base64 and is not.</summary>
    public static bool TryRead(string? body, bool isBase64, out byte[] bytes)
    {
        bytes = [];
        if (string.IsNullOrEmpty(body)) return true;
        if (!isBase64)
        {
            bytes = Encoding.UTF8.GetBytes(body);
            return true;
        }
        var buffer = new byte[body.Length];
        if (!Convert.TryFromBase64String(body, buffer, out var written)) return false;
        bytes = buffer[..written];
        return true;
    }
}
