namespace PhysicalAiTracker.Core.Insights.Interests;

/// <summary>Who holds what: parties joined by ties.</summary>
internal sealed class TieGraph(IEnumerable<TieGraph.Edge> edges)
{
    /// <summary>However many chains lead somewhere, no more of them are looked at.</summary>
    private const int MostPaths = 2000;

    private readonly ILookup<Guid, Edge> _into = edges.OrderBy(edge => edge.Tie).ThenBy(edge => edge.Record).ToLookup(edge => edge.To);
    private readonly Dictionary<Guid, IReadOnlyList<IReadOnlyList<Edge>>> _found = [];

    /// <summary>The shortest chains that end at the party, from everybody who holds it within the links allowed; whoever starts one comes first in it.</summary>
    public IReadOnlyList<IReadOnlyList<Edge>> ChainsTo(Guid party)
    {
        if (!_found.TryGetValue(party, out var chains))
        {
            chains = Walk(party);
            _found[party] = chains;
        }

        return chains;
    }

    /// <summary>Parties that somebody holds by such a tie.</summary>
    public IEnumerable<Guid> HeldBy(Tie tie) => _into.Where(ties => ties.Any(edge => edge.Tie == tie)).Select(ties => ties.Key);

    private List<IReadOnlyList<Edge>> Walk(Guid party)
    {
        var found = new List<IReadOnlyList<Edge>>();
        List<IReadOnlyList<Edge>> last = [[]];
        for (var length = 1; length <= InterestRule.MaxLinks && last.Count > 0; length++)
        {
            last =
            [
                .. (from chain in last
                    let start = chain.Count == 0 ? party : chain[0].From
                    from edge in _into[start]
                    where edge.From != party && !chain.Any(link => link.From == edge.From)
                    select (IReadOnlyList<Edge>)[edge, .. chain]).Take(MostPaths - found.Count),
            ];
            found.AddRange(last);
        }

        return found;
    }

    /// <param name="Record">The affiliation or round that says so.</param>
    public sealed record Edge(Guid From, Tie Tie, Guid To, Guid Record);
}
