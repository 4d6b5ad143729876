using System.ComponentModel.DataAnnotations;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>Section <c>AsOf</c>: reading earlier days.</summary>
public sealed class AsOfOptions
{
    public const string Section = "AsOf";

    /// <summary>How many days' files are kept below <c>Data:Directory/as-of</c>; the one not asked for longest goes first, and is made again when asked for.</summary>
    [Range(2, 1000)]
    public int Files { get; set; } = 30;
}
