using System.Text;

namespace PhysicalAiTracker.Tests.Api.Requests;

/// <summary>A request in parts, each of which can be left out to see whether it matters.</summary>
/// <param name="Operation">What of the description is asked for.</param>
/// <param name="Method">HEAD where a GET is described: it answers the same.</param>
/// <param name="Path">As it is sent, with its escapes.</param>
/// <param name="Query">Names and values as they are sent.</param>
internal sealed record RandomRequest(
    DescribedOperation Operation,
    Caller Caller,
    HttpMethod Method,
    string Path,
    IReadOnlyList<string> Query,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[]? Body,
    string? BodyType)
{
    /// <summary>The same with one part less, each in turn.</summary>
    public IEnumerable<RandomRequest> Smaller()
    {
        for (var i = 0; i < Query.Count; i++)
        {
            yield return this with { Query = [.. Query.Where((_, index) => index != i)] };
        }

        for (var i = 0; i < Headers.Count; i++)
        {
            yield return this with { Headers = [.. Headers.Where((_, index) => index != i)] };
        }

        if (Body is { Length: > 0 } body)
        {
            yield return this with { Body = body[..(body.Length / 2)] };
            yield return this with { Body = [] };
        }

        if (Method == HttpMethod.Head)
        {
            yield return this with { Method = HttpMethod.Get };
        }

        if (Caller != Caller.Stranger)
        {
            yield return this with { Caller = Caller.Stranger };
        }
    }

    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(Method, Path + (Query.Count == 0 ? "" : $"?{string.Join('&', Query)}"));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", BodyType);
        }

        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    public override string ToString() =>
        $"{Method} {Short(Path + (Query.Count == 0 ? "" : $"?{string.Join('&', Query)}"))} by {Caller}"
        + string.Concat(Headers.Select(header => $"\n  {header.Name}: {Short(header.Value)}"))
        + (Body is null ? "" : $"\n  {BodyType}, {Body.Length} bytes: {Short(Encoding.Latin1.GetString(Body))}");

    private static string Short(string text) => text.Length <= 600 ? text : $"{text[..600]}… ({text.Length} characters)";
}

/// <summary>Who sends a request.</summary>
internal enum Caller
{
    Stranger,
    Session,
    Key,
    ReadingKey,
    SubmittingKey,
}
