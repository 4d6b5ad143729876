namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Set on the request's features by whoever refuses it for a reason of its own: the error page then tells it instead of the usual one.</summary>
/// <param name="Text">A sentence or two for the reader.</param>
public sealed record ErrorReason(string Text);
