using System.ComponentModel.DataAnnotations;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>Section <c>Cache</c>: answers to readers without an account, kept in memory until something is committed.</summary>
public sealed class CacheOptions
{
    public const string Section = "Cache";

    /// <summary>Megabytes of memory that they may take; with 0 nothing is kept.</summary>
    [Range(0, 65_536)]
    public int Megabytes { get; set; } = 16;
}
