using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>Finds, from the revisions up to a day, which slugs led elsewhere then.</summary>
internal sealed class FormerSlugs(AsOfActs acts)
{
    private readonly List<(DateTime At, Guid Revision, Action<Dictionary<(RecordKind Kind, string Slug), Guid>> Do)> _events = [];

    /// <param name="revisions">All of one record, oldest first.</param>
    public void Follow(RecordIdentity identity, IReadOnlyList<Revision> revisions)
    {
        if (identity.Kind is not (RecordKind.Party or RecordKind.Question))
        {
            return;
        }

        var (kind, id) = (identity.Kind, identity.Id);
        string? before = null;
        var isGone = false;
        foreach (var revision in revisions)
        {
            var slug = revision.State is null ? null : (string?)JsonNode.Parse(revision.State)!["slug"];
            if (revision.State is null && before is { } last)
            {
                var merge = acts.MergeOf(revision.DisclosureId);
                Add(revision, former => Leave(former, kind, id, last, merge?.Into));
            }
            else if (isGone && slug is not null)
            {
                var merge = acts.UndoneBy(revision.DisclosureId);
                Add(revision, former => Return(former, kind, id, slug, merge));
            }
            else if (before is { } old && slug is not null && slug != old)
            {
                Add(revision, former =>
                {
                    // A slug taken again, be it by its first owner, is no former one any more.
                    former[(kind, old)] = id;
                    former.Remove((kind, slug));
                });
            }

            isGone = revision.State is null;
            before = slug ?? before;
        }
    }

    public IEnumerable<FormerSlug> All()
    {
        var former = new Dictionary<(RecordKind Kind, string Slug), Guid>();
        foreach (var happened in _events.OrderBy(e => e.At).ThenBy(e => e.Revision))
        {
            happened.Do(former);
        }

        return former.Select(pair => new FormerSlug { Kind = pair.Key.Kind, Slug = pair.Key.Slug, RecordId = pair.Value });
    }

    private void Add(Revision revision, Action<Dictionary<(RecordKind Kind, string Slug), Guid>> happened) => _events.Add((revision.At, revision.Id, happened));

    /// <summary>A record is removed, or merged into another, to which its slugs lead from then on.</summary>
    private static void Leave(Dictionary<(RecordKind Kind, string Slug), Guid> former, RecordKind kind, Guid id, string slug, Guid? into)
    {
        foreach (var key in into is null ? [] : former.Where(pair => pair.Value == id).Select(pair => pair.Key).ToList())
        {
            former[key] = into!.Value;
        }

        former[(kind, slug)] = into ?? id;
    }

    /// <summary>A record lives again, with the slug it had and those that led to it.</summary>
    private static void Return(Dictionary<(RecordKind Kind, string Slug), Guid> former, RecordKind kind, Guid id, string slug, MovedByMerge? merge)
    {
        var holder = merge?.Into ?? id;
        if (former.TryGetValue((kind, slug), out var held) && held == holder)
        {
            former.Remove((kind, slug));
        }

        foreach (var key in (merge?.Slugs ?? []).Select(s => (kind, s)).Where(key => former.TryGetValue(key, out var now) && now == holder).ToList())
        {
            former[key] = id;
        }
    }
}
