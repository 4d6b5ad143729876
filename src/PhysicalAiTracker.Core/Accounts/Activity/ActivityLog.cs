using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Activity;

/// <summary>Who does something, as the log names them.</summary>
/// <param name="Id">The account; null where there is none.</param>
public sealed record Actor(Guid? Id, string Name)
{
    /// <summary>Whoever may run the program's verbs.</summary>
    public static Actor CommandLine { get; } = new(null, "command line");

    /// <summary>Whoever could not sign in: what they typed as a name may be a password.</summary>
    public static Actor Unknown { get; } = new(null, "unknown");

    /// <summary>The tracker, of its own accord.</summary>
    public static Actor Tracker { get; } = new(null, "tracker");

    public static Actor Of(TrackerUser user) => new(user.Id, user.UserName!);
}

/// <summary>What something is done to, as the log names it.</summary>
/// <param name="Kind">A kind of record, or <c>disclosure</c>, <c>account</c>, <c>source</c>, <c>contradiction</c>, <c>key</c>…</param>
public sealed record ActivitySubject(string Kind, Guid? Id, string Name)
{
    public static ActivitySubject Account(TrackerUser user) => new("account", user.Id, user.UserName!);

    public static ActivitySubject Disclosure(Guid id, string title) => new("disclosure", id, title);
}

/// <summary>Where the request at hand comes from; a door fills it in where it knows and may.</summary>
public sealed class ClientAddress
{
    /// <summary>An IP address; null where there is none, or where it is not to be kept.</summary>
    public string? Text { get; set; }
}

/// <summary>Writes down who did what. Append-only.</summary>
public sealed class ActivityLog(TrackerDbContext db, ClientAddress address, TimeProvider time)
{
    /// <summary>
    /// Writes an entry, together with whatever else the context has not saved yet: within the caller's transaction where there is one, so
    /// that nothing is logged that did not happen, and nothing happens that is not logged.
    /// </summary>
    /// <param name="detail">More about it; cut at <see cref="ActivityEntry.DetailLength"/>. Never a secret.</param>
    public async Task AddAsync(ActivityKind kind, Actor actor, ActivitySubject? subject, string? detail, CancellationToken cancellation)
    {
        var name = Cut(actor.Name, TrackerUser.NameLength)!;
        db.Add(new ActivityEntry
        {
            At = Clock.Now(time),
            Kind = kind,
            ActorId = actor.Id,
            ActorName = name,
            ActorKey = KeyOf(name),
            SubjectKind = subject?.Kind,
            SubjectId = subject?.Id,
            SubjectName = Cut(subject?.Name, ActivityEntry.SubjectNameLength),
            Detail = Cut(detail, ActivityEntry.DetailLength),
            Address = Cut(address.Text, ActivityEntry.AddressLength),
        });
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>As names of accounts are compared.</summary>
    internal static string KeyOf(string name) => name.Trim().ToUpperInvariant();

    private static string? Cut(string? text, int length) => text is null ? null : ShortText.Cut(text, length);
}
