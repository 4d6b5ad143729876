using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>
/// Made-up records with all that a disclosure writes beside them, the same for the same size: identity, revision, a quote from a text, an assertion with
/// each value, grades, search documents. Four companies come from one source, with their rounds and claims; twenty investors come from one.
/// What two records have in common, contradictions and likely duplicates, is left to the verb <c>rebuild</c>.
/// </summary>
/// <param name="write">Takes each row in an order in which none refers to a later one.</param>
internal sealed class GeneratedLedger(GeneratedSize size, Action<object> write)
{
    private const int CompaniesPerSource = 4;
    private const int InvestorsPerSource = 20;
    private const int Seed = 20261126;

    private static readonly DateTime At = new(2026, 5, 4, 1, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Sectors = "robotics,physical-ai,manufacturing-ai,logistics,spatial-intelligence,agriculture,construction,materials".Split(',');
    private static readonly string[] Countries = "US,GB,DE,CH,FR,JP,CN,IN".Split(',');

    private readonly Random _random = new(Seed);
    private readonly GeneratedIds _ids = new(At, new Random(Seed + 1));
    private readonly List<Party> _investors = [];

    private int _sources;
    private long _documents;

    /// <summary>The day on which all of it came.</summary>
    public static DateOnly Day => DateOnly.FromDateTime(At);

    /// <summary>Search documents written, whose numbers go from 1.</summary>
    public long Documents => _documents;

    public void Write()
    {
        foreach (var batch in Enumerable.Range(0, size.Investors).Chunk(InvestorsPerSource))
        {
            var evidence = NextSource(batch.Length);
            foreach (var number in batch)
            {
                _investors.Add(WriteParty(evidence, GeneratedNames.OfInvestor(number), $"investor-{number}", number % 9 == 0 ? PartyKind.Person : PartyKind.InvestmentFirm));
            }
        }

        foreach (var batch in Enumerable.Range(0, size.Companies).Chunk(CompaniesPerSource))
        {
            var rounds = Share(size.Rounds, batch);
            var claims = Share(size.Claims, batch);
            var evidence = NextSource(batch.Length + rounds + claims);
            List<Party> companies = [.. batch.Select(number => WriteParty(evidence, GeneratedNames.OfCompany(number), $"company-{number}", PartyKind.Company))];
            for (var round = 0; round < rounds; round++)
            {
                WriteRound(evidence, companies[_random.Next(companies.Count)]);
            }

            var perCompany = new int[companies.Count];
            for (var claim = 0; claim < claims; claim++)
            {
                var owner = _random.Next(companies.Count);
                WriteClaim(evidence, companies[owner], perCompany[owner]++);
            }
        }
    }

    /// <summary>So many of all belong to these companies, if each has as many as another.</summary>
    private int Share(int all, int[] batch) => (int)(((long)all * (batch[^1] + 1) / size.Companies) - ((long)all * batch[0] / size.Companies));

    private GeneratedEvidence NextSource(int records)
    {
        var number = _sources++;
        var evidence = new GeneratedEvidence(number, records, At.AddMilliseconds(100 * number), _random, _ids, write);
        evidence.Begin(++_documents);
        return evidence;
    }

    private Party WriteParty(GeneratedEvidence evidence, string name, string slug, PartyKind kind)
    {
        var party = new Party { Id = _ids.Next(), Slug = slug, Type = kind };
        party.Rename(name, []);
        party.Names.ForEach(key => key.Id = _ids.Next());
        if (kind == PartyKind.Company)
        {
            party.FoundedOn = PartialDate.Of(new DateOnly(2005, 1, 1).AddDays(_random.Next(0, 7000)));
            party.Sectors.AddRange(_random.GetItems(Sectors, 2).Distinct().Select(sector => new PartySector { Name = sector }));
            party.Places.Add(new Place { Id = _ids.Next(), Name = "Headquarters", Country = Countries[_random.Next(Countries.Length)] });
        }

        evidence.Write(party, NamesOf(), ++_documents);
        foreach (var hash in new PartyFacts(party.Id, party.Name, party.Slug, party.Type, PartyFacts.FormsOf([party.Name]), null, party.FoundedOn, new HashSet<Guid>()).Hashes)
        {
            write(new PartyHash { PartyId = party.Id, Hash = hash });
        }

        return party;
    }

    private void WriteRound(GeneratedEvidence evidence, Party company)
    {
        var round = new FundingRound
        {
            Id = _ids.Next(),
            CompanyId = company.Id,
            Stage = _random.Next(0, 8) == 0 ? null : (FundingStage)_random.Next(0, 10),
            Status = (FundingStatus)_random.Next(0, 7),
            Instrument = _random.Next(0, 4) == 0 ? null : (Instrument)_random.Next(0, 6),
            Amount = _random.Next(0, 5) == 0 ? null : Amount(5, 4.5),
            AnnouncedOn = _random.Next(0, 10) switch
            {
                0 => null,
                1 => Year(_random.Next(2008, 2027)),
                _ => PartialDate.Of(new DateOnly(2008, 1, 1).AddDays(_random.Next(0, 6900))),
            },
        };
        if (_random.Next(0, 3) == 0)
        {
            (round.Valuation, round.ValuationKind) = (Amount(6.5, 4), (ValuationKind)_random.Next(0, 3));
        }

        List<Party> investors = _investors.Count == 0 ? [] : [.. _random.GetItems(_investors.ToArray().AsSpan(), _random.Next(0, 4)).Distinct()];
        for (var part = 0; part < investors.Count; part++)
        {
            round.Participations.Add(new Participation
            {
                Id = _ids.Next(), Ordinal = part, InvestorId = investors[part].Id, Role = part == 0 ? ParticipationRole.Lead : ParticipationRole.Participant, Status = ParticipationStatus.Invested,
            });
        }

        evidence.Write(round, NamesOf([company, .. investors]), ++_documents);
    }

    private void WriteClaim(GeneratedEvidence evidence, Party company, int number)
    {
        // Two claims of one company are about different planes or products, so that they do not contradict each other.
        var (product, plane) = Math.DivRem(number, 8);
        evidence.Write(
            new ArchitectureClaim
            {
                Id = _ids.Next(),
                CompanyId = company.Id,
                Product = product == 0 ? null : $"Model {product}",
                Plane = (Plane)plane,
                Placement = (Placement)_random.Next(0, 6),
                Modality = (ClaimModality)_random.Next(0, 4),
            },
            NamesOf(company),
            ++_documents);
    }

    /// <summary>A date of which the source tells the year only.</summary>
    private static PartialDate? Year(int year) => PartialDate.TryParse($"{year}", out var date, out _) ? date : null;

    /// <summary>US dollars, rounded to three digits as announcements are.</summary>
    /// <param name="from">Power of ten.</param>
    /// <param name="span">Powers of ten.</param>
    private Money Amount(double from, double span)
    {
        var dollars = (decimal)Math.Pow(10, from + (_random.NextDouble() * span));
        var step = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)dollars)) - 2);
        return Money.Of(Math.Round(dollars / step) * step, "USD");
    }

    private static Dictionary<Guid, (string Slug, string Name)> NamesOf(params IEnumerable<Party> parties) => parties.ToDictionary(party => party.Id, party => (party.Slug, party.Name));
}
