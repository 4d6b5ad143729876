using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>What two records that may be one are.</summary>
public enum DuplicateKind
{
    Party,
    FundingRound,
}

/// <summary>Where a pair stands.</summary>
public enum DuplicateState
{
    /// <summary>Nobody has judged it on what it rests on now.</summary>
    Open,

    /// <summary>Somebody said that they are two.</summary>
    Different,
}

/// <summary>Two records that are likely one. Derived with every change of either, see <see cref="DuplicateDerivation"/>.</summary>
public sealed class DuplicatePair
{
    /// <summary>Made from the two ids: the same in every database with the same records.</summary>
    public Guid Id { get; set; }

    public DuplicateKind Kind { get; set; }

    /// <summary>The one with the smaller id, so that a pair is stored once.</summary>
    public Guid FirstId { get; set; }

    public Guid SecondId { get; set; }

    /// <summary>0 to 100, see <see cref="Point.Score"/>.</summary>
    public int Score { get; set; }

    public DuplicateState State { get; set; }

    /// <summary>JSON of the <see cref="Point"/>s.</summary>
    public string Points { get; set; } = "[]";
}

/// <summary>What somebody said of a pair.</summary>
public enum DuplicateVerdict
{
    /// <summary>They are two.</summary>
    Different,

    /// <summary>The judgement before is taken back.</summary>
    Withdrawn,
}

/// <summary>What somebody said of two records. Never changed nor deleted: a later one takes its place.</summary>
public sealed class DuplicateJudgement
{
    public const int NoteLength = 1000;
    public const int ByLength = TrackerUser.NameLength;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>As in <see cref="DuplicatePair"/>. A record merged since means the one that it was merged into.</summary>
    public Guid FirstId { get; set; }

    public Guid SecondId { get; set; }

    /// <summary>Counts the judgements on one pair, from 1: two at the same moment cannot both be taken.</summary>
    public int Number { get; set; }

    public DuplicateVerdict Verdict { get; set; }

    /// <summary>JSON of the <see cref="Point"/>s it was made on.</summary>
    public string Points { get; set; } = "[]";

    public string? Note { get; set; }

    /// <summary>Name of the analyst.</summary>
    public string By { get; set; } = "";

    public Guid? UserId { get; set; }

    public DateTime At { get; set; }
}

/// <summary>A hash by which a party is found, see <see cref="NameHashes"/>. Derived.</summary>
public sealed class PartyHash
{
    public Guid PartyId { get; set; }

    public long Hash { get; set; }
}
