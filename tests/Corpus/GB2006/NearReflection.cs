foreach (var method in typeof(Jobs).GetMethods().Where(static m => m.IsStatic))
    method.Invoke(null, null);

public static class Jobs
{
    // Every method of the class is run by reflection.
    /// <summary>Cleans the cache.</summary>
    public static void Clean() => Directory.CreateDirectory("cache"); //@near GB2006
}

public sealed class Reports
{
    // Whoever looks for methods may find those of other types, too.
    /// <summary>Renders a report.</summary>
    public string Render(string title) => title.ToUpperInvariant(); //@near GB2006
}
