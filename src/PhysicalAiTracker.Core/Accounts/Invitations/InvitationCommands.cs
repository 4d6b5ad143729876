using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Invitations;

/// <summary>An invitation that was made, its token to be shown this once; or what is wrong.</summary>
/// <param name="Mailed">Whether an e-mail with the link is on its way.</param>
public sealed record InvitationMade(SecretToken? Token, DateTime ExpiresAt, bool Mailed, IReadOnlyList<string> Problems);

/// <summary>What became of taking an invitation.</summary>
/// <param name="Account">The new account; null where there are problems, or the link does not work.</param>
/// <param name="Works">False where the link is unknown, expired, taken or withdrawn.</param>
public sealed record InvitationTaken(TrackerUser? Account, bool Works, IReadOnlyList<string> Problems);

/// <summary>Makes invitations, withdraws them, and takes them.</summary>
public sealed class InvitationCommands(
    AccountCommands accounts, TrackerDbContext db, Outbox outbox, ActivityLog activity, IOptions<AccountsOptions> options, TimeProvider time)
{
    /// <summary>Where the invited go; the token follows.</summary>
    public const string Path = "/account/invitation?token=";

    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    /// <param name="email">Null or empty for none; gets the link where e-mail is configured.</param>
    public async Task<InvitationMade> MakeAsync(string role, string? email, Actor by, CancellationToken cancellation)
    {
        var address = email?.Trim() is { Length: > 0 } given ? given : null;
        List<string> problems = [];
        if (!Roles.All.Contains(role))
        {
            problems.Add($"The role is one of {string.Join(", ", Roles.All)}.");
        }

        if (address is not null && (address.Length > Invitation.EmailLength || address.Any(char.IsControl) || !MailAddress.TryCreate(address, out var read) || read.Address != address))
        {
            problems.Add("The e-mail address is none.");
        }

        if (problems.Count > 0)
        {
            return new InvitationMade(null, default, false, problems);
        }

        var token = SecretToken.Create(Invitation.Kind);
        var now = Clock.Now(time);
        var invitation = new Invitation
        {
            Prefix = token.Prefix,
            Hash = token.Hash,
            Role = role,
            Email = address,
            By = by.Name,
            CreatedAt = now,
            ExpiresAt = now.AddHours(options.Value.InvitationHours),
        };
        db.Invitations.Add(invitation);
        var mailed = outbox.Add(address, $"Invitation to the {PasswordRules.SiteName}", TextOf(invitation, outbox.Link(Path + token.Text)));
        await activity.AddAsync(ActivityKind.InvitationMade, by, SubjectOf(invitation), role, cancellation);
        return new InvitationMade(token, invitation.ExpiresAt, mailed, []);
    }

    /// <summary>Makes a link useless; false where it is useless already.</summary>
    public async Task<bool> WithdrawAsync(Guid id, Actor by, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        if (await InvitationQueries.Open(db, now).AsTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } invitation)
        {
            return false;
        }

        invitation.ClosedAt = now;
        await activity.AddAsync(ActivityKind.InvitationWithdrawn, by, SubjectOf(invitation), null, cancellation);
        return true;
    }

    /// <summary>Makes the account of whoever holds the link; once, also where two do so at the same moment.</summary>
    public async Task<InvitationTaken> TakeAsync(string? token, string name, string password, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await InvitationQueries.FindAsync(db, token, now, cancellation) is not { } invitation
            || await InvitationQueries.Open(db, now).Where(i => i.Id == invitation.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.ClosedAt, now), cancellation) == 0)
        {
            return new InvitationTaken(null, Works: false, []);
        }

        var (account, outcome) = await accounts.CreateAsync(name, invitation.Role, invitation.Email, password);
        if (!outcome.Succeeded)
        {
            // Rolled back: the link still works for a better name or password.
            return new InvitationTaken(null, Works: true, outcome.Problems);
        }

        await activity.AddAsync(ActivityKind.InvitationTaken, Actor.Of(account), SubjectOf(invitation), $"{invitation.Role}, invited by {invitation.By}", cancellation);
        await transaction.CommitAsync(cancellation);
        return new InvitationTaken(account, Works: true, []);
    }

    private static ActivitySubject SubjectOf(Invitation invitation) => new("invitation", invitation.Id, $"{invitation.Prefix}…");

    private static string TextOf(Invitation invitation, string link) =>
        $"""
        {invitation.By} invites you to the {PasswordRules.SiteName} as {invitation.Role}.

        Choose a name and a password here, until {invitation.ExpiresAt:d MMM yyyy HH:mm} UTC:

        {link}

        The link works once. If you expected no invitation, do nothing: nobody is told.
        """;
}
