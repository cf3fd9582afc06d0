using Microsoft.CodeAnalysis.CSharp;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes how arguments are read from a request, and the answer where they cannot be.</summary>
internal static class BindingWriter
{
    public static bool Reads(ParameterModel parameter) =>
        parameter.Source is ParameterSource.Route or ParameterSource.Query or ParameterSource.Header or ParameterSource.Body;

    public static void Write(SourceWriter writer, FunctionModel function)
    {
        writer.Line("var __binding__ = new global::Ghostbusters.Compat.RequestBinding();");
        foreach (var parameter in function.Parameters.Where(Reads))
            writer.Line($"var {HandlerWriter.Local(parameter.Name)} = {Read(parameter, function.Event)};");

        using (writer.Block("if (!__binding__.IsValid)"))
        {
            if (function.ResultKind == ResultKind.HttpResult)
            {
                writer.Line($"return __binding__.Refusal({ResultWriter.SerializationOptions(function.Event)});");
                return;
            }

            using (writer.Block($"return new global::{function.Event.ResponseType()}", "};"))
            {
                writer.Line("StatusCode = 400,");
                writer.Line("Headers = __binding__.RefusalHeaders(),");
                writer.Line("Body = __binding__.ProblemDetails(),");
            }
        }

        writer.Line();
    }

    private static string Read(ParameterModel parameter, EventKind kind)
    {
        var key = SymbolDisplay.FormatLiteral(parameter.Key, quote: true);
        var several = kind == EventKind.HttpApiV2 ? "" : "MultiValue";
        return (parameter.Source, parameter.Element) switch
        {
            (ParameterSource.Route, _) => $"__binding__.Route<{parameter.Type}>({HandlerShape.Request}.PathParameters, {key})",
            (ParameterSource.Query, null) => $"__binding__.Query<{parameter.Type}>({HandlerShape.Request}.QueryStringParameters, {key})",
            (ParameterSource.Header, null) => $"__binding__.Header<{parameter.Type}>({HandlerShape.Request}.Headers, {key})",
            (ParameterSource.Query, var item) => $"__binding__.Queries<{item}>({HandlerShape.Request}.{several}QueryStringParameters, {key})",
            (ParameterSource.Header, var item) => $"__binding__.Headers<{item}>({HandlerShape.Request}.{several}Headers, {key})",
            _ when parameter.Type == "string" => $"{HandlerShape.Request}.Body",
            _ => $"__binding__.Body<{parameter.Type}>({HandlerShape.Request}.Body, __serializer__)",
        };
    }
}
