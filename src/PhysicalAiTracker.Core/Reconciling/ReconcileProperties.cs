using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Reconciling;

/// <summary>The properties that matched parties can be extended by; the first few can be compared too.</summary>
public static class ReconcileProperties
{
    public const string Founded = "founded";
    public const string Website = "website";
    public const string Country = "country";
    public const string Name = "name";
    public const string Aliases = "aliases";
    public const string Summary = "summary";
    public const string Places = "places";
    public const string Sectors = "sectors";
    public const string Raised = "total-raised";
    public const string Rounds = "rounds";
    public const string LatestRound = "latest-round";
    public const string LatestRoundOn = "latest-round-date";
    public const string LatestRoundUsd = "latest-round-usd";
    public const string Investors = "investors";
    public const string Portfolio = "portfolio";
    public const string PlacementPrefix = "placement-";

    private static readonly ReconcileType[] Everybody = [ReconcileType.Company, ReconcileType.Person, ReconcileType.Investor];
    private static readonly ReconcileType[] Companies = [ReconcileType.Company];

    public static IReadOnlyList<ReconcileProperty> All { get; } =
    [
        new(Founded, "Founded", "EDTF date, as precise as its source.", Everybody),
        new(Website, "Website", "Address.", Everybody),
        new(Country, "Countries", "Of its places, ISO 3166-1 alpha-2.", Everybody),
        new(Name, "Name", "As the tracker writes it.", Everybody),
        new(Aliases, "Aliases", "Other names.", Everybody),
        new(Summary, "Summary", "The tracker's own words.", Everybody),
        new(Places, "Places", "Where it has a presence.", Everybody),
        new(Sectors, "Sectors", "Fields of activity, kebab-case words.", Everybody),
        new(Raised, "Total raised, US dollars", "Cash of announced, partially closed and closed rounds that no later round supersedes. None where no amount is known.", Companies),
        new(Rounds, "Rounds", "How many rounds no later round supersedes.", Companies),
        new(LatestRound, "Latest round", "Amount, stage, status and date.", Companies),
        new(LatestRoundOn, "Date of the latest round", "EDTF date: announced, closed or reported.", Companies),
        new(LatestRoundUsd, "Amount of the latest round, US dollars", "None where it is undisclosed.", Companies),
        new(Investors, "Investors", "Who took part in its rounds.", Companies, OfParties: true),
        new(Portfolio, "Portfolio", "In whose rounds it took part.", [ReconcileType.Investor], OfParties: true),
        .. Words.All<Plane>().Select(plane => new ReconcileProperty(PlacementPrefix + plane, "Where it runs: " + Prose.Of(plane), $"Placements that valid claims name for {Prose.Of(plane)}.", Companies)),
    ];

    /// <summary>Those by which a query can be narrowed.</summary>
    public static IReadOnlyList<string> Comparable { get; } = [Founded, Website, Country];

    public static ReconcileProperty? Find(string id) => All.FirstOrDefault(property => property.Id == id);

    public static IEnumerable<ReconcileProperty> Of(ReconcileType? type) => All.Where(property => type is null || property.Types.Contains(type.Value));
}
