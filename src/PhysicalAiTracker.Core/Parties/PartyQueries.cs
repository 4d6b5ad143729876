using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;

namespace PhysicalAiTracker.Core.Parties;

/// <summary>Reads parties: companies, people, and whoever invests.</summary>
public sealed class PartyQueries(TrackerDbContext db)
{
    internal static readonly Expression<Func<Party, PartyItem>> Projection = p => new PartyItem
    {
        Id = p.Id,
        Version = p.Version,
        CreatedAt = p.CreatedAt,
        UpdatedAt = p.UpdatedAt,
        Slug = p.Slug,
        Kind = p.Type,
        Name = p.Name,
        Aliases = p.Names.Where(n => n.Whole && n.Name != p.Name).OrderBy(n => n.Key).Select(n => n.Name).ToList(),
        Summary = p.Summary,
        FoundedOn = p.FoundedOn,
        Sectors = p.Sectors.OrderBy(s => s.Name).Select(s => s.Name).ToList(),
        Places = p.Places.OrderBy(x => x.Ordinal).Select(x => new PlaceItem(x.Name, x.Country, x.Note)).ToList(),
        SellsCompute = p.SellsCompute.OrderBy(c => c.Kind).Select(c => c.Kind).ToList(),
        Website = p.Website,
        Placements = p.Claims.OrderBy(c => c.Id).Select(c => new PlacementItem(c.Id, c.Plane, c.Placement, c.Modality)).ToList(),
        RoundCount = p.Rounds.Count(r => r.SupersededBy == null && !r.Unspecified),
        PortfolioCount = p.Participations.Where(x => x.Status != ParticipationStatus.Declined).Select(x => x.Round.CompanyId).Distinct().Count(),
    };

    private static readonly Filter<Party>[] CommonFilters =
    [
        Filters.Known<Party>(
            "sector",
            "Field of activity.",
            "physical-ai",
            db => db.Parties.SelectMany(p => p.Sectors).Select(s => s.Name),
            tags => p => p.Sectors.Any(s => tags.Contains(s.Name)),
            facet: Facets.OfKnown<Party>("sector", parties => parties.SelectMany(p => p.Sectors, (p, s) => new FacetPair<string> { Row = p.Id, Key = s.Name }).Distinct(), p => !p.Sectors.Any())),
        Filters.Known<Party>(
            "country",
            "Country of one of its places, ISO 3166-1 alpha-2.",
            "US",
            db => db.Parties.SelectMany(p => p.Places).Select(x => x.Country),
            tags => p => p.Places.Any(x => tags.Contains(x.Country)),
            facet: Facets.OfKnown<Party>(
                "country", parties => parties.SelectMany(p => p.Places, (p, x) => new FacetPair<string> { Row = p.Id, Key = x.Country }).Distinct(), p => !p.Places.Any(x => x.Country != null))),
        Filters.Word<Party, ComputeKind>(
            "sellsCompute",
            "Compute it sells.",
            words => p => p.SellsCompute.Any(c => words.Contains(c.Kind)),
            Facets.OfWords<Party, ComputeKind>(
                "sellsCompute", (parties, _) => parties.SelectMany(p => p.SellsCompute, (p, c) => new FacetPair<ComputeKind> { Row = p.Id, Key = c.Kind }), p => !p.SellsCompute.Any())),
        GradeLists.Filter<Party>(),
        SearchMatches.Filter<Party>("Words of its name or an alias.", inTitles: true),
    ];

    private static readonly IReadOnlyList<(string Name, Expression<Func<Party, bool>> Has)> StatedFields =
    [
        ("aliases", p => p.Names.Any(n => n.Whole && n.Name != p.Name)),
        ("summary", p => p.Summary != null),
        ("foundedOn", p => p.FoundedOn != null),
        ("sectors", p => p.Sectors.Any()),
        ("places", p => p.Places.Any()),
        ("sellsCompute", p => p.SellsCompute.Any()),
        ("website", p => p.Website != null),
    ];

    /// <summary>Records that tell a company the tracker follows from one that others only mention.</summary>
    private static readonly IReadOnlyList<(string Name, Expression<Func<Party, bool>> Has)> CompanyRecords =
    [
        ("funding-round", p => p.Rounds.Any()),
        ("claim", p => p.Claims.Any()),
        ("question", p => p.Questions.Any()),
    ];

    private static readonly Sort<Party>[] CommonSorts =
    [
        new Sort<Party, string>("name", "Name, without regard to case and accents.", p => p.NameKey),
        GradeLists.Sort<Party>(),
        Sorts.Created<Party>(),
        Sorts.Updated<Party>(),
    ];

    public static ListDefinition<Party, PartyItem> Companies { get; } = new(
        [
            .. CommonFilters,
            ClaimFilters.Of<Party>(
                (planes, placements) => p => p.Claims.Any(c => planes.Contains(c.Plane) && placements.Contains(c.Placement)),
                parties => parties.SelectMany(p => p.Claims, (p, c) => new ClaimKey { Row = p.Id, Plane = c.Plane, Placement = c.Placement }),
                p => !p.Claims.Any()),
            Filters.Party<Party>("investor", "Somebody who took part in a round of it, or pledged to; not who declined.", "jeff-bezos", (db, ids) => p => db.Set<Participation>().Where(x => ids.Contains(x.InvestorId) && x.Status != ParticipationStatus.Declined).Select(x => x.Round.CompanyId).Contains(p.Id)),
            Stated.Of<Party>([.. StatedFields, .. CompanyRecords]),
        ],
        CommonSorts,
        "name",
        Projection,
        p => p.Type == PartyKind.Company);

    public static ListDefinition<Party, PartyItem> People { get; } = new([.. CommonFilters, Stated.Of(StatedFields)], CommonSorts, "name", Projection, p => p.Type == PartyKind.Person);

    public static ListDefinition<Party, PartyItem> Investors { get; } = new(
        [
            .. CommonFilters,
            Filters.Word<Party, PartyKind>("kind", "What the investor is.", p => p.Type),
            Filters.Party<Party>("company", "A company in a round of which they took part, or pledged to; not one that they declined.", "periodic-labs", (db, ids) => p => db.Set<Participation>().Where(x => ids.Contains(x.Round.CompanyId) && x.Status != ParticipationStatus.Declined).Select(x => x.InvestorId).Contains(p.Id)),
            Stated.Of(StatedFields),
        ],
        CommonSorts,
        "name",
        Projection,
        p => p.Participations.Any(x => x.Status != ParticipationStatus.Declined));

    /// <summary>The list of companies, people or investors.</summary>
    public Task<ListResult<PartyItem>> ListAsync(
        ListDefinition<Party, PartyItem> list, ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others) =>
        list.ListAsync(db, request, cancellation, others);

    /// <inheritdoc cref="FindAsync"/>
    public Task<Found<PartyItem>> FindCompanyAsync(string slugOrId, CancellationToken cancellation) =>
        FindAsync(slugOrId, p => p.Type == PartyKind.Company, cancellation);

    /// <inheritdoc cref="FindAsync"/>
    public Task<Found<PartyItem>> FindPersonAsync(string slugOrId, CancellationToken cancellation) =>
        FindAsync(slugOrId, p => p.Type == PartyKind.Person, cancellation);

    /// <summary>Whoever took part in a round, and firms and public bodies even if no round of theirs is known; otherwise as <see cref="FindAsync"/>.</summary>
    public Task<Found<PartyItem>> FindInvestorAsync(string slugOrId, CancellationToken cancellation) =>
        FindAsync(slugOrId, p => p.Participations.Any(x => x.Status != ParticipationStatus.Declined) || p.Type == PartyKind.InvestmentFirm || p.Type == PartyKind.PublicBody, cancellation);

    /// <summary>By slug or id, within what the condition allows; a former slug answers with the current one and nothing else.</summary>
    public async Task<Found<PartyItem>> FindAsync(string slugOrId, Expression<Func<Party, bool>>? among, CancellationToken cancellation)
    {
        var id = Guid.TryParse(slugOrId, out var parsed) ? parsed : Guid.Empty;
        var parties = among is null ? db.Parties.AsNoTracking() : db.Parties.AsNoTracking().Where(among);
        var found = await parties.Where(p => p.Slug == slugOrId || p.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation);
        return found is not null
            ? new Found<PartyItem>(found, null)
            : new Found<PartyItem>(null, await db.FormerSlugs.Where(s => s.Kind == RecordKind.Party && s.Slug == slugOrId)
                .Join(parties, s => s.RecordId, p => p.Id, (s, p) => p.Slug).FirstOrDefaultAsync(cancellation));
    }

    /// <summary>Who took part in rounds, to choose from; null where there are too many.</summary>
    public Task<IReadOnlyList<PartyLink>?> InvestorChoicesAsync(CancellationToken cancellation) =>
        db.ChoicesAsync("investors", p => p.Participations.Any(x => x.Status != ParticipationStatus.Declined), cancellation);

    /// <summary>Names for a form's suggestions, in order of the alphabet.</summary>
    public Task<List<PartyLink>> NamesAsync(int most, CancellationToken cancellation) =>
        db.Parties.AsNoTracking().OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(most).Select(p => new PartyLink(p.Slug, p.Name, p.Type)).ToListAsync(cancellation);

    /// <summary>The values that the sector and country filters find something for.</summary>
    public Task<(IReadOnlyList<string> Sectors, IReadOnlyList<string> Countries)> ChoicesAsync(CancellationToken cancellation) =>
        db.KeptAsync<(IReadOnlyList<string>, IReadOnlyList<string>)>("choices: sectors and countries", async () => (
            await db.Set<PartySector>().Select(s => s.Name).Distinct().OrderBy(name => name).ToListAsync(cancellation),
            await db.Set<Place>().Where(x => x.Country != null).Select(x => x.Country!).Distinct().OrderBy(country => country).ToListAsync(cancellation)));
}
