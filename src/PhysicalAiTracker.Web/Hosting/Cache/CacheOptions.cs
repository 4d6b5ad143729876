using System.ComponentModel.DataAnnotations;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>Section <c>Cache</c>: what is kept in memory until something is committed.</summary>
public sealed class CacheOptions
{
    public const string Section = "Cache";

    private const long MegaByte = 1024 * 1024;

    /// <summary>Megabytes of memory that answers to readers without an account, and rows of lists, may take; with 0 nothing is kept.</summary>
    [Range(0, 65_536)]
    public int Megabytes { get; set; } = 12;

    /// <summary>Bytes for rows of lists: a third.</summary>
    internal long RowBytes => Megabytes * MegaByte / 3;

    /// <summary>Bytes for answers: the rest.</summary>
    internal long AnswerBytes => (Megabytes * MegaByte) - RowBytes;
}
