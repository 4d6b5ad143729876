namespace PhysicalAiTracker.Core.Disclosures.Review;

/// <summary>Section <c>Review</c>: how disclosures are decided on.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>Whether somebody may publish or accept what they entered themselves. Imports are not concerned, nor acts and rulings.</summary>
    public bool AllowSelf { get; set; } = true;
}
