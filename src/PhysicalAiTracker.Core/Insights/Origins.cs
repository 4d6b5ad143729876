using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>Where a statement first came from. Corroboration counts these: ten sites that rewrite one wire story are one origin.</summary>
public sealed class Origins
{
    private readonly Dictionary<Guid, Guid> _credited;

    /// <param name="credited">Each source that credits another, with that one.</param>
    internal Origins(Dictionary<Guid, Guid> credited) => _credited = credited;

    public static async Task<Origins> LoadAsync(TrackerDbContext db, CancellationToken cancellation) =>
        new(await db.Sources.Where(s => s.OriginId != null).Select(s => new { s.Id, Origin = s.OriginId!.Value }).ToDictionaryAsync(s => s.Id, s => s.Origin, cancellation));

    /// <summary>The end of the chain of credits that begins at a source. Sources that credit one another in a circle are one origin.</summary>
    public Guid Of(Guid source)
    {
        var seen = new List<Guid> { source };
        while (_credited.TryGetValue(seen[^1], out var next))
        {
            if (seen.IndexOf(next) is >= 0 and var begin)
            {
                return seen[begin..].Min();
            }

            seen.Add(next);
        }

        return seen[^1];
    }

    /// <summary>The origin of what a passage says: the source that the passage credits, or else its own, followed to the end.</summary>
    public Guid Of(Assertion assertion) => Of(assertion.OriginId ?? assertion.SourceId);

    /// <summary>The sources themselves and all whose chain of credits leads through one of them.</summary>
    internal IReadOnlyCollection<Guid> LeadingTo(IReadOnlyCollection<Guid> sources)
    {
        var found = sources.ToHashSet();
        while (_credited.Where(pair => found.Contains(pair.Value) && !found.Contains(pair.Key)).Select(pair => pair.Key).ToList() is { Count: > 0 } more)
        {
            found.UnionWith(more);
        }

        return found;
    }
}
