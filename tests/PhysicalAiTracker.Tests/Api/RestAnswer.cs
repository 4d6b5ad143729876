using System.Net;
using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>An answer of the API, with its body where it is JSON.</summary>
public sealed record RestAnswer(HttpResponseMessage Message, string Text)
{
    public HttpStatusCode Status => Message.StatusCode;

    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public string? MediaType => Message.Content.Headers.ContentType?.MediaType;

    public string? ETag => Message.Headers.ETag?.ToString();

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonObject> Items => [.. Body["items"]!.AsArray().Select(item => item!.AsObject())];

    /// <summary>The cursor of the next page; null on the last one.</summary>
    public string? Next => (string?)Body["next"];

    /// <summary>The parameters that a refusal names.</summary>
    public IReadOnlyList<string> Refused => [.. Body["errors"]!.AsArray().Select(error => (string)error!["parameter"]!)];

    /// <summary>What a refusal says is allowed instead.</summary>
    public IReadOnlyList<string> Allowed(string parameter) =>
        [.. Body["errors"]!.AsArray().First(error => (string)error!["parameter"]! == parameter)!["allowed"]!.AsArray().Select(word => (string)word!)];

    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public static async Task<RestAnswer> OfAsync(HttpResponseMessage message) => new(message, await message.Content.ReadAsStringAsync());
}
