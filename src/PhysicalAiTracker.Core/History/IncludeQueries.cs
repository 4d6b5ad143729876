using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;

namespace PhysicalAiTracker.Core.History;

/// <summary>Reads what belongs to the records of a page, in one or two statements for all of them.</summary>
public sealed class IncludeQueries(TrackerDbContext db)
{
    public const string Company = "company";
    public const string Investors = "investors";
    public const string History = "history";

    /// <summary>No record is told more investors, or more revisions, beside it.</summary>
    public const int MostInvestors = 100;
    public const int MostRevisions = 20;

    /// <summary>What can be asked for beside records of a type, by the names above.</summary>
    public static IReadOnlyList<string> Of(Type item) => item switch
    {
        _ when item == typeof(FundingRoundItem) => [Company, Investors, History],
        _ when item == typeof(ClaimItem) || item == typeof(QuestionItem) => [Company, History],
        _ when typeof(RecordItem).IsAssignableFrom(item) => [History],
        _ => [],
    };

    /// <summary>Puts it to each record.</summary>
    /// <param name="names">What is asked for.</param>
    public async Task AddAsync(IReadOnlyCollection<RecordItem> items, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            item.Included = new IncludedItem();
        }

        if (names.Contains(History))
        {
            await AddHistoryAsync(items, cancellation);
        }

        var companies = names.Contains(Company) ? items.ToDictionary(item => item.Id, CompanyOf) : [];
        var investors = names.Contains(Investors) ? await InvestorsAsync(items, cancellation) : [];
        var parties = await PartiesAsync([.. companies.Values.OfType<string>().Concat(investors.Values.SelectMany(slugs => slugs)).Distinct()], cancellation);
        foreach (var item in items)
        {
            item.Included!.Company = companies.GetValueOrDefault(item.Id) is { } slug ? parties.GetValueOrDefault(slug) : null;
            item.Included.Investors = investors.TryGetValue(item.Id, out var slugs) ? [.. slugs.Select(parties.GetValueOrDefault).OfType<PartyItem>()] : null;
        }
    }

    private static string? CompanyOf(RecordItem item) => item switch
    {
        FundingRoundItem round => round.Company.Slug,
        ClaimItem claim => claim.Company?.Slug,
        QuestionItem question => question.Company?.Slug,
        _ => null,
    };

    /// <summary>Slugs by record, by name.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<string>>> InvestorsAsync(IReadOnlyCollection<RecordItem> items, CancellationToken cancellation)
    {
        var companies = items.OfType<PartyItem>().Select(party => party.Id).ToList();
        var found = companies.Count == 0 ? [] : await db.Parties.Where(p => companies.Contains(p.Id))
            .SelectMany(p => p.Rounds.SelectMany(r => r.Participations).Where(x => x.Status != ParticipationStatus.Declined), (p, x) => new { p.Id, x.Investor.Slug, x.Investor.NameKey }).Distinct().ToListAsync(cancellation);
        var ofCompanies = found.ToLookup(row => row.Id);
        return items.ToDictionary(item => item.Id, item => (IReadOnlyList<string>)(item is FundingRoundItem round
            ? [.. round.Investors.Where(investor => investor.Status != ParticipationStatus.Declined).OrderBy(investor => investor.Name, StringComparer.OrdinalIgnoreCase).Select(investor => investor.Slug).Distinct().Take(MostInvestors)]
            : [.. ofCompanies[item.Id].OrderBy(row => row.NameKey, StringComparer.Ordinal).Select(row => row.Slug).Take(MostInvestors)]));
    }

    private async Task<Dictionary<string, PartyItem>> PartiesAsync(IReadOnlyList<string> slugs, CancellationToken cancellation)
    {
        if (slugs.Count == 0)
        {
            return [];
        }

        var parties = await db.Parties.AsNoTracking().Where(p => slugs.Contains(p.Slug)).Select(PartyQueries.Projection).ToListAsync(cancellation);
        await GradeItems.AddToAsync(db, parties, cancellation);
        return parties.ToDictionary(party => party.Slug);
    }

    private async Task AddHistoryAsync(IReadOnlyCollection<RecordItem> items, CancellationToken cancellation)
    {
        var ids = items.Select(item => item.Id).ToList();
        var rows = await db.Set<RecordIdentity>().AsNoTracking().Where(record => ids.Contains(record.Id))
            .Select(record => new
            {
                record.Id,
                Lines = db.Revisions.Where(r => r.RecordId == record.Id).OrderByDescending(r => r.Version).Take(MostRevisions)
                    .Select(r => new RevisionLine(r.Version, r.Reason, r.Note, r.By, r.At, r.DisclosureId)).ToList(),
            })
            .ToDictionaryAsync(row => row.Id, row => row.Lines, cancellation);
        foreach (var item in items)
        {
            item.Included!.History = rows.GetValueOrDefault(item.Id) ?? [];
        }
    }
}
