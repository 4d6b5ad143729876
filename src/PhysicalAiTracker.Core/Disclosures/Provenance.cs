namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Who brought a disclosure in, as one reads it in a history.</summary>
/// <param name="By">Whoever entered it.</param>
/// <param name="EditedBy">The reviewer who changed it before it was accepted; null where nobody did.</param>
/// <param name="AcceptedBy">The reviewer who accepted it; null where its author published it.</param>
public sealed record Provenance(string By, string? EditedBy, string? AcceptedBy)
{
    /// <summary>"ana", or "ana, edited and accepted by bob".</summary>
    public override string ToString() => (EditedBy, AcceptedBy) switch
    {
        (null, null) => By,
        (null, _) => $"{By}, accepted by {AcceptedBy}",
        (_, null) => $"{By}, edited by {EditedBy}",
        _ when EditedBy == AcceptedBy => $"{By}, edited and accepted by {EditedBy}",
        _ => $"{By}, edited by {EditedBy}, accepted by {AcceptedBy}",
    };
}
