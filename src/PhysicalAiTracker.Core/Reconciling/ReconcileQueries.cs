using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Reconciling;

/// <summary>Matches names with parties, by the rules that find duplicates; a handful of statements a batch, whatever its size.</summary>
public sealed class ReconcileQueries(TrackerDbContext db)
{
    /// <summary>Less than this is no candidate.</summary>
    private const int LeastScore = 30;

    private const int MatchScore = 88;
    private const int MatchLead = 10;
    private const int IdPoints = 100;
    private const int Batch = 500;
    private const int Suggestions = 20;
    private const int MostSkipped = 1000;

    /// <summary>Candidates of each query, the likeliest first.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ReconcileCandidate>>> MatchAsync(IReadOnlyList<ReconcileQuery> queries, CancellationToken cancellation)
    {
        var asked = queries.Select(query => (Query: query, Facts: FactsOf(query))).ToList();
        var byHash = await DuplicateFacts.CandidatesAsync(db, asked.SelectMany(a => a.Facts.Hashes), cancellation);
        var byName = await NamedAsync([.. queries.Select(query => query.Text).Where(text => text.Length > 0).Distinct()], cancellation);
        var parties = await DuplicateFacts.PartiesAsync(db, byHash.SelectMany(group => group).Concat(byName.Values), cancellation);
        var about = await AboutAsync([.. parties.Keys], cancellation);
        return [.. asked.Select(a => Rank(a.Query, [.. Candidates(a.Query, a.Facts, byHash, byName, parties, about)]))];
    }

    /// <summary>Parties with a name or alias in which a word begins so; a slug or an id finds its own.</summary>
    /// <param name="skip">How many of them were seen already.</param>
    public async Task<IReadOnlyList<ReconcileSuggestion>> SuggestAsync(string prefix, ReconcileType? type, int skip, CancellationToken cancellation)
    {
        var low = NameKey.Of(prefix);
        var id = Guid.TryParse(prefix, out var parsed) ? parsed : Guid.Empty;
        var (high, slug) = (low + '\uFFFD', prefix.Trim());
        if (low.Length == 0)
        {
            return [];
        }

        var rows = await db.Parties.AsNoTracking()
            .Where(p => p.Id == id || p.Slug == slug || p.Names.Any(n => string.Compare(n.Key, low) >= 0 && string.Compare(n.Key, high) < 0))
            .Where(p => type == null || (type == ReconcileType.Company && p.Type == PartyKind.Company) || (type == ReconcileType.Person && p.Type == PartyKind.Person)
                || (type == ReconcileType.Investor && (p.Participations.Any(x => x.Status != ParticipationStatus.Declined) || p.Type == PartyKind.InvestmentFirm || p.Type == PartyKind.PublicBody)))
            .OrderByDescending(p => p.Id == id || p.Slug == slug).ThenBy(p => p.NameKey).ThenBy(p => p.Id).Skip(Math.Clamp(skip, 0, MostSkipped)).Take(Suggestions)
            .Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        var about = await AboutAsync([.. rows.Select(row => row.Id)], cancellation);
        return [.. rows.Select(row => new ReconcileSuggestion(row.Id, row.Name, about[row.Id].Description, about[row.Id].Types))];
    }

    private static PartyFacts FactsOf(ReconcileQuery query)
    {
        var given = query.Properties.ToLookup(p => p.Property, p => p.Value);
        var person = query.Types.Count == 0 || query.Types.Contains(ReconcileType.Person) || query.Types.Contains(ReconcileType.Investor);
        return new PartyFacts(
            Guid.Empty, query.Text, null, person ? null : PartyKind.Company, PartyFacts.FormsOf([query.Text]), given[ReconcileProperties.Website].Select(text => PartyFacts.HostOf(text) ?? PartyFacts.HostOf("https://" + text)).FirstOrDefault(host => host is not null),
            given[ReconcileProperties.Founded].Select(text => PartialDate.TryParse(text, out var date, out _) ? date : null).FirstOrDefault(date => date is not null), new HashSet<Guid>());
    }

    private static IEnumerable<(PartyFacts Party, About About, IReadOnlyList<Point> Points)> Candidates(
        ReconcileQuery query, PartyFacts asked, ILookup<long, Guid> byHash, Dictionary<string, Guid> byName, Dictionary<Guid, PartyFacts> parties, Dictionary<Guid, About> about)
    {
        byName.TryGetValue(query.Text, out var exact);
        foreach (var id in asked.Hashes.SelectMany(hash => byHash[hash]).Append(exact).Distinct().Where(parties.ContainsKey))
        {
            var (party, known) = (parties[id], about[id]);
            // The kind is judged by the query's types, below.
            List<Point> points = [.. PartyMatcher.Compare(asked with { Kind = asked.Kind is null ? null : party.Kind }, party)];
            if (id == exact)
            {
                points = [new Point("id", IdPoints, "Its id or slug.")];
            }

            var countries = query.Properties.Where(p => p.Property == ReconcileProperties.Country).Select(p => p.Value.ToUpperInvariant()).ToList();
            if (countries.Count > 0 && known.Countries.Count > 0)
            {
                points.Add(countries.Exists(known.Countries.Contains) ? new Point("country", 5, "It is in that country.") : new Point("country", -15, "It is in another country."));
            }

            var fits = query.Types.Count == 0 || (query.Strictness == TypeStrictness.All ? query.Types.All(known.Types.Contains) : query.Types.Any(known.Types.Contains));
            if (!fits && query.Strictness == TypeStrictness.Should)
            {
                points.Add(new Point("type", -20, "It is of another type."));
            }

            if ((fits || query.Strictness == TypeStrictness.Should) && Point.Score(points) >= LeastScore)
            {
                yield return (party, known, points);
            }
        }
    }

    private static IReadOnlyList<ReconcileCandidate> Rank(ReconcileQuery query, List<(PartyFacts Party, About About, IReadOnlyList<Point> Points)> candidates)
    {
        var ranked = candidates.OrderByDescending(c => Point.Score(c.Points)).ThenBy(c => c.Party.Name, StringComparer.Ordinal).ThenBy(c => c.Party.Id).ToList();
        var next = ranked.Count > 1 ? Point.Score(ranked[1].Points) : 0;
        return
        [
            .. ranked.Take(Math.Min(query.Limit, ReconcileQuery.MaxLimit)).Select((c, index) => new ReconcileCandidate(
                c.Party.Id, c.Party.Name, c.About.Description, c.About.Types, Point.Score(c.Points),
                index == 0 && Point.Score(c.Points) >= MatchScore && Point.Score(c.Points) - next >= MatchLead, c.Points)),
        ];
    }

    /// <summary>The parties whose id, slug or former slug the texts are.</summary>
    private async Task<Dictionary<string, Guid>> NamedAsync(List<string> texts, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var batch in texts.Where(text => Slug.IsValid(text) || Guid.TryParse(text, out _)).Chunk(Batch))
        {
            var ids = batch.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).ToArray();
            foreach (var slug in await db.FormerSlugs.AsNoTracking().Where(s => s.Kind == History.RecordKind.Party && batch.Contains(s.Slug)).ToListAsync(cancellation))
            {
                found[slug.Slug] = slug.RecordId;
            }

            foreach (var party in await db.Parties.Where(p => batch.Contains(p.Slug) || ids.Contains(p.Id)).Select(p => new { p.Id, p.Slug }).ToListAsync(cancellation))
            {
                found[party.Slug] = party.Id;
                batch.Where(text => Guid.TryParse(text, out var id) && id == party.Id).ToList().ForEach(text => found[text] = party.Id);
            }
        }

        return found;
    }

    private async Task<Dictionary<Guid, About>> AboutAsync(List<Guid> ids, CancellationToken cancellation)
    {
        var about = new Dictionary<Guid, About>();
        foreach (var batch in ids.Chunk(Batch))
        {
            foreach (var p in await db.Parties.AsNoTracking().Where(p => batch.Contains(p.Id)).Select(p => new
            {
                p.Id,
                p.Type,
                p.FoundedOn,
                Invests = p.Participations.Any(x => x.Status != ParticipationStatus.Declined),
                Countries = p.Places.Where(x => x.Country != null).OrderBy(x => x.Ordinal).Select(x => x.Country!).ToList(),
                Aliases = p.Names.Where(n => n.Whole && n.Name != p.Name).OrderBy(n => n.Key).Select(n => n.Name).ToList(),
            }).ToListAsync(cancellation))
            {
                var texts = new[] { Prose.Of(p.Type), p.FoundedOn is { } on ? "founded " + on.ToDisplay() : null, p.Countries.Count > 0 ? string.Join(", ", p.Countries.Distinct()) : null, p.Aliases.Count > 0 ? "also " + string.Join(", ", p.Aliases) : null };
                var types = p.Type switch { PartyKind.Company => new[] { ReconcileType.Company }, PartyKind.Person => [ReconcileType.Person], _ => [ReconcileType.Investor] };
                about[p.Id] = new About(string.Join(" · ", texts.OfType<string>()), p.Invests ? [.. types.Append(ReconcileType.Investor).Distinct()] : types, p.Countries.ToHashSet(StringComparer.Ordinal));
            }
        }

        return about;
    }

    private sealed record About(string Description, IReadOnlyList<ReconcileType> Types, IReadOnlySet<string> Countries);
}
