using PhysicalAiTracker.Core.Deals;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>A deal read from either side.</summary>
public static class DealText
{
    /// <summary>What stands before the other side's name: "Acquired", "Acquired by".</summary>
    public static string Sentence(DealKind kind, bool acquires) => (kind, acquires) switch
    {
        (DealKind.Acquisition, true) => "Acquired",
        (DealKind.Acquisition, false) => "Acquired by",
        (DealKind.LicenceAndHire, true) => "Licensed from and hired from",
        (DealKind.LicenceAndHire, false) => "Licensed to and hired by",
        (_, true) => "Contemplated acquiring",
        _ => "Contemplated as an acquisition by",
    };
}
