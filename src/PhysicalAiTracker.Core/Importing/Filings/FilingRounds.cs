using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>Finds the company and the round that a filing is about, by rules that docs/importing/README.md states and never by likeness.</summary>
internal sealed class FilingRounds(TrackerDbContext db)
{
    /// <summary>How long before the first sale a round is announced at most, in days, and how long after it.</summary>
    private const int DaysBefore = 60;
    private const int DaysAfter = 180;

    /// <summary>An announcement known to the month at least can be compared with a day.</summary>
    private const int DaysOfMonth = 31;

    private const int MostNamesakes = 100;

    /// <summary>What stands behind the names of companies in registers and seldom elsewhere.</summary>
    private static readonly string[] LegalForms = ["inc", "incorporated", "corp", "corporation", "co", "company", "llc", "l l c", "ltd", "limited", "pbc", "plc", "lp", "l p", "gmbh", "ag", "sa", "bv"];

    public Task<bool> IsKnownAsync(FormD form, CancellationToken cancellation)
    {
        var slug = FormDDocument.SlugOf(form);
        return db.Sources.AnyAsync(source => source.Slug == slug, cancellation);
    }

    /// <summary>
    /// The issuer; null where nobody knows it. Another filing of the same CIK says who it is; otherwise its name, with or without its legal form,
    /// unless whoever is called so files by another CIK.
    /// </summary>
    public async Task<(Party? Company, bool IsNamesake, string? Problem)> CompanyAsync(FormD form, CancellationToken cancellation)
    {
        var key = FormDDocument.KeyOf(form.Cik);
        var filed = await db.Assertions.Where(a => a.Disclosure.Key == key)
            .Join(db.FundingRounds, a => a.RecordId, r => r.Id, (a, r) => r.CompanyId).Distinct().Take(2).ToListAsync(cancellation);
        if (filed is [var company])
        {
            return (await db.Parties.AsNoTracking().SingleAsync(p => p.Id == company, cancellation), false, null);
        }

        var others = await NamedAsync(form, cancellation);
        var ids = others.ConvertAll(party => party.Id);
        var taken = (await db.Assertions.Where(a => a.Disclosure.Key!.StartsWith(FormDDocument.SlugStart) && a.Disclosure.Key != key)
            .Join(db.FundingRounds.Where(r => ids.Contains(r.CompanyId)), a => a.RecordId, r => r.Id, (a, r) => r.CompanyId).Distinct().ToListAsync(cancellation)).ToHashSet();
        return others.FindAll(party => !taken.Contains(party.Id)) switch
        {
            [] => (null, taken.Count > 0, null),
            [var only] => (only, false, null),
            _ => (null, false, "is the name of several companies: merge them, or give them other names"),
        };
    }

    private async Task<List<Party>> NamedAsync(FormD form, CancellationToken cancellation)
    {

        var key = NameKey.Of(form.Issuer);
        foreach (var name in new[] { key, WithoutLegalForm(key) }.Distinct())
        {
            var named = await db.Parties.AsNoTracking().Where(p => p.Type == PartyKind.Company && p.Names.Any(n => n.Whole && n.Key == name)).Take(MostNamesakes).ToListAsync(cancellation);
            if (named.Count > 0)
            {
                return named;
            }
        }

        return [];
    }

    /// <summary>The round; null where the filing makes one of its own.</summary>
    /// <param name="company">The issuer.</param>
    public async Task<(FundingRound? Round, bool MayCount, string? Problem)> RoundAsync(FormD form, Guid company, CancellationToken cancellation)
    {
        var rounds = await db.FundingRounds.AsNoTracking().Where(r => r.CompanyId == company && !r.Unspecified).ToListAsync(cancellation);
        if (form.IsAmendment)
        {
            var (amended, problem) = await AmendedAsync(form, rounds, cancellation);
            if (amended is not null || problem is not null)
            {
                return (amended, true, problem);
            }
        }

        var superseded = rounds.Select(r => r.SupersedesId).OfType<Guid>().ToHashSet();
        var announced = rounds.FindAll(r => !HasFiling(r) && !superseded.Contains(r.Id) && IsNear(r, form)
            && r.Status is not (FundingStatus.Cancelled or FundingStatus.Rumored or FundingStatus.InTalks));
        return announced is [var only] ? (only, true, null) : (null, announced.Count == 0, null);
    }

    /// <summary>The round of the filing that is amended: by its number, or else by the issuer and the day of the first sale.</summary>
    private async Task<(FundingRound? Round, string? Problem)> AmendedAsync(FormD form, List<FundingRound> rounds, CancellationToken cancellation)
    {
        if (form.Previous is { } previous)
        {
            var slug = FormDDocument.SlugOf(form.Cik, previous);
            var told = (await db.Assertions.Where(a => a.Source.Slug == slug).Select(a => a.RecordId).Distinct().ToListAsync(cancellation)).ToHashSet();
            if (rounds.Find(r => told.Contains(r.Id)) is { } amended)
            {
                return (amended, null);
            }
        }

        var filed = rounds.FindAll(HasFiling);
        var same = filed.FindAll(r => form.FirstSaleOn is { } day ? r.FiledFirstSaleOn?.Earliest == day : r.FiledYetToOccur);
        same = same.Count > 0 || form.FirstSaleOn is null ? same : filed.FindAll(r => r.FiledYetToOccur);
        return same.Count <= 1
            ? (same.FirstOrDefault(), null)
            : (null, "amends a filing that is not on record, and several rounds of the issuer have this day of the first sale: import that filing first");
    }

    private static bool HasFiling(FundingRound round) => round.FiledSold is not null;

    private static bool IsNear(FundingRound round, FormD form)
    {
        var on = round.AnnouncedOn ?? round.ClosedOn;
        return (form.FirstSaleOn ?? form.SignedOn) is { } day && on is not null && on.Latest.DayNumber - on.Earliest.DayNumber < DaysOfMonth
            && on.Earliest <= day.AddDays(DaysAfter) && on.Latest >= day.AddDays(-DaysBefore);
    }

    private static string WithoutLegalForm(string key) =>
        LegalForms.FirstOrDefault(form => key.EndsWith(" " + form, StringComparison.Ordinal)) is { } found ? key[..^(found.Length + 1)] : key;
}
