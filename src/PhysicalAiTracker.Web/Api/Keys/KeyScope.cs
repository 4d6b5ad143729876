using System.Security.Claims;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api.Keys;

/// <summary>What a key must allow for an endpoint, one of these; without it a key may only read.</summary>
internal sealed record KeyScope(IReadOnlyList<ApiKeyScope> AnyOf);

internal static class KeyScopes
{
    /// <summary>Lets keys with one of these scopes call the endpoint, as far as their owner's role lets them.</summary>
    public static TBuilder TakesKeysTo<TBuilder>(this TBuilder endpoint, params IReadOnlyList<ApiKeyScope> anyOf)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new KeyScope(anyOf));

    /// <summary>Why the key of a request does not do; null where it does, or where a browser sent it.</summary>
    public static string? Missing(ClaimsPrincipal user, params IReadOnlyList<ApiKeyScope> anyOf) =>
        Principals.KeyOf(user) is null || anyOf.Any(scope => Principals.HasScope(user, scope))
            ? null
            : $"This key may not do this: it lacks the scope {string.Join(" or ", anyOf.Select(Words.Of))}.";
}
