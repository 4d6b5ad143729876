using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>Makes one round of those that a filing shows to be one offering: they are merged as somebody would merge them, and can be taken apart again.</summary>
internal sealed class FilingMerge(TrackerDbContext db, ActCommands acts)
{
    /// <summary>Answers what keeps them apart.</summary>
    public async Task<IReadOnlyList<FilingProblem>> RunAsync(FormD form, FilingPlace place, CancellationToken cancellation)
    {
        foreach (var other in place.Others)
        {
            var into = await db.FundingRounds.AsNoTracking().SingleAsync(r => r.Id == place.Round!.Id, cancellation);
            var version = await db.FundingRounds.Where(r => r.Id == other).Select(r => r.Version).SingleAsync(cancellation);
            var outcome = await acts.MergeAsync(
                new MergeRequest(other, version, into.Id, into.Version, $"One offering by its filings, which {form.Number} ties."), Shown(place, into), new Submitter(SeedImporter.By, null, Imported: true), cancellation);
            if (!outcome.Accepted)
            {
                return [.. outcome.Problems.Select(problem => new FilingProblem(form.File.Path, 0, "", "", problem.Message))];
            }
        }

        return [];
    }

    /// <summary>What the newest of all filings says; and where the round does not follow its filings, what it shows now, also where that is nothing.</summary>
    private static JsonObject Shown(FilingPlace place, FundingRound into) => new(FiledOffering.Following.Concat(FiledOffering.Filed).Select(field => KeyValuePair.Create(
        field,
        FiledOffering.Following.Contains(field) && !place.Following.Contains(field) ? FundingRoundChanges.Schema.Show(into, field)
            : field == "amount" && !place.MayCount ? null
            : place.Offering.Shown(field) ?? FiledOffering.Nothing(field))));
}
