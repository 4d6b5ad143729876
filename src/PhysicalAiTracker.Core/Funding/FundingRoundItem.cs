using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Funding;

/// <summary>A valuation, and whether it counts the new money.</summary>
public sealed record ValuationItem(decimal Value, string Currency, decimal? Usd, Qualifier Qualifier, DateOnly? UsdRateOn, ValuationKind? Kind, string Text)
{
    public static ValuationItem? Of(Money? money, ValuationKind? kind) => MoneyItem.Of(money) is { } m
        ? new ValuationItem(m.Value, m.Currency, m.Usd, m.Qualifier, m.UsdRateOn, kind, m.Text)
        : null;
}

/// <summary>One investor's part in a round.</summary>
public sealed record ParticipationItem(
    string Slug, string Name, PartyKind Kind, ParticipationRole? Role, ParticipationStatus? Status, MoneyItem? Amount, string? Vehicle);

/// <summary>What a filing such as Form D says of a round, to be compared with what was announced.</summary>
/// <param name="Offering">Offered in all; null where that is not stated or without limit.</param>
/// <param name="IsIndefinite">Offered without limit.</param>
/// <param name="Sold">Sold when it was filed.</param>
/// <param name="Remaining">Remaining to be sold then; null where that is not stated or without limit.</param>
/// <param name="FirstSaleOn">Day of the first sale.</param>
/// <param name="IsYetToOccur">The first sale is yet to occur.</param>
/// <param name="Revenue">The issuer's revenue in the words of the filing: a range, or that it declines to disclose.</param>
public sealed record FiledItem(MoneyItem? Offering, bool IsIndefinite, MoneyItem? Sold, MoneyItem? Remaining, PartialDate? FirstSaleOn, bool IsYetToOccur, string? Revenue)
{
    public static FiledItem? Of(Money? offering, bool indefinite, Money? sold, Money? remaining, PartialDate? firstSale, bool yetToOccur, string? revenue) =>
        offering is null && !indefinite && sold is null && remaining is null && firstSale is null && !yetToOccur && revenue is null
            ? null
            : new FiledItem(MoneyItem.Of(offering), indefinite, MoneyItem.Of(sold), MoneyItem.Of(remaining), firstSale, yetToOccur, revenue);
}

/// <summary>A round as another round mentions it.</summary>
public sealed record RoundLink(Guid Id, MoneyItem? Amount, FundingStatus? Status);

/// <summary>A funding round as readers get it.</summary>
public sealed record FundingRoundItem : RecordItem
{
    public required PartyLink Company { get; init; }

    public FundingStage? Stage { get; init; }

    public string? StageAsAnnounced { get; init; }

    /// <summary>Null where no source says.</summary>
    public FundingStatus? Status { get; init; }

    public Instrument? Instrument { get; init; }

    /// <summary>Null is undisclosed, never zero.</summary>
    public MoneyItem? Amount { get; init; }

    public ValuationItem? Valuation { get; init; }

    public PartialDate? AnnouncedOn { get; init; }

    public PartialDate? ClosedOn { get; init; }

    public PartialDate? ReportedOn { get; init; }

    public required IReadOnlyList<ParticipationItem> Investors { get; init; }

    /// <summary>The round whose figures this one replaces.</summary>
    public RoundLink? Supersedes { get; init; }

    /// <summary>The round that replaced these figures; sums skip this one then.</summary>
    public RoundLink? SupersededBy { get; init; }

    /// <summary>True where a source names a backer but no round: it counts as no round and in no sum.</summary>
    public bool Unspecified { get; init; }

    /// <summary>What a filing says of it; null where none is on record.</summary>
    public FiledItem? Filed { get; init; }

    public string? Note { get; init; }
}
