using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>Finds the company that files.</summary>
internal sealed class Issuers(TrackerDbContext db)
{
    private const int MostNamesakes = 100;

    /// <summary>What stands behind the names of companies in registers and seldom elsewhere.</summary>
    private static readonly string[] LegalForms = ["inc", "incorporated", "corp", "corporation", "co", "company", "llc", "l l c", "ltd", "limited", "pbc", "plc", "lp", "l p", "gmbh", "ag", "sa", "bv"];

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

    private static string WithoutLegalForm(string key) =>
        LegalForms.FirstOrDefault(form => key.EndsWith(" " + form, StringComparison.Ordinal)) is { } found ? key[..^(found.Length + 1)] : key;
}
