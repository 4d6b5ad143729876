namespace PhysicalAiTracker.Web.Hosting;

/// <summary>A job that cannot be done for a reason that its user can understand: the reason is shown without a stack trace, and the exit code is 1.</summary>
public sealed class JobFailedException(string reason, Exception? cause = null) : Exception(reason, cause);
