namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>The signature of a generated handler: what the runtime calls.</summary>
internal sealed class HandlerShape
{
    private const string Stream = "global::System.IO.Stream";

    public HandlerShape(FunctionModel function)
    {
        var usesContext = function.Event.IsApi() || function.Parameters.Any(parameter => parameter.Source == ParameterSource.Context);
        Input = function.Event.IsApi()
            ? $"global::{function.Event.RequestType()}"
            : function.Parameters.FirstOrDefault(parameter => parameter.Source == ParameterSource.Event)?.Type;
        Output = function.ResultKind == ResultKind.HttpResult ? Stream
            : function.Event.IsApi() ? $"global::{function.Event.ResponseType()}"
            : function.Result;
        Inputs = [.. new[] { Input, usesContext ? $"global::{Names.Context}" : null }.OfType<string>()];
        Return = (function.IsTask, Output) switch
        {
            (true, null) => "global::System.Threading.Tasks.Task",
            (true, var output) => $"global::System.Threading.Tasks.Task<{output}>",
            (false, null) => "void",
            (false, var output) => output,
        };
        Declared = string.Join(", ", new[]
        {
            Input is null ? null : $"{Input} {Request}",
            usesContext ? $"global::{Names.Context} {Context}" : null,
        }.OfType<string>());
    }

    public static string Request => "__request__";

    public static string Context => "__context__";

    /// <summary>Null for none.</summary>
    public string? Input { get; }

    /// <summary>Null for none.</summary>
    public string? Output { get; }

    public IReadOnlyList<string> Inputs { get; }

    public string Return { get; }

    /// <summary>The parameters, as they are declared.</summary>
    public string Declared { get; }

    public string Delegate => Return == "void"
        ? $"global::System.Action{Generic(Inputs)}"
        : $"global::System.Func{Generic([.. Inputs, Return])}";

    /// <summary>The types that the serializer converts; a stream is not converted.</summary>
    public IReadOnlyList<string> Converted => [.. new[] { Input, Output }.OfType<string>().Where(type => type != Stream)];

    public static string Generic(IReadOnlyList<string> types) => types.Count == 0 ? "" : $"<{string.Join(", ", types)}>";
}
