using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>Finds, from the revisions up to a day, which slugs led elsewhere then.</summary>
internal sealed class FormerSlugs
{
    private readonly List<(DateTime At, Guid Revision, RecordKind Kind, Guid Record, string From, string To)> _moves = [];

    /// <param name="revisions">All of one record, oldest first.</param>
    public void Follow(RecordIdentity identity, IReadOnlyList<Revision> revisions)
    {
        if (identity.Kind is not (RecordKind.Party or RecordKind.Question))
        {
            return;
        }

        string? before = null;
        foreach (var revision in revisions.Where(r => r.State is not null))
        {
            var slug = (string?)JsonNode.Parse(revision.State!)!["slug"];
            if (before is not null && slug is not null && slug != before)
            {
                _moves.Add((revision.At, revision.Id, identity.Kind, identity.Id, before, slug));
            }

            before = slug ?? before;
        }
    }

    /// <summary>A slug taken again, be it by its first owner, is no former one any more.</summary>
    public IEnumerable<FormerSlug> All()
    {
        var former = new Dictionary<(RecordKind, string), Guid>();
        foreach (var move in _moves.OrderBy(move => move.At).ThenBy(move => move.Revision))
        {
            former[(move.Kind, move.From)] = move.Record;
            former.Remove((move.Kind, move.To));
        }

        return former.Select(pair => new FormerSlug { Kind = pair.Key.Item1, Slug = pair.Key.Item2, RecordId = pair.Value });
    }
}
