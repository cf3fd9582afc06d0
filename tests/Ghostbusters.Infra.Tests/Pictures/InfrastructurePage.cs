using System.Globalization;
using System.Text;
using Pulumi.Recording;

namespace Ghostbusters.Infra.Tests.Pictures;

/// <summary>docs/infrastructure.md: the picture, and how many resources of which type each stack has.</summary>
internal static class InfrastructurePage
{
    public static string Write(ResourceGraph dev, ResourceGraph prod)
    {
        var page = new StringBuilder();
        Line("# Infrastructure");
        Line("");
        Line("What `infra/Program` declares, written by its tests (`GHOSTBUSTERS_ACCEPT=1`) from the recorded graph; [deploy.md](deploy.md) says how it gets");
        Line("into an account.");
        Line("");
        Line("![Components of the service and what they take from each other](infrastructure.svg)");
        Line("");
        Line("The number in a box counts its resources. A line runs from a component to one that it takes a name, an address or a right of;");
        Line("lines to keys, alarms and the board are left out: everything has them.");
        Line("");
        var counts = new[] { dev, prod }
            .Select(graph => graph.Resources.Where(resource => resource.IsCustom).CountBy(resource => resource.Type).ToDictionary())
            .ToArray();
        Line("| type | dev | prod |");
        Line("| --- | ---: | ---: |");
        foreach (var type in counts.SelectMany(count => count.Keys).Distinct().Order(StringComparer.Ordinal))
            Line($"| `{type}` | {Number(counts[0].GetValueOrDefault(type))} | {Number(counts[1].GetValueOrDefault(type))} |");
        Line($"| **all** | **{Number(counts[0].Values.Sum())}** | **{Number(counts[1].Values.Sum())}** |");
        return page.ToString();

        void Line(string line) => page.Append(line).Append('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
