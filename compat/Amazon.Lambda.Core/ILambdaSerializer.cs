namespace Amazon.Lambda.Core;

/// <summary>Reads a handler's input and writes its output.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
