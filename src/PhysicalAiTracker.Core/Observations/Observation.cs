using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Observations;

/// <summary>What is measured.</summary>
public enum Metric
{
    Headcount,
    Office,
    MarketSize,
    Spend,
    Revenue,
    IncomeShare,

    /// <summary>All that a party raised up to the date, as somebody states it: compared with the rounds on record.</summary>
    TotalRaised,
}

/// <summary>The span that a flow (spend, revenue) is counted over.</summary>
public enum Period
{
    Year,
    Quarter,
    Month,
}

/// <summary>A dated measurement. Values at different dates are a series, not a conflict.</summary>
public sealed class Observation : Record
{
    public const int SubjectLength = 200;
    public const int NoteLength = 1000;

    private PartialDate _asOf = null!;

    public override RecordKind Kind => RecordKind.Observation;

    /// <summary>The party measured; null where it is a market or a group.</summary>
    public Guid? PartyId { get; set; }

    public Party? Party { get; set; }

    /// <summary>The market or group measured; null where it is a party.</summary>
    public string? Subject { get; set; }

    public Metric Metric { get; set; }

    /// <summary>A count or a share; null where the value is money.</summary>
    public Quantity? Quantity { get; set; }

    /// <summary>Money; null where the value is a count or a share.</summary>
    public Money? Money { get; set; }

    public PartialDate AsOf
    {
        get => _asOf;
        set => (_asOf, AsOfFrom, AsOfTo) = (value, value.Earliest, value.Latest);
    }

    /// <summary>Search keys of <see cref="AsOf"/>: the first and last day it may mean.</summary>
    public DateOnly AsOfFrom { get; private set; }

    /// <inheritdoc cref="AsOfFrom"/>
    public DateOnly AsOfTo { get; private set; }

    public Period? Period { get; set; }

    public string? Note { get; set; }

    public override IEnumerable<(string Field, string Problem)> Check()
    {
        if (PartyId is null == Subject is null)
        {
            yield return ("party", "name either the party or, for a market or group, the subject: one of the two");
        }

        if (Quantity is null == Money is null)
        {
            yield return ("quantity", "give either a quantity or money: one of the two");
        }
    }
}
