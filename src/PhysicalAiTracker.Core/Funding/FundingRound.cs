using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Funding;

/// <summary>The standardised stage; what the announcement called it stands beside.</summary>
public enum FundingStage
{
    PreSeed,
    Seed,
    SeriesA,
    SeriesB,
    SeriesC,
    SeriesD,
    SeriesE,
    SeriesF,
    Growth,
    Other,
}

/// <summary>How far a round has come, by its sources. Certainty of wording never raises it.</summary>
public enum FundingStatus
{
    Rumored,
    InTalks,
    InProgress,
    Announced,
    PartiallyClosed,
    Closed,
    Cancelled,
}

/// <summary>What was given for the money.</summary>
public enum Instrument
{
    Equity,
    Debt,
    Convertible,
    Secondary,
    ComputeCredit,
    Commitment,
}

/// <summary>Whether a valuation counts the new money.</summary>
public enum ValuationKind
{
    PreMoney,
    PostMoney,
    Unspecified,
}

/// <summary>Money raised, or said to be raised, by a company in one go.</summary>
public sealed class FundingRound : Record
{
    public const int StageLength = 80;
    public const int NoteLength = 1000;
    public const int RevenueLength = 60;

    private Money? _amount;
    private Money? _valuation;
    private PartialDate? _announcedOn;

    public override RecordKind Kind => RecordKind.FundingRound;

    public Guid CompanyId { get; set; }

    public Party Company { get; set; } = null!;

    public FundingStage? Stage { get; set; }

    public string? StageAsAnnounced { get; set; }

    /// <summary>Null where the source does not say.</summary>
    public FundingStatus? Status { get; set; }

    public Instrument? Instrument { get; set; }

    /// <summary>Null is undisclosed, which is never zero.</summary>
    public Money? Amount
    {
        get => _amount;
        set => (_amount, AmountUsdMinor) = (value, value?.UsdMinor);
    }

    /// <summary>Search key of <see cref="Amount"/>: US cents. EF cannot index inside a complex type.</summary>
    public long? AmountUsdMinor { get; private set; }

    public Money? Valuation
    {
        get => _valuation;
        set => (_valuation, ValuationUsdMinor) = (value, value?.UsdMinor);
    }

    /// <summary>Search key of <see cref="Valuation"/>: US cents.</summary>
    public long? ValuationUsdMinor { get; private set; }

    public ValuationKind? ValuationKind { get; set; }

    public PartialDate? AnnouncedOn
    {
        get => _announcedOn;
        set => (_announcedOn, AnnouncedFrom, AnnouncedTo, AnnouncedYear) = (value, value?.Earliest, value?.Latest, value?.Earliest.Year);
    }

    /// <summary>Search keys of <see cref="AnnouncedOn"/>: the first and last day it may mean.</summary>
    public DateOnly? AnnouncedFrom { get; private set; }

    /// <inheritdoc cref="AnnouncedFrom"/>
    public DateOnly? AnnouncedTo { get; private set; }

    /// <summary>Search key of <see cref="AnnouncedOn"/>: its year, to count by.</summary>
    public int? AnnouncedYear { get; private set; }

    public PartialDate? ClosedOn { get; set; }

    public PartialDate? ReportedOn { get; set; }

    public List<Participation> Participations { get; set; } = [];

    /// <summary>The round whose figures this one replaces: the same money, told again. Sums skip a superseded round.</summary>
    public Guid? SupersedesId { get; set; }

    public FundingRound? Supersedes { get; set; }

    public FundingRound? SupersededBy { get; set; }

    /// <summary>True where a source names a backer but no round: it counts as no round and in no sum.</summary>
    public bool Unspecified { get; set; }

    public string? Note { get; set; }

    /// <summary>What a filing says is offered in all; null where nothing was filed, or where it is without limit (<see cref="FiledIndefinite"/>).</summary>
    public Money? FiledOffering { get; set; }

    /// <summary>True where a filing offers without limit.</summary>
    public bool FiledIndefinite { get; set; }

    /// <summary>What a filing says was sold by then; zero is zero.</summary>
    public Money? FiledSold { get; set; }

    /// <summary>What a filing says remains to be sold.</summary>
    public Money? FiledRemaining { get; set; }

    /// <summary>The day of the first sale, as filed.</summary>
    public PartialDate? FiledFirstSaleOn { get; set; }

    /// <summary>True where a filing says that the first sale is yet to occur.</summary>
    public bool FiledYetToOccur { get; set; }

    /// <summary>The issuer's revenue in the words of the filing, a range or that it declines to disclose it.</summary>
    public string? FiledRevenue { get; set; }

    public override IEnumerable<(string Field, string Problem)> Check()
    {
        if (SupersedesId == Id)
        {
            yield return ("supersedes", "a round cannot supersede itself");
        }

        if (ValuationKind is not null && Valuation is null)
        {
            yield return ("valuationKind", "is given without a valuation");
        }

        if (Unspecified && (Amount is not null || Valuation is not null))
        {
            yield return ("unspecified", "a backing whose round is not stated has no amount or valuation");
        }

        if (ClosedOn is not null && AnnouncedOn is not null && Status is FundingStatus.Rumored or FundingStatus.InTalks)
        {
            yield return ("status", "a round with a closing date is not a rumour");
        }

        if (FiledIndefinite && FiledOffering is not null)
        {
            yield return ("filedIndefinite", "an offering without limit has no amount");
        }

        if (FiledYetToOccur && FiledFirstSaleOn is not null)
        {
            yield return ("filedYetToOccur", "a first sale that is yet to occur has no day");
        }

        foreach (var twice in Participations.GroupBy(p => (p.InvestorId, p.Vehicle)).Where(g => g.Count() > 1))
        {
            yield return ("participations", "names one investor twice");
        }
    }
}

/// <summary>What an investor was in a round.</summary>
public enum ParticipationRole
{
    Lead,
    CoLead,
    Participant,
}

/// <summary>Whether the money came.</summary>
public enum ParticipationStatus
{
    Invested,
    Pledged,
    Declined,
}

/// <summary>One investor's part in a round.</summary>
public sealed class Participation : IOrdered
{
    public const int VehicleLength = 200;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid RoundId { get; set; }

    public FundingRound Round { get; set; } = null!;

    public int Ordinal { get; set; }

    public Guid InvestorId { get; set; }

    public Party Investor { get; set; } = null!;

    public ParticipationRole? Role { get; set; }

    public ParticipationStatus? Status { get; set; }

    public Money? Amount { get; set; }

    /// <summary>The fund or company through which the money came, as the source names it.</summary>
    public string? Vehicle { get; set; }
}
