namespace PhysicalAiTracker.Core.Disclosures.Review;

/// <summary>What became of a step of a review.</summary>
public abstract record ReviewOutcome
{
    /// <param name="Version">To be named by the next step.</param>
    public sealed record Done(Guid Id, int Version) : ReviewOutcome;

    /// <summary>There is no such disclosure for this person.</summary>
    public sealed record Missing : ReviewOutcome;

    /// <summary>It changed since the person looked; nothing was written.</summary>
    /// <param name="Current">Its version now.</param>
    public sealed record Stale(int Asked, int Current) : ReviewOutcome;

    /// <summary>It stands where this step does not lead on from.</summary>
    public sealed record NotNow(DisclosureState State, int Current) : ReviewOutcome;

    /// <summary>This person may not.</summary>
    public sealed record Forbidden(string Why) : ReviewOutcome;

    /// <summary>The reason of a rejection cannot be used.</summary>
    public sealed record BadReason(string Problem) : ReviewOutcome;

    /// <summary>The disclosure itself cannot be applied now: its problems, and the records that moved meanwhile.</summary>
    /// <param name="Document">What <paramref name="Outcome"/> points into.</param>
    public sealed record Refused(DisclosureOutcome Outcome, System.Text.Json.Nodes.JsonObject Document) : ReviewOutcome;
}
