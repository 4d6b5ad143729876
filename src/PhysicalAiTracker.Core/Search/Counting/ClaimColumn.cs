using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>What claims about each row say: a bit for each plane and placement that one claim has together.</summary>
internal sealed class ClaimColumn(Parameter plane, Parameter placement) : CountedColumn
{
    private static readonly Plane[] Planes = Enum.GetValues<Plane>();
    private static readonly Placement[] Placements = Enum.GetValues<Placement>();

    private ulong[] _claims = [];

    /// <summary>Makes room for so many rows.</summary>
    public void Begin(int rows) => _claims = new ulong[rows];

    public void Add(int row, Plane about, Placement where) => _claims[row] |= Bit(about, where);

    public override void Narrow(FilterInput input, bool isNot, Span<bool> rows)
    {
        var wanted = Bits(Filters.ReadWords<Plane>(input, plane) ?? Planes, Filters.ReadWords<Placement>(input, placement) ?? Placements);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] &= ((_claims[row] & wanted) != 0) != isNot;
        }
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<bool> rows)
    {
        // Only the claims that fit the other parameter count, as one claim must fit both.
        return facet == plane.Name
            ? Count(Planes, about => Bits([about], Filters.ReadWords<Placement>(input, placement) ?? Placements), rows)
            : Count(Placements, where => Bits(Filters.ReadWords<Plane>(input, plane) ?? Planes, [where]), rows);
    }

    private FacetItem Count<TEnum>(TEnum[] words, Func<TEnum, ulong> bits, ReadOnlySpan<bool> rows)
        where TEnum : struct, Enum
    {
        ulong[] of = [.. words.Select(bits)];
        var counts = new long[of.Length];
        var missing = 0L;
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row])
            {
                var claims = _claims[row];
                missing += claims == 0 ? 1 : 0;
                for (var word = 0; claims != 0 && word < of.Length; word++)
                {
                    counts[word] += (claims & of[word]) != 0 ? 1 : 0;
                }
            }
        }

        return Facets.Ordered(words.Zip(counts).Where(pair => pair.Second > 0).Select(pair => ((TEnum?)pair.First, pair.Second)), Words.Of) with { Missing = missing };
    }

    private static ulong Bits(Plane[] about, Placement[] where) => about.SelectMany(one => where.Select(other => Bit(one, other))).Aggregate(0UL, (all, bit) => all | bit);

    private static ulong Bit(Plane about, Placement where) => 1UL << (((int)about * Placements.Length) + (int)where);
}
