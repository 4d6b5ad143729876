namespace PhysicalAiTracker.Core.Accounts.Activity;

/// <summary>One thing that somebody did. Never changed nor deleted by the tracker.</summary>
public sealed class ActivityEntry
{
    public const int DetailLength = 2000;

    /// <summary>Longest word for what a subject is.</summary>
    public const int SubjectKindLength = 40;

    public const int SubjectNameLength = 300;

    /// <summary>Longest text of an IPv6 address with its zone.</summary>
    public const int AddressLength = 64;

    /// <summary>Rises with time, so that it breaks ties.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    public ActivityKind Kind { get; init; }

    /// <summary>The account; null for the command line, an import and whoever could not sign in.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Name of whoever did it, as it was then.</summary>
    public required string ActorName { get; init; }

    /// <summary>The name as those of accounts are compared.</summary>
    public required string ActorKey { get; init; }

    /// <summary>What it was done to: a kind of record, or <c>disclosure</c>, <c>account</c>, <c>source</c>, <c>contradiction</c>, <c>key</c>…; null where there is nothing.</summary>
    public string? SubjectKind { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>Its name, as it was then.</summary>
    public string? SubjectName { get; init; }

    /// <summary>In the words of whoever did it, or of the tracker.</summary>
    public string? Detail { get; init; }

    /// <summary>Address of the client; null where there is none, or where <c>Activity:Addresses</c> is off.</summary>
    public string? Address { get; init; }
}
