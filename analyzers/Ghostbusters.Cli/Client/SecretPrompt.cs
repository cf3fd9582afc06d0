using System.Text;
using Spectre.Console;

namespace Ghostbusters.Cli.Client;

/// <summary>Asks on the terminal for what must not be seen there.</summary>
/// <remarks>Implementation note: Spectre's own prompt finds its converter by reflection, which the native build does not have.</remarks>
internal static class SecretPrompt
{
    public static string Ask(IAnsiConsole console, string question)
    {
        console.Write(question + " ");
        var text = new StringBuilder();
        while (console.Input.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && text.Length > 0) text.Length--;
            else if (!char.IsControl(key.KeyChar)) text.Append(key.KeyChar);
        }

        console.WriteLine();
        return text.ToString();
    }
}
