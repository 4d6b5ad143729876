using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Core.Sources.Snapshots;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>
/// All tables of an export, each behind those that it refers to. What is derived is in none: it is derived again from these. A new table in the
/// model is one more here, or stays out for a reason (a test compares).
/// </summary>
internal static class ExportTables
{
    public static IReadOnlyList<ExportTable> All { get; } =
    [
        Table("identities", db => db.Records.OrderBy(r => r.Id), r => new IdentityRow(r.Id, r.Kind, r.ImportKey), (IdentityRow r) => new RecordIdentity { Id = r.Id, Kind = r.Kind, ImportKey = r.ImportKey }),
        new SourceTable("sources"),
        Table(
            "former-sources",
            db => db.FormerSources.OrderBy(f => f.Id),
            f => new FormerSourceRow(f.Id, f.SourceId, f.Until, new RawJson(f.State)),
            (FormerSourceRow r) => new FormerSource { Id = r.Id, SourceId = r.SourceId, Until = r.Until, State = r.State.Text }),
        Table(
            "snapshots",
            db => db.Snapshots.Include(s => s.Source).OrderBy(s => s.Id),
            s => new SnapshotRow(s.Id, s.SourceId, s.Kind, s.Sha256, s.CapturedAt, s.By, s.Source.TextIsPublic && s.Text.Length > 0 ? s.Text : null),
            (SnapshotRow r) => new Snapshot { Id = r.Id, SourceId = r.SourceId, Kind = r.Kind, Sha256 = r.Sha256, CapturedAt = r.CapturedAt, By = r.By, Text = ExportTexts.Checked(r) },
            "text"),
        Table(
            "passages",
            db => db.Passages.OrderBy(p => p.Id),
            p => new PassageRow(p.Id, p.SourceId, p.SnapshotId, p.State, p.Locator, p.Exact, p.Prefix, p.Suffix, p.Start, p.End),
            (PassageRow r) => new Passage
            {
                Id = r.Id, SourceId = r.SourceId, SnapshotId = r.SnapshotId, State = r.State, Locator = r.Locator, Exact = r.Exact, Prefix = r.Prefix, Suffix = r.Suffix, Start = r.Start, End = r.End,
            }),
        Table(
            "passage-anchors",
            db => db.PassageAnchors.OrderBy(a => a.PassageId).ThenBy(a => a.SnapshotId),
            a => new AnchorRow(a.PassageId, a.SnapshotId, a.State, a.Start, a.End),
            (AnchorRow r) => new PassageAnchor { PassageId = r.PassageId, SnapshotId = r.SnapshotId, State = r.State, Start = r.Start, End = r.End }),
        Table(
            "likenesses",
            db => db.SourceLikenesses.Where(l => l.State != LikenessState.Suggested).OrderBy(l => l.FirstId).ThenBy(l => l.SecondId),
            l => new LikenessRow(l.FirstId, l.SecondId, l.Jaccard, l.Containment, l.State, l.By!, l.At!.Value, l.Note),
            (LikenessRow r) => new SourceLikeness { FirstId = r.FirstId, SecondId = r.SecondId, Jaccard = r.Jaccard, Containment = r.Containment, State = r.State, By = r.By, At = r.At, Note = r.Note }),
        Table(
            "disclosures",
            db => db.Disclosures.Where(d => d.State == DisclosureState.Accepted).OrderBy(d => d.Id),
            d => new DisclosureRow(
                d.Id, d.Key, d.Title, d.Act, d.SourceId, d.By, d.ReviewedBy, d.EditedBy, d.CreatedAt, d.UpdatedAt, d.SubmittedAt, d.DecidedAt!.Value, d.Version, new RawJson(d.Document)),
            (DisclosureRow r) => new Disclosure
            {
                Id = r.Id, Key = r.Key, Title = r.Title, State = DisclosureState.Accepted, Act = r.Act, SourceId = r.SourceId, By = r.By, ReviewedBy = r.ReviewedBy, EditedBy = r.EditedBy,
                CreatedAt = r.CreatedAt, UpdatedAt = r.UpdatedAt, SubmittedAt = r.SubmittedAt, DecidedAt = r.DecidedAt, Version = r.Version, SentWhole = true, Document = r.Document.Text,
            }),
        new RecordTable<Party>("parties", RecordKind.Party),
        new RecordTable<FundingRound>("funding-rounds", RecordKind.FundingRound),
        new RecordTable<Deal>("deals", RecordKind.Deal),
        new RecordTable<Affiliation>("affiliations", RecordKind.Affiliation),
        new RecordTable<ArchitectureClaim>("claims", RecordKind.Claim),
        new RecordTable<Observation>("observations", RecordKind.Observation),
        new RecordTable<Milestone>("milestones", RecordKind.Milestone),
        new RecordTable<Question>("questions", RecordKind.Question),
        new RowTable<Assertion, AssertionRow>("assertions", AssertionRows.AllAsync, (r, _) => AssertionRows.Read(r), []),
        new RowTable<Revision, RevisionRow>(
            "revisions",
            Rows(db => db.Revisions.OrderBy(r => r.At).ThenBy(r => r.Id), r => new RevisionRow(r.Id, r.RecordId, r.Version, r.Reason, r.Note, r.DisclosureId, r.By, r.At, RawJson.Of(r.State))),
            (r, scene) => scene.Compared(new Revision
            {
                Id = r.Id, RecordId = r.RecordId, Version = r.Version, Reason = r.Reason, Note = r.Note, DisclosureId = r.DisclosureId, By = r.By, At = r.At, State = r.State?.Text,
            }),
            []),
        Table(
            "tombstones",
            db => db.Tombstones.OrderBy(t => t.Id),
            t => new TombstoneRow(t.Id, t.MergedIntoId, t.Reason, t.DisclosureId, t.By, t.At),
            (TombstoneRow r) => new Tombstone { Id = r.Id, MergedIntoId = r.MergedIntoId, Reason = r.Reason, DisclosureId = r.DisclosureId, By = r.By, At = r.At }),
        Table(
            "former-slugs",
            InOrder,
            s => new FormerSlugRow(s.Kind, s.Slug, s.RecordId),
            (FormerSlugRow r) => new FormerSlug { Kind = r.Kind, Slug = r.Slug, RecordId = r.RecordId }),
        Table(
            "rulings",
            db => db.ContradictionRulings.OrderBy(r => r.Id),
            r => new RulingRow(r.Id, r.ContradictionId, r.Number, r.Fingerprint, r.Kind, r.Explanation, r.UpheldSide, r.UpheldText, r.Note, r.By, r.At),
            (RulingRow r) => new ContradictionRuling
            {
                Id = r.Id, ContradictionId = r.ContradictionId, Number = r.Number, Fingerprint = r.Fingerprint, Kind = r.Kind, Explanation = r.Explanation, UpheldSide = r.UpheldSide,
                UpheldText = r.UpheldText, Note = r.Note, By = r.By, At = r.At,
            }),
        Table(
            "duplicate-judgements",
            db => db.DuplicateJudgements.OrderBy(j => j.Id),
            j => new JudgementRow(j.Id, j.FirstId, j.SecondId, j.Number, j.Verdict, new RawJson(j.Points), j.Note, j.By, j.At),
            (JudgementRow r) => new DuplicateJudgement { Id = r.Id, FirstId = r.FirstId, SecondId = r.SecondId, Number = r.Number, Verdict = r.Verdict, Points = r.Points.Text, Note = r.Note, By = r.By, At = r.At }),
    ];

    public static ExportTable? Find(string name) => All.FirstOrDefault(table => table.Name == name);

    private static RowTable<TEntity, TRow> Table<TEntity, TRow>(
        string name, Func<TrackerDbContext, IQueryable<TEntity>> query, Func<TEntity, TRow> show, Func<TRow, TEntity> read, params IReadOnlyList<string> notInTable)
        where TEntity : class => new(name, Rows(query, show), (row, _) => read(row), notInTable);

    private static Func<TrackerDbContext, CancellationToken, IAsyncEnumerable<TRow>> Rows<TEntity, TRow>(Func<TrackerDbContext, IQueryable<TEntity>> query, Func<TEntity, TRow> show)
        where TEntity : class => (db, _) => query(db).AsNoTracking().AsAsyncEnumerable().Select(show);

    /// <summary>By code, as SQLite compares: PostgreSQL's order depends on the server's locale otherwise.</summary>
    private static IQueryable<FormerSlug> InOrder(TrackerDbContext db) => db is PostgresTrackerDbContext
        ? db.FormerSlugs.OrderBy(s => EF.Functions.Collate(s.Slug, "C")).ThenBy(s => s.RecordId)
        : db.FormerSlugs.OrderBy(s => s.Slug).ThenBy(s => s.RecordId);
}
