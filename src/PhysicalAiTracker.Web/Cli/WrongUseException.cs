namespace PhysicalAiTracker.Web.Cli;

/// <summary>A verb asked for in a way that makes no sense, found out after parsing: exit code 2.</summary>
public sealed class WrongUseException(string reason) : Exception(reason);
