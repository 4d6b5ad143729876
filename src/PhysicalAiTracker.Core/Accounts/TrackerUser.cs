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

    /// <summary>The step of the last code that was taken (RFC 6238): neither it nor an earlier one is taken again. Null before the first.</summary>
    public long? LastCodeStep { get; set; }
}
