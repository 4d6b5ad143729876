using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>A contradiction before its sides are read.</summary>
public sealed record ContradictionRow(Contradiction Contradiction, PartyLink? Party, RecordKind? RecordKind);

/// <summary>Reads contradictions.</summary>
public sealed class ContradictionQueries(TrackerDbContext db, ContradictionReader reader)
{
    private static readonly Expression<Func<Contradiction, ContradictionRow>> Projection = c => new ContradictionRow(
        c, c.Party == null ? null : new PartyLink(c.Party.Slug, c.Party.Name, c.Party.Type), c.Record == null ? null : c.Record.Kind);

    /// <summary>Filters and orders of the list.</summary>
    public static ListDefinition<Contradiction, ContradictionRow> List { get; } = new(
        [
            Filters.Word<Contradiction, ContradictionState>("state", "Open, explained (by arithmetic or an analyst), or resolved by upholding a side.", c => c.State),
            Filters.Party<Contradiction>("company", "The company or other party it is about.", "project-prometheus", ids => c => c.PartyId != null && ids.Contains(c.PartyId.Value)),
            Filters.Word<Contradiction, ContradictionKind>("kind", "What is compared with what.", c => c.Kind),
            Filters.Known<Contradiction>(
                "field",
                "The field whose values differ.",
                "placement",
                db => db.Contradictions.Select(c => c.Field),
                fields => c => fields.Contains(c.Field),
                facet: Facets.OfKnown<Contradiction>("field", all => all.Select(c => new FacetPair<string> { Row = c.Id, Key = c.Field }), c => c.Field == null)),
            SearchMatches.Filter<Contradiction>("Words of the party or record that it is about.", inTitles: false, found => c => found.Contains(c.PartyId!.Value) || found.Contains(c.RecordId!.Value)),
            Stated.Of<Contradiction>(
                ("party", c => c.PartyId != null), ("record", c => c.RecordId != null), ("explanation", c => c.Explanation != null), ("seenOn", c => c.SeenOn != null)),
            Filters.Word<Contradiction, Explanation>(
                "explanation", "Why two of its sides agree after all.",
                words => c => c.Comparisons.Any(p => p.Explanation != null && words.Contains(p.Explanation.Value)) || (c.Explanation != null && words.Contains(c.Explanation.Value))),
        ],
        [
            new Sort<Contradiction, DateOnly?>("seen", "The day from which two sides were published.", c => c.SeenOn),
            new Sort<Contradiction, DateTime>("updated", "When the tracker last took in something that a side says, or an analyst ruled.", c => c.UpdatedAt),
        ],
        "-seen",
        Projection);

    public async Task<ListResult<ContradictionItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others)
    {
        var result = await List.ListAsync(db, request, cancellation, others);
        return new ListResult<ContradictionItem>(
            result.Page is { } page ? page.With(await reader.ReadAsync(page.Items, cancellation)) : null, result.Problems);
    }

    public async Task<ContradictionItem?> FindAsync(Guid id, CancellationToken cancellation) =>
        await db.Contradictions.AsNoTracking().Where(c => c.Id == id).Select(Projection).FirstOrDefaultAsync(cancellation) is { } row
            ? (await reader.ReadAsync([row], cancellation))[0]
            : null;

    /// <summary>All that differs about one record, open ones first.</summary>
    public async Task<IReadOnlyList<ContradictionLink>> OfRecordAsync(Guid record, CancellationToken cancellation)
    {
        var rows = await db.Contradictions.AsNoTracking().Where(c => c.RecordId == record || c.Statements.Any(s => s.RecordId == record))
            .Select(c => new { c.Id, c.State, c.Field, c.Topic, c.Explanation, Kind = c.Sides.OrderBy(s => s.Number).First().Kind, Texts = c.Comparisons.OrderBy(p => p.Left).ThenBy(p => p.Right).Select(p => p.Text).ToList() })
            .ToListAsync(cancellation);
        return
        [
            .. rows.OrderBy(r => r.State).ThenBy(r => r.Field, StringComparer.Ordinal).ThenBy(r => r.Id).Select(r => new ContradictionLink(
                r.Id, r.State, r.Field, string.Join(", ", new[] { LabelOf(r.Kind, r.Field), r.Topic }.OfType<string>()), r.Explanation, r.Texts)),
        ];
    }

    /// <summary>All that differs about any of these records, with every side.</summary>
    internal async Task<IReadOnlyList<ContradictionItem>> OfRecordsAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation)
    {
        var rows = await db.Contradictions.AsNoTracking()
            .Where(c => (c.RecordId != null && records.Contains(c.RecordId.Value)) || c.Statements.Any(s => records.Contains(s.RecordId)))
            .OrderBy(c => c.Id).Select(Projection).ToListAsync(cancellation);
        return await reader.ReadAsync(rows, cancellation);
    }

    /// <summary>The companies that the list has something about; null where they are too many to choose from.</summary>
    public Task<IReadOnlyList<PartyLink>?> CompaniesAsync(CancellationToken cancellation) =>
        db.ChoicesAsync("contradicted", p => db.Contradictions.Any(c => c.PartyId == p.Id), cancellation);

    /// <summary>The fields that the list has something about.</summary>
    public async Task<IReadOnlyList<string>> FieldsAsync(CancellationToken cancellation) =>
        await db.Contradictions.Select(c => c.Field).Distinct().OrderBy(field => field).ToListAsync(cancellation);

    public async Task<ContradictionCounts> CountsAsync(CancellationToken cancellation)
    {
        var counts = await db.Contradictions.GroupBy(c => c.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return new ContradictionCounts(
            counts.GetValueOrDefault(ContradictionState.Open), counts.GetValueOrDefault(ContradictionState.Explained), counts.GetValueOrDefault(ContradictionState.Resolved));
    }

    /// <summary>What is contested: fields with values in an open conflict, and the contradiction to look at.</summary>
    /// <param name="records">Null for all records.</param>
    internal static async Task<IReadOnlyDictionary<(Guid Record, string Field), Guid>> ContestedAsync(TrackerDbContext db, IReadOnlyCollection<Guid>? records, CancellationToken cancellation)
    {
        // A sum contests the total and the round it speaks about, not each of its parts.
        var statements = records is null ? db.Set<ContradictionStatement>() : db.Set<ContradictionStatement>().Where(s => records.Contains(s.RecordId));
        var rows = await statements
            .Join(db.Contradictions, s => s.ContradictionId, c => c.Id, (s, c) => new { s, c })
            .Where(row => row.c.State == ContradictionState.Open && (row.c.Kind != ContradictionKind.Rounds || row.c.RecordId == row.s.RecordId)
                && row.c.Comparisons.Any(p => p.Explanation == null && (p.Left == row.s.Side || p.Right == row.s.Side)))
            .Select(row => new { row.s.RecordId, row.s.Field, row.c.Id }).Distinct().ToListAsync(cancellation);
        return rows.GroupBy(r => (r.RecordId, r.Field)).ToDictionary(group => group.Key, group => group.Min(r => r.Id));
    }

    /// <summary>What the field is called.</summary>
    internal static string LabelOf(RecordKind kind, string field) => RecordSchemas.Of(kind).Find(field)?.Label ?? field;
}
