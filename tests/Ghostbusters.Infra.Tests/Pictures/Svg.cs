using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;

namespace Ghostbusters.Infra.Tests.Pictures;

/// <summary>Draws a map: a column a kind of component, a line from each component to what it takes values of.</summary>
internal static class Svg
{
    private const int Left = 20;
    private const int Top = 70;
    private const int Width = 210;
    private const int Gap = 130;
    private const int Height = 22;
    private const int Step = 30;

    private static readonly ImmutableArray<string> Colours = ["#5b8def", "#e08a3c", "#9a6dd7", "#3fa37c", "#8a8f98"];

    public static string Draw(ComponentMap map, string title)
    {
        var columns = map.Components.GroupBy(component => component.Column).ToImmutableArray();
        var span = columns.Max(column => column.Count()) * Step;
        // A short column is spread over the height of the longest, so that lines run across.
        var places = columns
            .SelectMany(column => column.Select((component, row) =>
                (component, X: Left + column.Key * (Width + Gap), Y: Top + ((2 * row) + 1) * span / (2 * column.Count()) - (Step / 2))))
            .ToDictionary(place => place.component.Urn);
        var height = Top + span + 10;
        var width = Left * 2 + ComponentMap.Columns.Length * Width + (ComponentMap.Columns.Length - 1) * Gap;

        var svg = new StringBuilder();
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="system-ui, sans-serif" font-size="12">""");
        Line($"""<rect width="{width}" height="{height}" fill="#ffffff"/>""");
        Line($"""<text x="{Left}" y="26" font-size="16" font-weight="600">{Text(title)}</text>""");
        for (var i = 0; i < ComponentMap.Columns.Length; i++)
            Line($"""<text x="{Left + i * (Width + Gap)}" y="{Top - 14}" fill="{Colours[i]}" font-weight="600">{Text(ComponentMap.Columns[i].Title)}</text>""");
        foreach (var (from, to) in map.Edges.Where(edge => places[edge.To].component.Column != ComponentMap.Watching)) Edge(places[from], places[to]);
        foreach (var (component, x, y) in places.Values) Box(component, x, y);
        Line($"</svg>");
        return svg.ToString();

        void Line(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        void Edge((Component Component, int X, int Y) from, (Component Component, int X, int Y) to)
        {
            // A line starts at the side that looks at the other column; within a column it bows out on the right.
            var forward = from.X < to.X;
            var (x1, x2) = from.X == to.X ? (from.X + Width, to.X + Width) : forward ? (from.X + Width, to.X) : (from.X, to.X + Width);
            var bow = from.X == to.X ? Gap / 2 : (x2 - x1) / 2;
            var (y1, y2) = (from.Y + Height / 2, to.Y + Height / 2);
            var end = from.X == to.X ? x2 + bow : x2 - bow;
            Line($"""<path d="M{x1} {y1}C{x1 + bow} {y1} {end} {y2} {x2} {y2}" fill="none" stroke="{Colours[to.Component.Column]}" stroke-opacity="0.45"/>""");
        }

        void Box(Component component, int x, int y)
        {
            Line($"""<rect x="{x}" y="{y}" width="{Width}" height="{Height}" rx="4" fill="#ffffff" stroke="{Colours[component.Column]}"/>""");
            Line($"""<text x="{x + 8}" y="{y + 15}">{Text(component.Name)}</text>""");
            Line($"""<text x="{x + Width - 8}" y="{y + 15}" text-anchor="end" fill="#8a8f98">{component.Resources}</text>""");
        }
    }

    private static string Text(string text) => SecurityElement.Escape(text);
}
