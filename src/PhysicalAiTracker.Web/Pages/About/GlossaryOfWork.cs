using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Insights.Duplicates;

namespace PhysicalAiTracker.Web.Pages.About;

/// <summary>How disclosures come in, and who may do what.</summary>
internal static class GlossaryOfWork
{
    public static IReadOnlyList<Vocabulary> All { get; } =
    [
        Vocabulary.Of<ReviewStepKind>("review-steps", "Steps of a review", "Each is kept with its day and name, so that a second round shows the first.", kind => kind switch
        {
            ReviewStepKind.Submitted => "Its author handed it in.",
            ReviewStepKind.Withdrawn => "Its author took it back.",
            ReviewStepKind.Edited => "A reviewer changed it before deciding; the history names both.",
            ReviewStepKind.Accepted => "A reviewer let it in: all of it, at once.",
            ReviewStepKind.Rejected => "A reviewer sent it back, with a reason.",
            ReviewStepKind.Revised => "Its author made a draft of it again.",
        }),
        Vocabulary.Of<NotificationKind>("notifications", "Notifications", "What an author is told.", kind => kind switch
        {
            NotificationKind.Accepted => "A disclosure of theirs was accepted.",
            NotificationKind.Rejected => "A disclosure of theirs was rejected, and why.",
            NotificationKind.WebhookOff => "Of admins: a webhook was turned off, since what it is told does not arrive.",
            NotificationKind.ExportFailed => "Of admins: the export of the day could not be written, and why.",
            NotificationKind.ExportWorks => "Of admins: the export of the day was written again after that.",
        }),
        Vocabulary.Of<DuplicateKind>("duplicate-kinds", "What may be entered twice", "Pairs of records are compared by rules that explain their points.", kind => kind switch
        {
            DuplicateKind.Party => "Two companies, people or firms that may be one.",
            DuplicateKind.FundingRound => "Two rounds of one company that may be one.",
        }),
        Vocabulary.Of<DuplicateState>("duplicate-states", "Likely duplicates", "Where a pair stands.", state => state switch
        {
            DuplicateState.Open => "Nobody has judged it on what it rests on now.",
            DuplicateState.Different => "Somebody said that they are two.",
        }),
        Vocabulary.Of<ApiKeyScope>("key-scopes", "What a key allows", "At most; the role of its owner says what it allows at all.", scope => scope switch
        {
            ApiKeyScope.Read => "Reading, at the rate of an account.",
            ApiKeyScope.Submit => "Submitting disclosures for review, and withdrawing them.",
            ApiKeyScope.Publish => "Publishing, deciding on what was submitted, ruling on contradictions.",
        }),
        Vocabulary.Of<ApiKeyState>("key-states", "How a key stands", "A key that ended is listed for a while.", state => state switch
        {
            ApiKeyState.Active => "It can be used.",
            ApiKeyState.Expired => "Its last day is over.",
            ApiKeyState.Revoked => "Its owner or an admin ended it.",
        }),
        Vocabulary.Of<ActivityKind>("activities", "The log of activity", "Admins see who did what, from which address.", kind => kind switch
        {
            ActivityKind.SignIn => "Somebody signed in.",
            ActivityKind.SignInFailed => "A name, password or code was wrong, or the account may not sign in.",
            ActivityKind.SignOut => "Somebody signed out.",
            ActivityKind.Lock => "Wrong passwords in a row locked an account.",
            ActivityKind.PasswordChanged => "An account got a new password.",
            ActivityKind.RoleChanged => "An account got another role.",
            ActivityKind.AccountAdded => "An account was added.",
            ActivityKind.AccountDisabled => "An account was disabled: its sessions and keys ended.",
            ActivityKind.AccountEnabled => "A disabled account may sign in again.",
            ActivityKind.InvitationMade => "Somebody was invited.",
            ActivityKind.InvitationTaken => "An invitation became an account.",
            ActivityKind.SecondFactorOn => "An account asks for a code beside its password.",
            ActivityKind.SecondFactorOff => "An account asks for its password alone.",
            ActivityKind.SessionEnded => "A session was ended from elsewhere.",
            ActivityKind.KeyMade => "A key for programs was made.",
            ActivityKind.KeyRevoked => "A key was revoked.",
            ActivityKind.Submitted => "A disclosure was handed in for review.",
            ActivityKind.Withdrawn => "A submitted disclosure was taken back by its author.",
            ActivityKind.Accepted => "A submitted disclosure was let in.",
            ActivityKind.Rejected => "A submitted disclosure was sent back.",
            ActivityKind.Published => "A disclosure was published without a review.",
            ActivityKind.Reverted => "A record was taken back to a state before.",
            ActivityKind.Merged => "Two records became one.",
            ActivityKind.MergeUndone => "A merge was taken back.",
            ActivityKind.Removed => "A record was removed.",
            ActivityKind.Ruled => "A contradiction, or the likeness of two sources, was judged.",
            ActivityKind.Imported => "A file or folder was imported.",
            ActivityKind.TextAdded => "A source got a new text.",
            ActivityKind.InvitationWithdrawn => "An invitation was ended before anybody took it.",
            ActivityKind.WebhookAdded => "An address was added that is told of what is published.",
            ActivityKind.WebhookDisabled => "Such an address was turned off, by an admin or after lasting failure.",
            ActivityKind.WebhookEnabled => "Such an address was turned on again.",
            ActivityKind.WebhookDeleted => "Such an address was deleted.",
            ActivityKind.ExportFailed => "The export of the day could not be written; told once until it works again.",
            ActivityKind.ExportWorks => "The export of the day was written again after that.",
        }),
    ];
}
