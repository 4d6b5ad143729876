using Microsoft.AspNetCore.Identity;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Somebody who may sign in. Readers need no account.</summary>
public sealed class TrackerUser : IdentityUser<Guid>
{
    public const int NameLength = 100;
    public const int PasswordMinLength = 12;
    public const int PasswordMaxLength = 128;

    /// <summary>A disabled account cannot sign in; what it entered stays.</summary>
    public bool Disabled { get; set; }

    public DateTime CreatedAt { get; set; }
}

/// <summary>What an account may do.</summary>
public static class Roles
{
    /// <summary>Adds disclosures and publishes them.</summary>
    public const string Analyst = "analyst";

    /// <summary>An analyst who also looks after accounts.</summary>
    public const string Admin = "admin";

    public static IReadOnlyList<string> All { get; } = [Analyst, Admin];
}
