using Pulumi;

namespace Ghostbusters.Infra.Settings;

/// <summary>The one place from which names and tags come.</summary>
public sealed class Names(string project, string stack, string owner)
{
    /// <summary>The least of the limits of what is named here: functions, roles, schedules (64).</summary>
    private const int Limit = 64;

    public string Project => project;

    public string Stack => stack;

    /// <summary>Prefix of parameters: <c>/project/stack</c>.</summary>
    public string Path => $"/{project}/{stack}";

    /// <summary>Carried by all that can carry tags.</summary>
    public InputMap<string> Tags => new() { ["project"] = project, ["stack"] = stack, ["owner"] = owner, ["managed-by"] = "pulumi" };

    /// <summary><c>project-stack-part</c>.</summary>
    /// <exception cref="SettingsException">It is too long for AWS.</exception>
    public string Of(string part)
    {
        var name = $"{project}-{stack}-{part}";
        return name.Length <= Limit ? name : throw new SettingsException([$"'{name}' has {name.Length} characters, and {Limit} is AWS's limit. Give the stack a shorter name."]);
    }
}
