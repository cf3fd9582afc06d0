foreach (var file in Directory.GetFiles("plugins", "*.dll"))
    Console.WriteLine(System.Reflection.Assembly.LoadFrom(file).FullName);

public sealed class Menu
{
    private readonly List<string> _items = [];

    // Plug-ins call what the host makes public.
    /// <summary>Adds an item to the menu.</summary>
    public void AddItem(string text) => _items.Add(text); //@near GB2006
}
