using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>How long ago something was, in words.</summary>
public static class Ages
{
    public const string Today = Age.Today;

    /// <inheritdoc cref="Age.Of"/>
    public static string Of(DateTime since, DateTime now) => Age.Of(DateOnly.FromDateTime(since), DateOnly.FromDateTime(now));
}
