using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>The assertions about some records, as the rule wants them.</summary>
internal sealed class EvidenceRows
{
    private readonly ILookup<(Guid Record, string Field), (Row Row, string Value, bool Adopted)> _values;
    private readonly Dictionary<Guid, SourceRow> _sources;
    private readonly Origins _origins;

    private EvidenceRows(List<Row> rows, Dictionary<Guid, SourceRow> sources, Origins origins)
    {
        _values = rows.SelectMany(row => row.Values, (row, value) => (row, value)).ToLookup(
            pair => (pair.row.RecordId, pair.value.Field),
            pair => (pair.row, pair.value.Value, pair.value.Adopted && pair.row.Polarity == Polarity.Affirms));
        (_sources, _origins) = (sources, origins);
        Claimants = [.. rows.Select(row => row.ClaimantId).OfType<Guid>().Distinct()];
    }

    /// <summary>Known parties who speak in them.</summary>
    public IReadOnlyCollection<Guid> Claimants { get; }

    public static async Task<EvidenceRows> LoadAsync(TrackerDbContext db, Guid[] records, Origins origins, CancellationToken cancellation) => await OfAsync(
        db,
        await db.Assertions.AsNoTracking().Where(a => records.Contains(a.RecordId)).OrderBy(a => a.Id)
            .Select(a => new Row(
                a.RecordId, a.SourceId, a.OriginId, a.ClaimantId, a.ClaimantName, a.ClaimantInterest, a.Polarity, a.Modality, a.Credibility, a.AsOf, a.CreatedAt, a.Passage, a.Values))
            .ToListAsync(cancellation),
        origins,
        cancellation);

    /// <summary>Of records that arrived.</summary>
    public static Task<EvidenceRows> OfAsync(TrackerDbContext db, IReadOnlyList<Arrival> arrived, Origins origins, CancellationToken cancellation) => OfAsync(
        db,
        [.. arrived.SelectMany(arrival => arrival.Assertions).OrderBy(a => a.Id).Select(a => new Row(
            a.RecordId, a.SourceId, a.OriginId, a.ClaimantId, a.ClaimantName, a.ClaimantInterest, a.Polarity, a.Modality, a.Credibility, a.AsOf, a.CreatedAt, a.Passage, a.Values))],
        origins,
        cancellation);

    private static async Task<EvidenceRows> OfAsync(TrackerDbContext db, List<Row> rows, Origins origins, CancellationToken cancellation)
    {
        var named = rows.Select(row => row.SourceId).Concat(rows.Select(row => origins.Of(row.OriginId ?? row.SourceId))).Distinct().ToList();
        var sources = await db.Sources.AsNoTracking().Where(s => named.Contains(s.Id))
            .Select(s => new SourceRow(s.Id, s.Slug, s.Publisher ?? s.Title, s.Kind, s.PublishedOn, s.Reliability)).ToDictionaryAsync(s => s.Id, cancellation);
        return new EvidenceRows(rows, sources, origins);
    }

    /// <summary>Whether a passage affirms what the record shows, or that there is nothing to show.</summary>
    public bool IsAdopted(Guid record, string field) => _values[(record, field)].Any(value => value.Adopted);

    /// <summary>What speaks for and against the shown value. Another value is no evidence of this one, and its denial is none against it.</summary>
    /// <param name="interested">Whether a known party stands to gain.</param>
    public IReadOnlyCollection<GradeEvidence> Of(Guid record, string field, Func<Guid, bool> interested)
    {
        var all = _values[(record, field)];
        var shown = all.Where(value => value.Adopted).Select(value => value.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from value in all
               where value.Adopted || (value.Row.Polarity == Polarity.Denies && shown.Contains(value.Value))
               select Evidence(value.Row, interested),
        ];
    }

    /// <summary>What the passage proves today.</summary>
    private static Proof ProofOf(Passage passage) => passage.State switch
    {
        PassageState.Intact => Proof.Intact,
        PassageState.NotCaptured => Proof.NotCaptured,
        _ => Proof.None,
    };

    private GradeEvidence Evidence(Row row, Func<Guid, bool> interested)
    {
        var source = _sources[row.SourceId];
        var origin = _sources[_origins.Of(row.OriginId ?? row.SourceId)];
        return new GradeEvidence(
            origin.Slug,
            origin.Name,
            source.Reliability,
            origin.Reliability,
            IsInterested(row, source.Kind, interested),
            row.Polarity,
            row.Modality,
            row.Credibility,
            ProofOf(row.Passage),
            row.AsOf?.Earliest ?? source.PublishedOn?.Earliest ?? DateOnly.FromDateTime(row.CreatedAt));
    }

    /// <summary>A press release that names nobody speaks for whoever put it out.</summary>
    private static bool IsInterested(Row row, SourceKind kind, Func<Guid, bool> interested) =>
        row.ClaimantInterest is not null
        || (row.ClaimantId is { } claimant ? interested(claimant) : row.ClaimantName is null && kind == SourceKind.PressRelease);

    private sealed record Row(
        Guid RecordId,
        Guid SourceId,
        Guid? OriginId,
        Guid? ClaimantId,
        string? ClaimantName,
        string? ClaimantInterest,
        Polarity Polarity,
        AssertionModality Modality,
        int? Credibility,
        PartialDate? AsOf,
        DateTime CreatedAt,
        Passage Passage,
        List<AssertedValue> Values);

    private sealed record SourceRow(Guid Id, string Slug, string Name, SourceKind Kind, PartialDate? PublishedOn, Reliability? Reliability);
}
