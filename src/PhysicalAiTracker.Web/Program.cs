using PhysicalAiTracker.Web.Cli;

return await CommandLine.RunAsync(args);

/// <summary>The entry point: a verb of <see cref="CommandLine"/>, or without one the server that <c>Hosting/Server.cs</c> puts together.</summary>
public partial class Program;
