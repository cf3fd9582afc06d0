namespace Depots.OneWay;

public interface IFieldCodec
{
    object? ReadField(ReadOnlySpan<byte> bytes);

    void WriteField(Stream target, object? value);
}

public sealed class SkippedFieldCodec : IFieldCodec
{
    public object? ReadField(ReadOnlySpan<byte> bytes) => bytes.Length > 0 ? bytes[0] : null;

    public void WriteField(Stream target, object? value)
    {
        throw new NotImplementedException(); //@near GB2002
    }
}

public interface ITypeHandler
{
    object Parse(Type type, object value);

    void SetValue(List<object> parameters, object value);
}

public sealed class TableHandler : ITypeHandler
{
    public object Parse(Type type, object value) => throw new NotImplementedException(); //@near GB2002

    public void SetValue(List<object> parameters, object value) => parameters.Add(value);
}
