namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes the call of the method and what becomes of its result.</summary>
internal static class ResultWriter
{
    public static void Write(SourceWriter writer, FunctionModel function, string call)
    {
        switch (function.ResultKind)
        {
            case ResultKind.Nothing:
                writer.Line($"{call};");
                if (function.Event.IsApi())
                    writer.Line($"return new global::{function.Event.ResponseType()} {{ StatusCode = 200 }};");

                break;
            case ResultKind.PassedOn:
                writer.Line($"return {call};");
                break;
            case ResultKind.HttpResult:
                writer.Line($"var __result__ = {call};");
                writer.Line($"return __result__.Serialize({SerializationOptions(function.Event)});");
                break;
            default:
                writer.Line($"var __result__ = {call};");
                WriteBody(writer, function);
                break;
        }
    }

    public static string SerializationOptions(EventKind kind)
    {
        const string Options = "global::Amazon.Lambda.Annotations.APIGateway.HttpResultSerializationOptions";
        var format = kind == EventKind.RestApi ? "RestApi" : "HttpApi";
        var version = kind == EventKind.HttpApiV2 ? "V2" : "V1";
        return $"new {Options} {{ Format = {Options}.ProtocolFormat.{format}, Version = {Options}.ProtocolVersion.{version}, Serializer = __serializer__ }}";
    }

    private static void WriteBody(SourceWriter writer, FunctionModel function)
    {
        var (body, type) = function.ResultKind switch
        {
            ResultKind.Text => ("__result__", "text/plain"),
            ResultKind.Scalar => ("__result__.ToString()", "application/json"),
            _ => ("global::Ghostbusters.Compat.RequestBinding.Json(__result__, __serializer__)", "application/json"),
        };
        using (writer.Block($"return new global::{function.Event.ResponseType()}", "};"))
        {
            writer.Line("StatusCode = 200,");
            writer.Line($"Headers = new global::System.Collections.Generic.Dictionary<string, string> {{ [\"Content-Type\"] = \"{type}\" }},");
            writer.Line($"Body = {body},");
        }
    }
}
