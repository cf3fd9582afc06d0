using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns what came over the wire into the type that an output is declared with.</summary>
internal static class Deserializer
{
    /// <exception cref="InvalidOperationException">The value does not fit the type.</exception>
    public static object? To(Type type, object? value, string path)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) return value is null ? null : To(underlying, value, path);
        if (value is null) return type.IsValueType ? Activator.CreateInstance(type) : null;
        if (type == typeof(object) || type.IsInstanceOfType(value)) return value;
        if (type == typeof(int) && value is double number) return checked((int)number);
        if (type == typeof(JsonElement)) return JsonSerializer.SerializeToElement(value);
        if (type.IsEnum) return Enum.ToObject(type, To(typeof(int), value, path)!);
        if (type.IsDefined(typeof(EnumTypeAttribute))) return EnumOf(type, value, path);
        if (type.IsConstructedGenericType) return GenericOf(type, value, path);
        if (type.IsDefined(typeof(OutputTypeAttribute)) && value is ImmutableDictionary<string, object?> fields) return ObjectOf(type, fields, path);
        throw Mismatch(type, value, path);
    }

    private static InvalidOperationException Mismatch(Type type, object value, string path) =>
        new($"Expected {type.FullName} but got {value.GetType().FullName} deserializing {path}");

    private static object EnumOf(Type type, object value, string path)
    {
        var constructor = type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [value.GetType()]);
        return constructor?.Invoke([value]) ?? throw Mismatch(type, value, path);
    }

    private static object GenericOf(Type type, object value, string path)
    {
        var arguments = type.GetGenericArguments();
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(ImmutableArray<>) && value is ImmutableArray<object?> list)
        {
            var items = Array.CreateInstance(arguments[0], list.Length);
            for (var i = 0; i < list.Length; i++) items.SetValue(To(arguments[0], list[i], $"{path}[{i}]"), i);
            return Create(nameof(ArrayOf), arguments[0], items);
        }

        if (definition == typeof(ImmutableDictionary<,>) && value is ImmutableDictionary<string, object?> map)
            return Create(nameof(MapOf), arguments[1], map.ToImmutableDictionary(pair => pair.Key, pair => To(arguments[1], pair.Value, $"{path}.{pair.Key}")));

        if (definition == typeof(Union<,>))
        {
            var first = Fits(arguments[0], value);
            var @case = type.GetMethod(first ? nameof(Union<int, int>.FromT0) : nameof(Union<int, int>.FromT1))!;
            return @case.Invoke(null, [To(arguments[first ? 0 : 1], value, path)])!;
        }

        throw Mismatch(type, value, path);
    }

    private static bool Fits(Type type, object value) => type.IsInstanceOfType(value) || (type == typeof(int) && value is double);

    private static object Create(string method, Type type, object items) =>
        typeof(Deserializer).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [items])!;

    private static ImmutableArray<T> ArrayOf<T>(T[] items) => [.. items];

    private static ImmutableDictionary<string, T> MapOf<T>(ImmutableDictionary<string, object?> items) =>
        items.ToImmutableDictionary(pair => pair.Key, pair => (T)pair.Value!);

    private static object ObjectOf(Type type, ImmutableDictionary<string, object?> fields, string path)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .SingleOrDefault(candidate => candidate.IsDefined(typeof(OutputConstructorAttribute)))
            ?? throw new InvalidOperationException($"Expected target type {type.FullName} to have [{nameof(OutputConstructorAttribute)}] constructor when deserializing {path}");
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
        {
            var name = parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!;
            return To(parameter.ParameterType, fields.GetValueOrDefault(name), $"{type.FullName}({name})");
        })]);
    }
}
