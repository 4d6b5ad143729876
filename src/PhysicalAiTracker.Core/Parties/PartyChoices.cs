using Microsoft.EntityFrameworkCore;

namespace PhysicalAiTracker.Core.Parties;

/// <summary>Parties to choose from where a list is narrowed by one.</summary>
internal static class PartyChoices
{
    /// <summary>Nobody looks through a longer list.</summary>
    private const int Most = 200;

    /// <summary>In order of the alphabet; null where there are too many to choose from.</summary>
    public static async Task<IReadOnlyList<PartyLink>?> ChoicesAsync(this IQueryable<Party> parties, CancellationToken cancellation)
    {
        var links = await parties.AsNoTracking().OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(Most + 1)
            .Select(p => new PartyLink(p.Slug, p.Name, p.Type)).ToListAsync(cancellation);
        return links.Count > Most ? null : links;
    }
}
