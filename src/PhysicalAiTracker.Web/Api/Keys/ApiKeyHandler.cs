using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api.Keys;

/// <summary>Reads <c>Authorization: Bearer pat_…</c> on <c>/api</c>. A key that is refused is answered 401 with the reason, also where nobody need sign in.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeyCheck keys, TrackerSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "Bearer";

    /// <summary>The header that says what would be accepted.</summary>
    public const string Challenge = "Bearer realm=\"Physical AI Tracker\"";

    private const string Insecure =
        "A key is taken by https only, or by http on the machine itself; this one has travelled where others could read it: revoke it. "
        + "Whoever runs this site behind a proxy that ends TLS sets ForwardedHeaders:Enabled.";

    /// <summary>Whether the request comes with a key; elsewhere than on <c>/api</c> keys are not looked at.</summary>
    public static bool IsFor(HttpRequest request) => Errors.IsApi(request.Path) && TextOf(request) is not null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TextOf(Request) is not { } text)
        {
            return AuthenticateResult.NoResult();
        }

        if (!Transport.IsPrivate(Request))
        {
            return AuthenticateResult.Fail(Insecure);
        }

        var key = await keys.FindAsync(text, Context.RequestAborted);
        return key.Problem is { } problem
            ? AuthenticateResult.Fail(problem)
            : AuthenticateResult.Success(new AuthenticationTicket(Principals.OfKey(key, settings.Accounts, SchemeName), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Response.Headers.WWWAuthenticate = result.Failure is null ? Challenge : $"{Challenge}, error=\"invalid_token\"";
        await Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, result.Failure?.Message);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => SecondFactorDemand.AnswerAsync(Context);

    private static string? TextOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith($"{SchemeName} ", StringComparison.OrdinalIgnoreCase)
            ? header[(SchemeName.Length + 1)..].Trim()
            : null;
}
