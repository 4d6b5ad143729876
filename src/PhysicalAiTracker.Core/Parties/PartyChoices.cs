using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Core.Parties;

/// <summary>Parties to choose from where a list is narrowed by one.</summary>
internal static class PartyChoices
{
    /// <summary>Nobody looks through a longer list.</summary>
    private const int Most = 200;

    /// <summary>In order of the alphabet; null where there are too many to choose from.</summary>
    /// <param name="who">Names them among all choices.</param>
    public static Task<IReadOnlyList<PartyLink>?> ChoicesAsync(this TrackerDbContext db, string who, Expression<Func<Party, bool>> where, CancellationToken cancellation) =>
        db.KeptAsync($"choices: {who}", () => ReadAsync(db.Parties.Where(where), cancellation));

    private static async Task<IReadOnlyList<PartyLink>?> ReadAsync(IQueryable<Party> parties, CancellationToken cancellation)
    {
        var links = await parties.AsNoTracking().OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(Most + 1)
            .Select(p => new PartyLink(p.Slug, p.Name, p.Type)).ToListAsync(cancellation);
        return links.Count > Most ? null : links;
    }
}
