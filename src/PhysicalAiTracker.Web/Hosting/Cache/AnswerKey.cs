using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>All of a request that an answer to a reader without an account depends on.</summary>
/// <param name="CrossOrigin">Whether a page of whatever origin asks: the answer then says that it may.</param>
internal readonly record struct AnswerKey(string Scheme, string? Host, string? PathBase, string? Path, string? Query, string? Accept, string? AcceptEncoding, bool CrossOrigin)
{
    /// <summary>Longer ones are not worth their memory.</summary>
    private const int MostCharacters = 4096;

    /// <summary>Characters that it takes.</summary>
    public int Length => Scheme.Length + (Host?.Length ?? 0) + (PathBase?.Length ?? 0) + (Path?.Length ?? 0) + (Query?.Length ?? 0) + (Accept?.Length ?? 0) + (AcceptEncoding?.Length ?? 0);

    /// <summary>
    /// The key; null where the answer may be for somebody in particular, or is no plain read. Any cookie and any authorisation is taken for somebody's: the site gives
    /// readers without an account no cookie, except with a form.
    /// </summary>
    public static AnswerKey? Of(HttpRequest request)
    {
        var headers = request.Headers;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || headers.Cookie.Count > 0 || headers.Authorization.Count > 0 || headers.Range.Count > 0)
        {
            return null;
        }

        var key = new AnswerKey(
            request.Scheme, request.Host.Value, request.PathBase.Value, request.Path.Value, request.QueryString.Value, headers.Accept.ToString(), headers.AcceptEncoding.ToString(), headers.ContainsKey(HeaderNames.Origin));
        return key.Length <= MostCharacters ? key : null;
    }
}
