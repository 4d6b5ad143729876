using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>Finds a party by slug, id, or exact name or alias; never by likeness.</summary>
public sealed class PartyDirectory
{
    private readonly Dictionary<string, Guid> _bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Guid>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _slugs = [];
    private readonly Dictionary<Guid, Guid> _merged = [];

    /// <summary>Lets the id of a party that was merged mean the one it was merged into.</summary>
    public void AddMerged(Guid former, Guid now) => _merged[former] = now;

    /// <summary>True where no other party has the slug.</summary>
    public bool AddSlug(string slug, Guid id)
    {
        _slugs.TryAdd(id, slug);
        return _bySlug.TryAdd(slug, id) || _bySlug[slug] == id;
    }

    public void AddName(string name, Guid id) => AddKey(NameKey.Of(name), id);

    /// <param name="key">Of a name or alias, see <see cref="NameKey"/>.</param>
    public void AddKey(string key, Guid id)
    {
        if (key.Length > 0)
        {
            if (!_byName.TryGetValue(key, out var ids))
            {
                _byName[key] = ids = [];
            }

            ids.Add(id);
        }
    }

    /// <summary>The party, or a sentence that says why it is not to be had.</summary>
    public (Guid? Id, string? Problem) Find(string text)
    {
        if (_bySlug.TryGetValue(text, out var bySlug))
        {
            return (bySlug, null);
        }

        if (Guid.TryParse(text, out var id))
        {
            if (_slugs.ContainsKey(id))
            {
                return (id, null);
            }

            if (_merged.TryGetValue(id, out var now))
            {
                return (now, null);
            }
        }

        if (!_byName.TryGetValue(NameKey.Of(text), out var named))
        {
            return (null, $"no party is called “{ReadContext.Short(text)}”: add it as a change of its own, or use a slug, an exact name or #ref");
        }

        return named.Count == 1
            ? (named.First(), null)
            : (null, $"“{ReadContext.Short(text)}” may mean {string.Join(" or ", named.Select(party => _slugs[party]).Order(StringComparer.Ordinal))}: give the slug");
    }
}
