using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Api.Description;

/// <summary>Made-up answers, written by the code that writes real ones.</summary>
internal static class Examples
{
    private static readonly DateTime Then = new(2026, 5, 4, 9, 30, 0, DateTimeKind.Utc);

    private static readonly FundingRoundItem Round = new()
    {
        Id = Guid.Parse("0196a3f0-5c00-7000-8000-000000000001"),
        Company = new PartyLink("example-robotics", "Example Robotics", PartyKind.Company),
        Stage = FundingStage.SeriesA,
        StageAsAnnounced = "Series A",
        Status = FundingStatus.Announced,
        Instrument = Instrument.Equity,
        Amount = MoneyItem.Of(Money.Of(100_000_000, "EUR", Qualifier.MoreThan, 108_000_000, new DateOnly(2026, 5, 4))),
        Valuation = ValuationItem.Of(Money.Of(1_000_000_000, "USD"), ValuationKind.PostMoney),
        AnnouncedOn = PartialDate.Parse("2026-05-04"),
        Investors = [new ParticipationItem("example-ventures", "Example Ventures", PartyKind.InvestmentFirm, ParticipationRole.Lead, ParticipationStatus.Invested, null, null)],
        Version = 1,
        CreatedAt = Then,
        UpdatedAt = Then,
    };

    /// <summary>The answer of an operation; null where the schema says enough.</summary>
    public static JsonNode? Of(string? operation) => operation switch
    {
        "get-funding-round" => JsonSerializer.SerializeToNode(Round, ApiJson.Options),
        "list-funding-rounds" => JsonSerializer.SerializeToNode(new Page<FundingRoundItem>([Round], 1, null), ApiJson.Options),
        _ => null,
    };
}
