namespace PhysicalAiTracker.Core.Accounts.Activity;

/// <summary>What somebody did. The words are stored and shown; a new one is added at the end.</summary>
public enum ActivityKind
{
    SignIn,

    /// <summary>A name or password was wrong, or the account may not sign in.</summary>
    SignInFailed,

    SignOut,

    /// <summary>Wrong passwords in a row locked an account.</summary>
    Lock,

    PasswordChanged,
    RoleChanged,
    AccountAdded,
    AccountDisabled,
    AccountEnabled,
    InvitationMade,
    InvitationTaken,
    SecondFactorOn,
    SecondFactorOff,
    SessionEnded,
    KeyMade,
    KeyRevoked,
    Submitted,

    /// <summary>A submitted disclosure was taken back by its author.</summary>
    Withdrawn,

    Accepted,
    Rejected,

    /// <summary>Published without a review.</summary>
    Published,

    Reverted,
    Merged,
    MergeUndone,
    Removed,

    /// <summary>A contradiction, or the likeness of two sources, was judged.</summary>
    Ruled,

    Imported,

    /// <summary>A source got a new text.</summary>
    TextAdded,

    /// <summary>An invitation was made useless before anybody took it.</summary>
    InvitationWithdrawn,

    WebhookAdded,

    /// <summary>By an admin, or by the tracker after lasting failure.</summary>
    WebhookDisabled,

    WebhookEnabled,
    WebhookDeleted,

    /// <summary>The export of the day could not be written; told once until it works again.</summary>
    ExportFailed,

    /// <summary>The export of the day was written again after it had failed.</summary>
    ExportWorks,
}
