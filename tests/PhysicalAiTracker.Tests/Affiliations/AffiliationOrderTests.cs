using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Affiliations;

/// <summary>Lists of names are in an order that a reader sees, and the same on both databases.</summary>
public sealed class AffiliationOrderTests
{
    private static readonly string[] Names = ["Zeta", "alpha", "Ärzte", "type0.ai", "Mid", "mid west"];

    [Theory, EachDatabase]
    public async Task Those_of_one_kind_stand_by_name(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var company = await ledger.CompanyAsync("Acme");
        await ledger.EnterAsync("All of them.", "2025-01-03", [.. Names.Select(name => Change($"{{ 'record': 'party', 'set': {{ 'kind': 'company', 'name': '{name}' }} }}"))]);
        await ledger.EnterAsync("Hired from all.", "2025-01-04", [.. Names.Select(name => Change($"{{ 'record': 'affiliation', 'set': {{ 'party': 'acme', 'kind': 'hired-from', 'organisation': '{name}' }} }}"))]);

        var listed = await ledger.InScopeAsync<AffiliationQueries, List<AffiliationItem>>(affiliations => affiliations.OfPartyAsync(company, CancellationToken.None));

        listed.Select(item => item.Organisation.Name).Should().Equal("alpha", "Ärzte", "Mid", "mid west", "type0.ai", "Zeta");
    }

    [Theory, EachDatabase]
    public async Task Publishers_stand_in_one_order_on_both_databases(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.InScopeAsync<TrackerDbContext, int>(async db =>
        {
            db.Sources.AddRange(Names.Select((name, index) => new Source { Slug = $"source-{index}", Title = name, TitleKey = name, Publisher = name, Kind = SourceKind.Article }));
            return await db.SaveChangesAsync();
        });

        (await ledger.InScopeAsync<SourceQueries, IReadOnlyList<string>?>(sources => sources.PublishersAsync(CancellationToken.None))).Should().Equal(Names.Order(StringComparer.Ordinal));
    }
}
