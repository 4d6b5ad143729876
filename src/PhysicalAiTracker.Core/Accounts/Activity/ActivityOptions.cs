namespace PhysicalAiTracker.Core.Accounts.Activity;

/// <summary>Section <c>Activity</c>: the log of who did what.</summary>
public sealed class ActivityOptions
{
    public const string Section = "Activity";

    /// <summary>Whether an entry keeps the address of the client.</summary>
    public bool Addresses { get; set; } = true;
}
