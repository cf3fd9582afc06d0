using System.Text;
using System.Text.Json;

namespace Ghostbusters.Functions.Workflows;

/// <summary>What every adapter asks of an input, so that none takes what another refuses.</summary>
public static class ExecutionInput
{
    /// <summary>Step Functions' own limit.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <exception cref="ArgumentException">It is no JSON, or too long.</exception>
    public static void Check(string input)
    {
        if (Encoding.UTF8.GetByteCount(input) > MaximumBytes) throw new ArgumentException($"An execution's input has at most {MaximumBytes} bytes.", nameof(input));
        try
        {
            JsonDocument.Parse(input).Dispose();
        }
        catch (JsonException wrong)
        {
            throw new ArgumentException("An execution's input is JSON.", nameof(input), wrong);
        }
    }
}
