using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Web.Api;

/// <summary>A request that could not be served (RFC 9457).</summary>
/// <param name="Detail">What the caller can do about it, where that is known.</param>
/// <param name="TraceId">Names the request in the server's log.</param>
internal record ApiProblem(string Type, string Title, int Status, string? Detail, string TraceId);

/// <summary>A request with wrong parameters.</summary>
/// <param name="Errors">Every one of them.</param>
internal sealed record ParameterApiProblem(string Type, string Title, int Status, string? Detail, string TraceId, IReadOnlyList<ParameterError> Errors)
    : ApiProblem(Type, Title, Status, Detail, TraceId);

/// <summary>A disclosure that was refused whole.</summary>
/// <param name="Problems">Everything that is wrong with the document.</param>
/// <param name="Conflicts">Records that changed since the edit started.</param>
internal sealed record DisclosureApiProblem(
    string Type, string Title, int Status, string? Detail, string TraceId, IReadOnlyList<Problem> Problems, IReadOnlyList<ConflictAnswer> Conflicts)
    : ApiProblem(Type, Title, Status, Detail, TraceId);

/// <summary>A disclosure that was refused because records changed since.</summary>
/// <param name="Conflicts">Both versions of each; empty where somebody published at the very same moment.</param>
internal sealed record ConflictApiProblem(string Type, string Title, int Status, string? Detail, string TraceId, IReadOnlyList<ConflictAnswer> Conflicts)
    : ApiProblem(Type, Title, Status, Detail, TraceId);
