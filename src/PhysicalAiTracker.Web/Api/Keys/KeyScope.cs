using PhysicalAiTracker.Core.Accounts.Keys;

namespace PhysicalAiTracker.Web.Api.Keys;

/// <summary>What a key must allow for an endpoint; without it a key may only read.</summary>
internal sealed record KeyScope(ApiKeyScope Scope);

internal static class KeyScopes
{
    /// <summary>Lets keys with this scope call the endpoint, as far as their owner's role lets them.</summary>
    public static TBuilder TakesKeysTo<TBuilder>(this TBuilder endpoint, ApiKeyScope scope)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new KeyScope(scope));
}
