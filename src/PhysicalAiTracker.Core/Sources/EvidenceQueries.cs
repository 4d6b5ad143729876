using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>Finds who says so.</summary>
public sealed class EvidenceQueries(TrackerDbContext db)
{
    /// <summary>All assertions about the records, oldest first, by record.</summary>
    public async Task<ILookup<Guid, AssertionItem>> OfAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation) =>
        await ReadAsync(db.Assertions.Where(a => records.Contains(a.RecordId)), cancellation);

    /// <summary>All assertions that quote a source.</summary>
    internal async Task<ILookup<Guid, AssertionItem>> OfSourceAsync(Guid source, CancellationToken cancellation) =>
        await ReadAsync(db.Assertions.Where(a => a.SourceId == source), cancellation);

    /// <summary>All assertions in other sources that credit a source: by themselves, or since their source rewrites it as a whole.</summary>
    internal async Task<ILookup<Guid, AssertionItem>> CreditedToAsync(Guid source, CancellationToken cancellation) =>
        await ReadAsync(db.Assertions.Where(a => a.OriginId == source || (a.OriginId == null && a.Source.OriginId == source)), cancellation);

    /// <summary>These assertions, by id.</summary>
    internal async Task<IReadOnlyDictionary<Guid, AssertionItem>> OfAssertionsAsync(IReadOnlyCollection<Guid> assertions, CancellationToken cancellation) =>
        (await ReadAsync(db.Assertions.Where(a => assertions.Contains(a.Id)), cancellation)).SelectMany(group => group).ToDictionary(item => item.Id);

    /// <summary>Puts to each item the assertions about it.</summary>
    public async Task AddToAsync<TItem>(IReadOnlyCollection<TItem> items, CancellationToken cancellation)
        where TItem : RecordItem
    {
        var evidence = await OfAsync([.. items.Select(item => item.Id)], cancellation);
        // An assertion brings the grades of its record along.
        Guid[] unsaid = [.. items.Where(item => !evidence.Contains(item.Id)).Select(item => item.Id)];
        var grades = unsaid.Length == 0 ? new Dictionary<Guid, RecordGrades>() : await GradeItems.OfAsync(db, unsaid, cancellation);
        foreach (var item in items)
        {
            item.Assertions = [.. evidence[item.Id]];
            item.Grades = item.Assertions is [var said, ..] ? said.Grades.Fields : grades.GetValueOrDefault(item.Id)?.Fields ?? [];
        }
    }

    /// <summary>Whether any of the records is live.</summary>
    public Task<bool> AnyAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation) =>
        db.Records.AnyAsync(r => records.Contains(r.Id) && !db.Tombstones.Any(t => t.Id == r.Id), cancellation);

    /// <summary>All assertions about the records without the words of the passages, for pages that lead to those: what fields each assertion speaks of, and how.</summary>
    public async Task<ILookup<Guid, ISaid>> SaidAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation)
    {
        if (records.Count == 0)
        {
            return Enumerable.Empty<ISaid>().ToLookup(said => said.RecordId);
        }

        var rows = await SaidRows.ReadAsync(db, [.. records], cancellation);
        // Open contradictions are few beside the records: all of them are kept.
        var contested = await db.KeptAsync("contested", () => ContradictionQueries.ContestedAsync(db, db.Counts is null ? records : null, cancellation));
        return Said(rows, contested).ToLookup(said => said.RecordId, ISaid (said) => said);
    }

    /// <summary>Puts to each item how well its record is borne out today.</summary>
    public Task GradeAsync(IEnumerable<RecordItem> items, CancellationToken cancellation) => GradeItems.AddToAsync(db, items, cancellation);

    private async Task<ILookup<Guid, AssertionItem>> ReadAsync(IQueryable<Assertion> assertions, CancellationToken cancellation)
    {
        var rows = await assertions.AsNoTracking().OrderBy(a => a.CreatedAt).ThenBy(a => a.Id)
            .Select(a => new
            {
                Assertion = a,
                a.Record.Kind,
                a.Values,
                Passage = new PassageItem(
                    a.Passage.Id,
                    a.Passage.State,
                    a.Passage.Locator,
                    a.Passage.Exact == "" ? null : a.Passage.Exact,
                    a.Passage.Prefix,
                    a.Passage.Suffix,
                    a.Passage.Start,
                    a.Passage.End),
                Source = new SourceLink(a.Source.Slug, a.Source.Title, a.Source.Publisher, a.Source.Url, a.Source.Seen),
                a.Source.Reliability,
                a.Source.PublishedOn,
                Origin = a.Origin ?? a.Source.Origin,
                Claimant = a.Claimant == null ? null : new PartyLink(a.Claimant.Slug, a.Claimant.Name, a.Claimant.Type),
            })
            .ToListAsync(cancellation);
        var names = await ValueText.LoadNamesAsync(db, rows.SelectMany(row => row.Values).Select(value => value.Value), cancellation);
        var grades = await GradeItems.OfAsync(db, [.. rows.Select(row => row.Assertion.RecordId).Distinct()], cancellation);
        var contested = await ContradictionQueries.ContestedAsync(db, [.. rows.Select(row => row.Assertion.RecordId).Distinct()], cancellation);
        return rows.Select(row => new AssertionItem(
            row.Assertion.Id,
            row.Assertion.RecordId,
            row.Kind,
            // In the order of the record's fields: the databases give rows in none.
            [.. RecordSchemas.Of(row.Kind).Fields.Join(row.Values, field => field.Name, value => value.Field, (field, value) =>
                Asserted(field, value, names, contested.TryGetValue((row.Assertion.RecordId, value.Field), out var open) ? open : null))],
            row.Passage,
            row.Source,
            row.Reliability,
            row.Origin is null ? null : new SourceLink(row.Origin.Slug, row.Origin.Title, row.Origin.Publisher, row.Origin.Url, row.Origin.Seen),
            (row.Claimant?.Name ?? row.Assertion.ClaimantName) is { } claimant ? new ClaimantItem(claimant, row.Claimant?.Slug, row.Assertion.ClaimantInterest) { Party = row.Claimant } : null,
            row.Assertion.Polarity,
            row.Assertion.Modality,
            row.Assertion.Credibility,
            row.Assertion.AsOf,
            row.PublishedOn,
            row.Assertion.Note,
            row.Assertion.DisclosureId,
            row.Assertion.CreatedAt)
        {
            Grades = grades.GetValueOrDefault(row.Assertion.RecordId) ?? RecordGrades.None,
        }).ToLookup(item => item.RecordId);
    }

    /// <param name="rows">Those of an assertion one after the other.</param>
    private static IEnumerable<SaidItem> Said(IReadOnlyList<SaidRow> rows, IReadOnlyDictionary<(Guid Record, string Field), Guid> contested)
    {
        for (int at = 0, end; at < rows.Count; at = end)
        {
            var first = rows[at];
            for (end = at + 1; end < rows.Count && rows[end].Assertion == first.Assertion;)
            {
                end++;
            }

            var values = new ISaidValue[end - at];
            for (var number = 0; number < values.Length; number++)
            {
                var row = rows[at + number];
                var value = SaidValues.Of(row.Kind, row.Field, row.IsTold, row.Adopted);
                values[number] = contested.TryGetValue((row.Record, row.Field), out var open) ? value with { Contradiction = open } : value;
            }

            yield return new SaidItem(first.Record, first.Polarity, first.Modality, values);
        }
    }

    private static AssertedItem Asserted(Field field, AssertedValue value, IReadOnlyDictionary<Guid, (string Slug, string Name)> names, Guid? contradiction)
    {
        var node = JsonNode.Parse(value.Value);
        return new AssertedItem(
            field.Name, field.Label, JsonSerializer.SerializeToElement(ValueText.WithSlugs(field.Shape, node, names)), ValueText.Of(field.Shape, node, names), value.Adopted, contradiction);
    }
}
