using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Shared;
using Compared = (PhysicalAiTracker.Core.Insights.Duplicates.DraftChange Change, System.Guid Id, System.Collections.Generic.IReadOnlyList<PhysicalAiTracker.Core.Insights.Duplicates.Point> Points);

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Finds the deals, affiliations, claims, observations and questions that a draft's are likely the same as: those about the same parties.</summary>
internal sealed class DraftTies(TrackerDbContext db, DraftScene scene)
{
    /// <summary>Newest questions that a draft's question is compared with beside those about its company.</summary>
    private const int MostQuestions = 500;

    private const double LikeWords = 0.5;

    public async Task<IReadOnlyList<Compared>> FindAsync(CancellationToken cancellation) =>
    [
        .. await DealsAsync(cancellation),
        .. await AffiliationsAsync(cancellation),
        .. await ClaimsAsync(cancellation),
        .. await ObservationsAsync(cancellation),
        .. await QuestionsAsync(cancellation),
    ];

    private async Task<IEnumerable<Compared>> DealsAsync(CancellationToken cancellation)
    {
        var drafted = Drafted(RecordKind.Deal, "acquirer", "target");
        var ids = PartiesOf(drafted);
        var known = ids.Count == 0 ? [] : await db.Deals.AsNoTracking().Where(d => ids.Contains(d.AcquirerId) && ids.Contains(d.TargetId)).ToListAsync(cancellation);
        return from d in drafted
               from deal in known
               where (d.One == deal.AcquirerId && d.Other == deal.TargetId) || (d.One == deal.TargetId && d.Other == deal.AcquirerId)
               select (d.Change, deal.Id, Some(
                   new Point("parties", 60, d.One == deal.AcquirerId ? "The same acquirer and target." : "The same two parties, the other way round."),
                   d.Change.Word<DealKind>("kind") is { } kind ? (kind == deal.Type ? new Point("kind", 20, $"Both are of the kind {Prose.Of(kind)}.") : new Point("kind", -5, "They are of two kinds.")) : null,
                   Near([d.Change.Date("announcedOn"), d.Change.Date("closedOn")], [deal.AnnouncedOn, deal.ClosedOn])));
    }

    private async Task<IEnumerable<Compared>> AffiliationsAsync(CancellationToken cancellation)
    {
        var drafted = Drafted(RecordKind.Affiliation, "party", "organisation");
        var ids = PartiesOf(drafted);
        var known = ids.Count == 0 ? [] : await db.Affiliations.AsNoTracking().Where(a => ids.Contains(a.PartyId) && ids.Contains(a.OrganisationId)).ToListAsync(cancellation);
        return from d in drafted
               let kind = d.Change.Word<AffiliationKind>("kind")
               from tie in known
               where d.One == tie.PartyId && d.Other == tie.OrganisationId && kind == tie.Type
               let meets = DateComparer.Overlap(d.Change.Date("from"), d.Change.Date("to"), tie.From, tie.To)
               select (d.Change, tie.Id, Some(
                   new Point("parties", 90, $"The same party, {Prose.Of(tie.Type)}, of the same organisation."),
                   meets ? null : new Point("dates", -45, "Their times do not overlap.")));
    }

    private async Task<IEnumerable<Compared>> ClaimsAsync(CancellationToken cancellation)
    {
        var drafted = Drafted(RecordKind.Claim, "company", "company");
        var ids = PartiesOf(drafted);
        var planes = drafted.Select(d => d.Change.Word<Plane>("plane")).OfType<Plane>().Distinct().ToList();
        var known = ids.Count == 0 ? [] : await db.Claims.AsNoTracking().Where(c => c.CompanyId != null && ids.Contains(c.CompanyId.Value) && planes.Contains(c.Plane)).ToListAsync(cancellation);
        return from d in drafted
               from claim in known
               where d.One == claim.CompanyId && d.Change.Word<Plane>("plane") == claim.Plane
                   && Alike(d.Change.Text("product"), claim.Product) && Alike(d.Change.Text("productVersion"), claim.ProductVersion)
                   && Alike(d.Change.Text("deployment"), claim.Deployment) && Alike(d.Change.Text("purpose"), claim.Purpose)
                   && DateComparer.Overlap(d.Change.Date("validFrom"), d.Change.Date("validTo"), claim.ValidFrom, claim.ValidTo)
               let placement = d.Change.Word<Placement>("placement")
               select (d.Change, claim.Id, Some(
                   new Point("scope", 70, $"The same company, scope and plane: {Prose.Of(claim.Plane)}."),
                   placement is null ? null : placement == claim.Placement
                       ? new Point("placement", 20, $"Both say {Prose.Of(claim.Placement)}.")
                       : new Point("placement", -5, $"It says {Prose.Of(claim.Placement)}, the draft {Prose.Of(placement.Value)}: further evidence that contradicts it.")));
    }

    private async Task<IEnumerable<Compared>> ObservationsAsync(CancellationToken cancellation)
    {
        var drafted = Drafted(RecordKind.Observation, "party", "party");
        var ids = PartiesOf(drafted);
        var metrics = drafted.Select(d => d.Change.Word<Metric>("metric")).OfType<Metric>().Distinct().ToList();
        var known = ids.Count == 0 ? [] : await db.Observations.AsNoTracking().Where(o => o.PartyId != null && ids.Contains(o.PartyId.Value) && metrics.Contains(o.Metric)).ToListAsync(cancellation);
        return from d in drafted
               let asOf = d.Change.Date("asOf")
               where asOf is not null
               from observation in known
               where d.One == observation.PartyId && d.Change.Word<Metric>("metric") == observation.Metric && !DateComparer.Compare(asOf, observation.AsOf).IsConflict
               select (d.Change, observation.Id, Some(
                   new Point("metric", 60, $"The same party and metric, at a time that can be the same: {observation.AsOf.ToDisplay()}."), ValueOf(d.Change, observation)));
    }

    private async Task<IEnumerable<Compared>> QuestionsAsync(CancellationToken cancellation)
    {
        var drafted = scene.Of(RecordKind.Question).Select(change => (Change: change, Company: scene.Party(change.Text("company")), IsNamed: change.Text("company").Length > 0, Words: WordsOf(change.Text("text")))).Where(d => d.Words.Count > 0).ToList();
        if (drafted.Count == 0)
        {
            return [];
        }

        var ids = drafted.Select(d => d.Company).OfType<Guid>().Distinct().ToList();
        // A question that names no company may be about any; one that names a company nobody knew is about none that is known.
        var any = drafted.Exists(d => !d.IsNamed);
        var known = await db.Questions.AsNoTracking().Where(q => q.CompanyId != null && ids.Contains(q.CompanyId.Value)).Select(q => new { q.Id, q.Text, q.CompanyId })
            .Union(db.Questions.Where(q => any || q.CompanyId == null).OrderByDescending(q => q.CreatedAt).ThenByDescending(q => q.Id).Take(MostQuestions).Select(q => new { q.Id, q.Text, q.CompanyId })).ToListAsync(cancellation);
        return from d in drafted
               from question in known
               where !d.IsNamed || question.CompanyId is null || d.Company == question.CompanyId
               let words = WordsOf(question.Text)
               let shared = words.Intersect(d.Words).Count()
               let share = (double)shared / words.Union(d.Words).Count()
               where share >= LikeWords
               select (d.Change, question.Id, Some(new Point("words", (int)Math.Round(share * 100), $"{shared} of their words are the same: “{question.Text}”")));
    }

    private List<(DraftChange Change, Guid One, Guid Other)> Drafted(RecordKind kind, string one, string other) =>
    [
        .. scene.Of(kind).Select(change => (Change: change, One: scene.Party(change.Text(one)), Other: scene.Party(change.Text(other))))
            .Where(d => d.One is not null && d.Other is not null).Select(d => (d.Change, d.One!.Value, d.Other!.Value)),
    ];

    private static List<Guid> PartiesOf(List<(DraftChange Change, Guid One, Guid Other)> drafted) => [.. drafted.SelectMany(d => new[] { d.One, d.Other }).Distinct()];

    private static Point? ValueOf(DraftChange change, Observation known)
    {
        var drafted = change.Quantity("quantity") is { } quantity ? Figure.Of(quantity) : change.Money("money") is { } money ? Figure.Of(money) : null;
        var stored = known.Quantity is { } count ? Figure.Of(count) : known.Money is { } sum ? Figure.Of(sum) : null;
        return drafted is null || stored is null ? null
            : FigureComparer.Compare(stored, drafted) is { IsConflict: true } conflict ? new Point("value", -5, conflict.Text)
            : new Point("value", 30, $"{stored} and {drafted} can be one figure.");
    }

    private static Point? Near(IReadOnlyList<PartialDate?> ones, IReadOnlyList<PartialDate?> others)
    {
        List<(PartialDate One, PartialDate Other)> pairs = [.. from one in ones.OfType<PartialDate>() from other in others.OfType<PartialDate>() select (one, other)];
        return pairs.Count == 0 ? null
            : pairs.Exists(pair => !DateComparer.Compare(pair.One, pair.Other).IsConflict) ? new Point("dates", 15, "Their dates can be the same.")
            : new Point("dates", -20, "Their dates differ.");
    }

    private static bool Alike(string drafted, string? known) => NameKey.Of(drafted) == NameKey.Of(known ?? "");

    /// <summary>Words of more than three letters: the small ones are in every question.</summary>
    private static HashSet<string> WordsOf(string text) => NameKey.Of(text).Split(' ').Where(word => word.Length > 3 && word is not ("does" or "what" or "which" or "where" or "when" or "with" or "will" or "from" or "that" or "this")).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<Point> Some(params Point?[] points) => [.. points.OfType<Point>()];
}
