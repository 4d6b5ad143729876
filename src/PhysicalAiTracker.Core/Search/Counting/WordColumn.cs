using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>The number of a row's word, from 0; null for none.</summary>
internal delegate int? WordReader(ReadOnlySpan<object?> values);

/// <summary>Words of which a row has one or none.</summary>
internal sealed class WordColumn<TEnum>(Parameter parameter, WordReader read) : CountedColumn
    where TEnum : struct, Enum
{
    /// <summary>By the number of the word; the first stands for none.</summary>
    private static readonly int Different = 2 + Enum.GetValues<TEnum>().Max(word => Convert.ToInt32(word, System.Globalization.CultureInfo.InvariantCulture));

    private readonly List<byte> _words = [];

    public override void Add(ReadOnlySpan<object?> values) => _words.Add((byte)(read(values) + 1 ?? 0));

    public override void Narrow(FilterInput input, bool isNot, Span<bool> rows)
    {
        var wanted = new bool[Different];
        Array.Fill(wanted, isNot);
        foreach (var word in Filters.ReadWords<TEnum>(input, parameter)!)
        {
            wanted[1 + Convert.ToInt32(word, System.Globalization.CultureInfo.InvariantCulture)] = !isNot;
        }

        var words = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] &= wanted[words[row]];
        }
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<bool> rows)
    {
        var counts = new long[Different];
        var words = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_words);
        for (var row = 0; row < rows.Length; row++)
        {
            counts[words[row]] += rows[row] ? 1 : 0;
        }

        return Facets.Ordered(
            counts.Select((count, number) => (Key: number == 0 ? (int?)null : number - 1, Count: count)).Where(pair => pair.Count > 0), number => Words.Of((TEnum)Enum.ToObject(typeof(TEnum), number)));
    }
}
