using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Web.Api;

/// <summary>A request that could not be served (RFC 9457).</summary>
/// <param name="Detail">What the caller can do about it.</param>
/// <param name="TraceId">Names the request in the server's log.</param>
internal record ApiProblem(string Type, string Title, int Status, string Detail, string TraceId);

/// <summary>A request with wrong parameters.</summary>
/// <param name="Errors">Every one of them; left out where something else is wrong, such as a key in the address.</param>
internal sealed record ParameterApiProblem(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<ParameterError>? Errors)
    : ApiProblem(Type, Title, Status, Detail, TraceId);

/// <summary>A disclosure that was refused whole.</summary>
/// <param name="Problems">Everything that is wrong with the document; left out where it was not read.</param>
/// <param name="Conflicts">Records that changed since the edit started; beside problems only.</param>
/// <param name="Errors">Every parameter that is wrong, where it is these.</param>
internal sealed record DisclosureApiProblem(
    string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<Problem>? Problems, IReadOnlyList<ConflictAnswer>? Conflicts, IReadOnlyList<ParameterError>? Errors)
    : ApiProblem(Type, Title, Status, Detail, TraceId);

/// <summary>A disclosure that was refused because records changed since.</summary>
/// <param name="Conflicts">Both versions of each; empty where somebody published at the very same moment.</param>
internal sealed record ConflictApiProblem(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<ConflictAnswer> Conflicts)
    : ApiProblem(Type, Title, Status, Detail, TraceId);
