namespace Ghostbusters.Analyzers.Rules.GB2000;

/// <summary>Generic methods and types of libraries that hold or make a type's instances, and never look at its methods.</summary>
internal static class TypePlaces
{
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "AddSingleton", "AddScoped", "AddTransient", "TryAddSingleton", "TryAddScoped", "TryAddTransient", "AddKeyedSingleton", "AddKeyedScoped", "AddKeyedTransient", "AddHttpClient", "AddOptions",
        "GetRequiredService", "GetService", "GetServices", "GetRequiredKeyedService", "CreateInstance", "CreateLogger", "Resolve", "RegisterType", "RegisterSingleton", "As",
        "Get", "Bind", "Deserialize", "DeserializeAsync", "Serialize", "SerializeAsync", "DeserializeObject", "ReadFromJsonAsync", "GetFromJsonAsync", "PostAsJsonAsync",
        "OfType", "Cast", "Select", "SelectMany", "ToDictionary", "ToLookup", "Empty", "FromResult", "Run", "StartNew", "FromException", "Repeat", "ToList", "ToArray", "Set", "Aggregate", "GroupBy", "OrderBy",
        "List", "Dictionary", "HashSet", "Queue", "Stack", "SortedDictionary", "SortedSet", "SortedList", "LinkedList", "Lazy", "Task", "ValueTask", "TaskCompletionSource", "ConcurrentDictionary", "ConcurrentBag", "ConcurrentQueue",
        "ConcurrentStack", "BlockingCollection", "ObservableCollection", "Collection", "ReadOnlyCollection", "KeyValuePair", "Tuple", "ValueTuple", "ThreadLocal", "AsyncLocal", "WeakReference", "PriorityQueue", "Func", "Action",
        "CreateUnbounded", "CreateBounded", "Exchange", "CompareExchange", "IsDefined", "GetValues", "GetNames", "TryParse", "Parse",
    };

    /// <summary>Whether what is named so leaves the methods of its type arguments alone.</summary>
    public static bool IsNeutral(string name) => Neutral.Contains(name);
}
