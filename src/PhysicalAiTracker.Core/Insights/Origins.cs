using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>Where what a source says comes from, in the end: corroboration counts origins, not pages.</summary>
public sealed class Origins
{
    private readonly Dictionary<Guid, Guid> _origins;

    private Origins(Dictionary<Guid, Guid> origins) => _origins = origins;

    public static async Task<Origins> LoadAsync(TrackerDbContext db, CancellationToken cancellation) =>
        new(await db.Sources.Where(s => s.OriginId != null).Select(s => new { s.Id, s.OriginId }).ToDictionaryAsync(s => s.Id, s => s.OriginId!.Value, cancellation));

    /// <summary>The end of a source's chain; of a circle, its smallest id.</summary>
    public Guid Of(Guid source)
    {
        var seen = new HashSet<Guid>();
        while (_origins.TryGetValue(source, out var next))
        {
            if (!seen.Add(source))
            {
                return seen.Min();
            }

            source = next;
        }

        return source;
    }

    public Guid Of(Assertion assertion) => Of(assertion.OriginId ?? assertion.SourceId);
}
