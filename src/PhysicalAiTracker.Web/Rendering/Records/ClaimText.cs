using System.Globalization;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>Parts of a claim in words.</summary>
public static class ClaimText
{
    /// <summary>Evidence fields of the scope.</summary>
    public const string ScopeFields = "product,productVersion,deployment,purpose";

    /// <summary>The company, or the class of systems.</summary>
    public static string WhoseOf(ClaimItem claim) => claim.Company?.Name ?? claim.Subject!;

    /// <summary>"Project Prometheus: control, on-device".</summary>
    public static string TitleOf(ClaimItem claim) => $"{WhoseOf(claim)}: {Labels.Of(claim.Plane)}, {Labels.Of(claim.Placement)}";

    /// <summary>"Gemini Robotics 1.5, warehouses, for picking"; null for a claim about everything the company does.</summary>
    public static string? ScopeOf(ClaimItem claim)
    {
        var product = string.Join(' ', new[] { claim.Product, claim.ProductVersion }.OfType<string>());
        string?[] parts = [product.Length == 0 ? null : product, claim.Deployment, claim.Purpose is { } purpose ? $"for {purpose}" : null];
        var scope = string.Join(", ", parts.OfType<string>());
        return scope.Length == 0 ? null : scope;
    }

    /// <summary>"10–15 ms".</summary>
    public static string Of(LatencyItem latency) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Quantity.Of(latency.Low, Words.Of(latency.Unit), latency.Qualifier, latency.High).ToDisplay()}");
}
