using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Deals;

/// <summary>What sort of deal it is.</summary>
public enum DealKind
{
    Acquisition,
    LicenceAndHire,
    Contemplated,
}

/// <summary>How far a deal has come, by its sources.</summary>
public enum DealStatus
{
    Rumored,
    InTalks,
    Announced,
    Completed,
    Cancelled,
}

/// <summary>One party takes over another, or hires its people and licenses its work.</summary>
public sealed class Deal : Record
{
    public const int NoteLength = 1000;

    private PartialDate? _announcedOn;
    private PartialDate? _closedOn;
    private Money? _price;

    public override RecordKind Kind => RecordKind.Deal;

    public DealKind Type { get; set; }

    public Guid AcquirerId { get; set; }

    public Party Acquirer { get; set; } = null!;

    public Guid TargetId { get; set; }

    public Party Target { get; set; } = null!;

    public DealStatus? Status { get; set; }

    /// <summary>Null is undisclosed, which is never zero.</summary>
    public Money? Price
    {
        get => _price;
        set => (_price, PriceUsdMinor) = (value, value?.UsdMinor);
    }

    /// <summary>Search key of <see cref="Price"/>: US cents.</summary>
    public long? PriceUsdMinor { get; private set; }

    public PartialDate? AnnouncedOn
    {
        get => _announcedOn;
        set
        {
            _announcedOn = value;
            FindSpan();
        }
    }

    public PartialDate? ClosedOn
    {
        get => _closedOn;
        set
        {
            _closedOn = value;
            FindSpan();
        }
    }

    /// <summary>Search keys: the first and last day of the announcement or, where that is unknown, of the closing.</summary>
    public DateOnly? DatedFrom { get; private set; }

    /// <inheritdoc cref="DatedFrom"/>
    public DateOnly? DatedTo { get; private set; }

    public string? Note { get; set; }

    public override IEnumerable<(string Field, string Problem)> Check()
    {
        if (AcquirerId == TargetId)
        {
            yield return ("target", "is the acquirer itself");
        }
    }

    private void FindSpan()
    {
        var date = _announcedOn ?? _closedOn;
        (DatedFrom, DatedTo) = (date?.Earliest, date?.Latest);
    }
}
