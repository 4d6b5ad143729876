using Microsoft.AspNetCore.Authentication;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api.Keys;

/// <summary>Refuses keys that are bad, in the wrong place, or used for what they do not allow.</summary>
internal sealed class ApiKeyGuard(RequestDelegate next)
{
    private const string InAddress =
        "A key is sent as “Authorization: Bearer …” only. In an address it ends up in histories and in the logs of others: revoke it if it was a real one.";

    private static readonly string[] Parameters = ["access_token", "api_key", "apikey"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Errors.IsApi(context))
        {
            await next(context);
        }
        else if (HasKey(context.Request))
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest, InAddress);
        }
        else if (ApiKeyHandler.IsFor(context.Request) && context.User.Identity is not { IsAuthenticated: true })
        {
            await context.ChallengeAsync(ApiKeyHandler.SchemeName);
        }
        else if (Principals.KeyOf(context.User) is not null && MissingScope(context) is { } problem)
        {
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, problem);
        }
        else
        {
            await next(context);
        }
    }

    private static bool HasKey(HttpRequest request) =>
        Parameters.Any(request.Query.ContainsKey) || request.Query.Any(pair => pair.Value.Any(IsKey)) || request.Path.Value!.Split('/').Any(IsKey);

    private static bool IsKey(string? text) => SecretToken.TryRead(ApiKey.Kind, text) is not null;

    private static string? MissingScope(HttpContext context)
    {
        // What routing answers itself, 405 and 415, is no route.
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return null;
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        IReadOnlyList<ApiKeyScope> needed = endpoint.Metadata.GetMetadata<KeyScope>()?.AnyOf ?? (reads ? [ApiKeyScope.Read] : []);
        return needed.Count == 0 ? "No key may do this: sign in." : KeyScopes.Missing(context.User, needed);
    }
}
