using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments: what is marked with <see cref="InputAttribute"/> goes to the engine.</summary>
public abstract class InputArgs
{
    private const BindingFlags Instance = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance;

    private protected InputArgs()
    {
    }

    /// <summary>The arguments by name on the wire, in the order of their declaration.</summary>
    /// <exception cref="ArgumentNullException">A required argument has no value.</exception>
    internal virtual IEnumerable<KeyValuePair<string, object?>> Members()
    {
        var fields = GetType().GetFields(Instance).Select(field => (Member: (MemberInfo)field, Value: (Func<object?>)(() => field.GetValue(this))));
        var properties = GetType().GetProperties(Instance).Select(property => (Member: (MemberInfo)property, Value: (Func<object?>)(() => property.GetValue(this))));
        foreach (var (member, read) in fields.Concat(properties))
        {
            if (member.GetCustomAttribute<InputAttribute>() is not { } input) continue;
            var value = read();
            if (value is null && input.IsRequired)
                throw new ArgumentNullException(member.Name, $"[Input] {GetType().FullName}.{member.Name} is required but was not given a value");
            yield return new(input.Name, input.Json && value is not null ? Json(input.Name, value) : value);
        }
    }

    private static Output<string> Json(string name, object value)
    {
        return new(Serialised());

        async Task<OutputData<string>> Serialised()
        {
            var serializer = new Serializer();
            var plain = Plain.Of(await serializer.SerializeAsync(name, value).ConfigureAwait(false));
            var text = plain.IsKnown ? JsonSerializer.Serialize(plain.Value) : "";
            return new([.. serializer.Dependencies], text, plain.IsKnown, plain.IsSecret);
        }
    }
}

/// <summary>Arguments of a resource.</summary>
public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = new NoArgs();

    private sealed class NoArgs : ResourceArgs;
}

/// <summary>Arguments of a function that the provider answers.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new NoArgs();

    private sealed class NoArgs : InvokeArgs;
}

/// <summary>Arguments of a resource whose class is not known.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override IEnumerable<KeyValuePair<string, object?>> Members() => dictionary;
}
