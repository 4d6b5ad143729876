namespace PhysicalAiTracker.Web.Hosting;

/// <summary>A kind of problem that a program is told of (RFC 9457), with an address of its own that never changes.</summary>
/// <param name="Name">Last part of its address.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Remedy">What the caller can do.</param>
public sealed record ProblemType(string Name, int Status, string Title, string Meaning, string Remedy)
{
    /// <summary>Where all of them are listed.</summary>
    public const string Root = "/problems";

    public static ProblemType InvalidParameters { get; } = new(
        "invalid-parameters",
        StatusCodes.Status400BadRequest,
        "Invalid parameters",
        "A parameter is unknown, has no value, or has a value that it does not take. Nothing was guessed.",
        "The member errors names every one of them, with a message and, where they can be listed, the values that are allowed.");

    public static ProblemType InvalidDocument { get; } = new(
        "invalid-document",
        StatusCodes.Status400BadRequest,
        "Invalid document",
        "The body that was sent cannot be accepted. Nothing was written.",
        "The member problems names every place that is wrong, by JSON pointer.");

    public static IReadOnlyList<ProblemType> All { get; } =
    [
        new("bad-request", StatusCodes.Status400BadRequest, "Bad request", "The request cannot be read, or sends a key where none may be sent.", "The member detail says what is wrong."),
        InvalidParameters,
        InvalidDocument,
        new("unauthorized", StatusCodes.Status401Unauthorized, "Unauthorized", "Nobody is signed in, or the key is unknown, expired or revoked.", "Sign in, or send a key that holds in the header Authorization."),
        new("forbidden", StatusCodes.Status403Forbidden, "Forbidden", "The account or the key may not do this, or a browser sends it from another site.", "The member detail says which right is missing."),
        new("not-found", StatusCodes.Status404NotFound, "Not found", "There is no such thing, and never was one that everybody may know of.", "Look for its slug or id in the lists or in the search."),
        new("method-not-allowed", StatusCodes.Status405MethodNotAllowed, "Method not allowed", "The address does not take this method.", "The header Allow names those that it takes; so does OPTIONS."),
        new("not-acceptable", StatusCodes.Status406NotAcceptable, "Not acceptable", "The header Accept names none of the forms that the address answers in.", "The member detail names the forms there are. Without the header the answer is JSON."),
        new("conflict", StatusCodes.Status409Conflict, "Conflict", "What is asked for does not fit what is there now: a record changed since, or something is in another state.", "Look at what is in the answer, and send the request again with the current version."),
        new("gone", StatusCodes.Status410Gone, "Gone", "The record was removed. The answer says when, by whom and why.", "The member history leads to everything that it was."),
        new("precondition-failed", StatusCodes.Status412PreconditionFailed, "Precondition failed", "The version in If-Match is not the current one. Nothing was written.", "Read it anew, and decide again; the ETag of the answer is the current version."),
        new("body-too-large", StatusCodes.Status413PayloadTooLarge, "Body too large", "The body has more bytes than are taken.", "Send less at once; the member detail says how much is taken."),
        new("address-too-long", StatusCodes.Status414UriTooLong, "Address too long", "Path and query together are longer than is read.", "Ask for fewer values at once."),
        new("unsupported-media-type", StatusCodes.Status415UnsupportedMediaType, "Unsupported media type", "The body is sent as something that is not read here.", "Send it with the Content-Type that the member detail names."),
        new("key-reused", StatusCodes.Status422UnprocessableEntity, "Key reused", "Another request was sent with this Idempotency-Key.", "Make up another key for another request."),
        new("precondition-required", StatusCodes.Status428PreconditionRequired, "Precondition required", "If-Match is missing, without which two people would overwrite each other.", "Send the ETag that was seen; * fits any version."),
        new("too-many-requests", StatusCodes.Status429TooManyRequests, "Too many requests", "More was asked in a minute than is answered.", "Wait the seconds of Retry-After. RateLimit-Remaining tells beforehand how many requests are left."),
        new("internal-error", StatusCodes.Status500InternalServerError, "Internal error", "Something went wrong that is not the caller's doing.", "Try again later; tell the member traceId to whoever runs the site."),
        new("unavailable", StatusCodes.Status503ServiceUnavailable, "Unavailable", "Others are writing, for longer than can be waited.", "Try again in a few seconds."),
    ];

    public string Address => $"{Root}/{Name}";

    /// <summary>The kind that a status is where nothing more is known; null of one that has none.</summary>
    public static ProblemType? Of(int status) => All.FirstOrDefault(type => type.Status == status);
}
