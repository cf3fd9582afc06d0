using Ghostbusters.Infra;
using Pulumi;

return await Deployment.RunAsync<GhostbustersStack>();
