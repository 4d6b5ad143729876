using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Evidenced;

/// <summary>
/// Who says what of some fields of some records: where the marks of lists lead, which are four times as large with all passages in them. With scripts a
/// list opens what stands here as a card.
/// </summary>
public sealed class IndexModel(EvidenceQueries evidence, RecordNames names) : PageModel
{
    private static readonly HashSet<string> KnownFields = [.. RecordSchemas.All.SelectMany(schema => schema.Fields).Select(field => field.Name)];

    public Evidence Evidence { get; private set; } = null!;

    /// <summary>The records that something is said of.</summary>
    public IReadOnlyList<RecordName> Names { get; private set; } = [];

    /// <param name="records">Ids joined by commas, at most <see cref="Addresses.MostEvidenced"/>.</param>
    /// <param name="field">Names of fields joined by commas; without, all of them.</param>
    public async Task<IActionResult> OnGetAsync(string records, string? field, CancellationToken cancellation)
    {
        var given = records.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (given.Length is 0 or > Addresses.MostEvidenced || !given.All(id => Guid.TryParse(id, out _)))
        {
            return Refuse($"The address names records by their ids, one to {Addresses.MostEvidenced} of them joined by commas.");
        }

        var fields = field?.Split(',', StringSplitOptions.TrimEntries);
        if (fields?.FirstOrDefault(name => !KnownFields.Contains(name)) is { } unknown)
        {
            return Refuse($"No record has a field named “{unknown}”. The address names fields as field=…, such as field=amount or field=hosts,hardware.");
        }

        Guid[] ids = [.. given.Select(Guid.Parse).Distinct()];
        if (!await evidence.AnyAsync(ids, cancellation))
        {
            return await this.MissingAsync(ids[0], cancellation);
        }

        var said = await evidence.OfAsync(ids, cancellation);
        var found = said.Select(group => (group.First().Record, group.Key)).ToList();

        Evidence = Evidence.OfAsked(ids.SelectMany(id => said[id]), fields);
        var called = await names.OfAsync(found, cancellation);
        Names = [.. ids.Select(id => called.GetValueOrDefault(id)).OfType<RecordName>()];
        return Page();
    }

    private StatusCodeResult Refuse(string why)
    {
        HttpContext.Features.Set(new ErrorReason(why));
        return StatusCode(StatusCodes.Status400BadRequest);
    }
}
