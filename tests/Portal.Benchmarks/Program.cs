using Portal.Benchmarks;
using Portal.Benchmarks.Load;

return args is ["serve-bare", var recorded] ? await BareServer.RunAsync(recorded) : await BenchmarkCommand.RunAsync(args);
