using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>Who speaks for himself. A claimant has an interest in a record about himself, about whom an affiliation ties him to, and about whom he put money into.</summary>
public sealed class Interests
{
    private static readonly AffiliationKind[] Ties =
    [
        AffiliationKind.Founder, AffiliationKind.CoFounder, AffiliationKind.Executive, AffiliationKind.Board, AffiliationKind.Employee,
        AffiliationKind.ParentOf, AffiliationKind.Shareholder,
    ];

    private readonly HashSet<(Guid Claimant, Guid Subject)> _tied = [];

    private Interests()
    {
    }

    /// <summary>What ties the claimants to others. An affiliation that has ended ties nobody; one that is still on ties both sides.</summary>
    internal static async Task<Interests> LoadAsync(TrackerDbContext db, IReadOnlyCollection<Guid> claimants, CancellationToken cancellation)
    {
        var interests = new Interests();
        if (claimants.Count == 0)
        {
            return interests;
        }

        var ties = await db.Affiliations.AsNoTracking()
            .Where(a => a.To == null && Ties.Contains(a.Type) && (claimants.Contains(a.PartyId) || claimants.Contains(a.OrganisationId)))
            .Select(a => new { a.PartyId, a.OrganisationId }).ToListAsync(cancellation);
        foreach (var tie in ties)
        {
            interests._tied.Add((tie.PartyId, tie.OrganisationId));
            interests._tied.Add((tie.OrganisationId, tie.PartyId));
        }

        var stakes = await db.Set<Participation>().AsNoTracking()
            .Where(p => claimants.Contains(p.InvestorId) && (p.Status == null || p.Status != ParticipationStatus.Declined))
            .Select(p => new { p.InvestorId, p.Round.CompanyId }).ToListAsync(cancellation);
        interests._tied.UnionWith(stakes.Select(stake => (stake.InvestorId, stake.CompanyId)));
        return interests;
    }

    /// <summary>Whether the claimant stands to gain from what is said of one of the subjects.</summary>
    public bool Of(Guid claimant, IReadOnlyCollection<Guid> subjects) => subjects.Any(subject => subject == claimant || _tied.Contains((claimant, subject)));

    /// <summary>The parties that a record is about.</summary>
    /// <param name="state">Its fields, references as ids.</param>
    internal static IReadOnlyCollection<Guid> SubjectsOf(RecordKind kind, Guid record, JsonObject state) => kind switch
    {
        RecordKind.Party => [record],
        RecordKind.Deal => Named(state["acquirer"], state["target"]),
        RecordKind.Affiliation => Named(state["party"], state["organisation"]),
        RecordKind.Claim => Named([state["company"], .. (state["hosts"] as JsonArray ?? []).Select(host => host?["party"])]),
        RecordKind.FundingRound or RecordKind.Question => Named(state["company"]),
        _ => Named(state["party"]),
    };

    private static List<Guid> Named(params IEnumerable<JsonNode?> nodes) =>
        [.. nodes.Select(node => Guid.TryParse((string?)node, out var id) ? id : (Guid?)null).OfType<Guid>()];
}
