using Ghostbusters.Analyzers.Taint.Models;

namespace Ghostbusters.Engine.TeamRules;

/// <summary>The sections of a rules file that are taint models: docs/taint-models.md says how they are written.</summary>
internal static class TeamModelSections
{
    private const int MaximumEntries = 5_000;

    /// <summary>Refuses models that the rules could not read.</summary>
    /// <returns>Whether there are any.</returns>
    /// <exception cref="ConfigurationException">An entry says nothing that is known; the message says where, and what to write instead.</exception>
    public static bool Check(string name, string text, YamlFields top)
    {
        if (!TeamModels.Sections.Any(top.Has))
            return false;
        try
        {
            var entries = TeamModels.Entries(name, text);
            if (entries.Length > MaximumEntries)
                throw top.Error("version", $"There are {entries.Length} models, and {MaximumEntries} are the most.");
            // The rules read a part of YAML only; a text that means something else to them than to YAML is refused.
            if (TeamModels.Sections.FirstOrDefault(section => top.Objects(section).Count() != entries.Count(entry => entry.Section == section)) is { } section)
                throw top.Error(section, $"A text of several lines is taken for '{section}': indent its lines.");
            ModelReader.Read(entries);
            return true;
        }
        catch (ModelFormatException e)
        {
            throw new ConfigurationException(e.Message, e);
        }
    }
}
