using System.CommandLine;
using Ghostbusters.Functions.Annotations;
using Ghostbusters.Functions.Local.Secrets;
using Ghostbusters.Functions.Local.Sqlite;
using Ghostbusters.Functions.Secrets;

namespace Ghostbusters.Functions.Host.Running;

/// <summary>
/// <c>secret</c>: gives the host what it cannot make up itself, such as a forge's token. It is read from the input, so that it
/// stands in no history and no list of processes; a host that runs uses it from its next call on.
/// </summary>
internal static class SecretCommand
{
    private const int Usage = 3;
    private const int MaximumLength = 4096;

    public static Command Create(Option<DirectoryInfo> data, FunctionSet set, TextReader input, TextWriter output, TextWriter errors)
    {
        var name = new Argument<string>("name") { Description = "Which: " + string.Join(", ", Names(set)) + "." };
        name.AcceptOnlyFromAmong([.. Names(set)]);
        var command = new Command("secret", "Keeps a secret that the service uses, such as a forge's token. Its text is read from the input.") { name };
        command.SetAction((parsed, cancellation) => KeepAsync(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(name), input, output, errors, cancellation));
        return command;
    }

    /// <summary>The secrets that are a tenant's own, and that nobody but it can know.</summary>
    private static IEnumerable<string> Names(FunctionSet set) => set.Catalogue.Functions
        .SelectMany(static function => function.Annotations<UsesAttribute>())
        .Where(static uses => uses.Resource == ResourceKind.TenantSecret).Select(static uses => uses.Name)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static async Task<int> KeepAsync(string folder, string name, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var text = (await input.ReadLineAsync(cancellation).ConfigureAwait(false))?.Trim();
        if (text is not { Length: > 0 and <= MaximumLength } || text.Any(char.IsControl))
        {
            await errors.WriteLineAsync($"Give the secret's text as one line on the input: 1 to {MaximumLength} characters.").ConfigureAwait(false);
            return Usage;
        }
        DataFolder.Make(folder);
        var store = SqliteStore.Open(DataFolder.StoreOf(folder));
        await using (store.ConfigureAwait(false))
            await new LocalSecrets(store).RotateAsync(ServiceHost.Owner, name, Secret.OfText(text), cancellation).ConfigureAwait(false);
        await output.WriteLineAsync($"'{name}' is kept. It is used from now on.").ConfigureAwait(false);
        return 0;
    }
}
