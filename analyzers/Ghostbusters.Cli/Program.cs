using Ghostbusters.Cli;

return await GhostbustersCommand.RunAsync(args, CommandContext.OfProcess()).ConfigureAwait(false);
