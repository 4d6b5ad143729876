namespace PhysicalAiTracker.Core.Accounts;

/// <summary>What an account may do. Each role may do all that the ones before it may; <c>docs/roles.md</c> says what.</summary>
public static class Roles
{
    /// <summary>Writes drafts and submits them for review.</summary>
    public const string Contributor = "contributor";

    /// <summary>Also publishes what they entered themselves.</summary>
    public const string Analyst = "analyst";

    /// <summary>Also accepts, edits and rejects what others submitted.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Also looks after accounts and reads the activity log.</summary>
    public const string Admin = "admin";

    /// <summary>From the least to the most.</summary>
    public static IReadOnlyList<string> All { get; } = [Contributor, Analyst, Reviewer, Admin];

    /// <summary>The role and those that may do more.</summary>
    /// <param name="role">One of <see cref="All"/>.</param>
    public static IReadOnlyList<string> From(string role) => [.. All.SkipWhile(other => other != role)];
}
