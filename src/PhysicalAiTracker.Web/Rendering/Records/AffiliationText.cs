using PhysicalAiTracker.Core.Affiliations;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>An affiliation read from either side.</summary>
public static class AffiliationText
{
    /// <summary>What this party is to the organisations that follow: "Founder of".</summary>
    public static string Towards(AffiliationKind kind) => kind switch
    {
        AffiliationKind.Executive => "Executive of",
        AffiliationKind.Board => "On the board of",
        AffiliationKind.FormerlyAt or AffiliationKind.HiredFrom => Labels.Begin(Labels.Of(kind)),
        AffiliationKind.FoundedByAlumniOf or AffiliationKind.ParentOf => Labels.Begin(Labels.Of(kind)),
        _ => Labels.Begin(Labels.Of(kind)) + " of",
    };

    /// <summary>What the parties that follow are to this organisation: "Founder".</summary>
    public static string From(AffiliationKind kind) => kind switch
    {
        AffiliationKind.FormerlyAt => "Formerly here",
        AffiliationKind.HiredFrom => "Hired from here",
        AffiliationKind.FoundedByAlumniOf => "Founded by people from here",
        AffiliationKind.ParentOf => "Parent",
        _ => Labels.Begin(Labels.Of(kind)),
    };
}
