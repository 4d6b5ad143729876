using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Shared;
using BitOperations = System.Numerics.BitOperations;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>What claims about each row say: a bit for each plane and placement that one claim has together.</summary>
internal sealed class ClaimColumn(Parameter plane, Parameter placement) : CountedColumn
{
    private static readonly Plane[] Planes = Enum.GetValues<Plane>();
    private static readonly Placement[] Placements = Enum.GetValues<Placement>();

    private ulong[] _read = [];
    private RowSets<int> _claims = new(0);
    private RowSets<Plane> _planes = new(0);
    private RowSets<Placement> _placements = new(0);
    private ulong[] _any = [];

    /// <summary>Makes room for so many rows.</summary>
    public void Begin(int rows) => _read = new ulong[rows];

    public void Add(int row, Plane about, Placement where) => _read[row] |= Bit(about, where);

    public override void End(int rows)
    {
        (_claims, _planes, _placements, _any) = (new(rows), new(rows), new(rows), new ulong[RowBits.Words(rows)]);
        for (var row = 0; row < rows; row++)
        {
            for (var claims = _read[row]; claims != 0; claims &= claims - 1)
            {
                var claim = BitOperations.TrailingZeroCount(claims);
                _claims.Add(claim, row);
                _planes.Add((Plane)(claim / Placements.Length), row);
                _placements.Add((Placement)(claim % Placements.Length), row);
                RowBits.Add(_any, row);
            }
        }

        _read = [];
    }

    public override void Narrow(FilterInput input, bool isNot, Span<ulong> rows)
    {
        var wanted = Bits(Filters.ReadWords<Plane>(input, plane) ?? Planes, Filters.ReadWords<Placement>(input, placement) ?? Placements);
        _claims.Narrow(claim => IsOf(claim, wanted), isNot, rows);
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<ulong> rows)
    {
        // Only the claims that fit the other parameter count, as one claim must fit both; where it asks for nothing, they are all counted together.
        return facet == plane.Name
            ? Facet(Filters.ReadWords<Placement>(input, placement) is { } where ? Count(Planes, about => Bits([about], where), rows) : _planes.Counts(rows), rows)
            : Facet(Filters.ReadWords<Plane>(input, plane) is { } about ? Count(Placements, where => Bits(about, [where]), rows) : _placements.Counts(rows), rows);
    }

    private List<(TEnum, long)> Count<TEnum>(TEnum[] words, Func<TEnum, ulong> bits, ReadOnlySpan<ulong> rows)
    {
        var counts = new List<(TEnum, long)>();
        foreach (var word in words)
        {
            var wanted = bits(word);
            counts.Add((word, _claims.CountAny(claim => IsOf(claim, wanted), rows)));
        }

        return counts;
    }

    private FacetItem Facet<TEnum>(IEnumerable<(TEnum Word, long Count)> counts, ReadOnlySpan<ulong> rows)
        where TEnum : struct, Enum =>
        Facets.Ordered(counts.Where(each => each.Count > 0).Select(each => ((TEnum?)each.Word, each.Count)).ToList(), Words.Of) with { Missing = RowBits.Count(rows) - RowBits.CountBoth(rows, _any) };

    private static bool IsOf(int claim, ulong wanted) => (wanted >> claim & 1) != 0;

    private static ulong Bits(Plane[] about, Placement[] where) => about.SelectMany(one => where.Select(other => Bit(one, other))).Aggregate(0UL, (all, bit) => all | bit);

    private static ulong Bit(Plane about, Placement where) => 1UL << (((int)about * Placements.Length) + (int)where);
}
