namespace Pulumi;

/// <summary>Tells the user. An error fails the run.</summary>
public static class Log
{
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        // Mocks have no one to tell.
    }

    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        // Mocks have no one to tell.
    }

    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        // Mocks have no one to tell.
    }

    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Deployment.Running.Tasks.Add(Task.FromException(new RunException(message)));

    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Error(exception.ToString(), resource, streamId, ephemeral);
}
