using Ghostbusters.Functions.Host.Running;

return await ServeCommand.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
