using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>Who said it first: what a source or an assertion credits, followed to the end. Corroboration counts these, not pages.</summary>
public sealed class Origins
{
    private readonly IReadOnlyDictionary<Guid, Guid> _next;

    private Origins(IReadOnlyDictionary<Guid, Guid> next) => _next = next;

    public static async Task<Origins> LoadAsync(TrackerDbContext db, CancellationToken cancellation) =>
        new(await db.Sources.Where(s => s.OriginId != null).ToDictionaryAsync(s => s.Id, s => s.OriginId!.Value, cancellation));

    /// <summary>The source at the end of the chain; itself where it credits nobody. In a circle, the smallest id of it.</summary>
    public Guid Of(Guid source)
    {
        var seen = new List<Guid>();
        for (var at = source; ; at = _next[at])
        {
            var circle = seen.IndexOf(at);
            if (circle >= 0)
            {
                return seen.Skip(circle).Min();
            }

            if (!_next.ContainsKey(at))
            {
                return at;
            }

            seen.Add(at);
        }
    }

    /// <summary>Of the source that the assertion credits, or else of its own.</summary>
    public Guid Of(Assertion assertion) => Of(assertion.OriginId ?? assertion.SourceId);
}
