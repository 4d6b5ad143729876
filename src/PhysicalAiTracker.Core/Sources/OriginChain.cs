using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>Follows what a source rewrites, and what that one rewrites, to the end.</summary>
internal static class OriginChain
{
    /// <summary>Nobody rewrites rewrites of rewrites for longer.</summary>
    private const int Longest = 50;

    /// <summary>The sources behind one, nearest first; empty where it is its own origin.</summary>
    public static async Task<IReadOnlyList<SourceLink>> OfAsync(TrackerDbContext db, Guid source, CancellationToken cancellation)
    {
        var chain = new List<SourceLink>();
        var seen = new HashSet<Guid> { source };
        var next = await OriginOfAsync(db, source, cancellation);
        while (next is { } id && seen.Add(id) && chain.Count < Longest)
        {
            chain.Add(await db.Sources.Where(s => s.Id == id).Select(s => new SourceLink(s.Slug, s.Title, s.Publisher, s.Url, s.Seen)).FirstAsync(cancellation));
            next = await OriginOfAsync(db, id, cancellation);
        }

        return chain;
    }

    /// <summary>Whether the chain that begins at one source comes by another, with what is tracked and not saved yet.</summary>
    public static async Task<bool> LeadsToAsync(TrackerDbContext db, Guid from, Guid to, CancellationToken cancellation)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = from; at is { } id && seen.Add(id);)
        {
            if (id == to)
            {
                return true;
            }

            at = db.Sources.Local.FirstOrDefault(s => s.Id == id) is { } tracked ? tracked.OriginId : await OriginOfAsync(db, id, cancellation);
        }

        return false;
    }

    private static Task<Guid?> OriginOfAsync(TrackerDbContext db, Guid source, CancellationToken cancellation) =>
        db.Sources.Where(s => s.Id == source).Select(s => s.OriginId).FirstOrDefaultAsync(cancellation);
}
