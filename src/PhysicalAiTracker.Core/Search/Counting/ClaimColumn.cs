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

    /// <summary>Makes room for so many rows.</summary>
    public void Begin(int rows) => _read = new ulong[rows];

    public void Add(int row, Plane about, Placement where) => _read[row] |= Bit(about, where);

    public override void End(int rows)
    {
        _claims = new(rows);
        for (var row = 0; row < rows; row++)
        {
            for (var claims = _read[row]; claims != 0; claims &= claims - 1)
            {
                _claims.Add(BitOperations.TrailingZeroCount(claims), row);
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
        // Only the claims that fit the other parameter count, as one claim must fit both.
        return facet == plane.Name
            ? Count(Planes, about => Bits([about], Filters.ReadWords<Placement>(input, placement) ?? Placements), rows)
            : Count(Placements, where => Bits(Filters.ReadWords<Plane>(input, plane) ?? Planes, [where]), rows);
    }

    private FacetItem Count<TEnum>(TEnum[] words, Func<TEnum, ulong> bits, ReadOnlySpan<ulong> rows)
        where TEnum : struct, Enum
    {
        var counts = new List<(TEnum?, long)>();
        foreach (var word in words)
        {
            var wanted = bits(word);
            if (_claims.CountAny(claim => IsOf(claim, wanted), rows) is > 0 and var count)
            {
                counts.Add((word, count));
            }
        }

        return Facets.Ordered(counts, Words.Of) with { Missing = RowBits.Count(rows) - _claims.CountAny(_ => true, rows) };
    }

    private static bool IsOf(int claim, ulong wanted) => (wanted >> claim & 1) != 0;

    private static ulong Bits(Plane[] about, Placement[] where) => about.SelectMany(one => where.Select(other => Bit(one, other))).Aggregate(0UL, (all, bit) => all | bit);

    private static ulong Bit(Plane about, Placement where) => 1UL << (((int)about * Placements.Length) + (int)where);
}
