using System.Globalization;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>The number of a row's word, from 0; null for none.</summary>
internal delegate int? WordReader(ReadOnlySpan<object?> values);

/// <summary>Words of which a row has one or none.</summary>
internal sealed class WordColumn<TEnum>(Parameter parameter, WordReader read) : CountedColumn
    where TEnum : struct, Enum
{
    /// <summary>Stands for no word.</summary>
    private const int None = -1;

    private readonly List<sbyte> _read = [];
    private RowSets<int> _words = new(0);

    public override void Add(ReadOnlySpan<object?> values) => _read.Add((sbyte)(read(values) ?? None));

    public override void End(int rows)
    {
        _words = new(rows);
        for (var row = 0; row < rows; row++)
        {
            _words.Add(_read[row], row);
        }

        _read.Clear();
        _read.TrimExcess();
    }

    public override void Narrow(FilterInput input, bool isNot, Span<ulong> rows)
    {
        HashSet<int> wanted = [.. Filters.ReadWords<TEnum>(input, parameter)!.Select(word => Convert.ToInt32(word, CultureInfo.InvariantCulture))];
        _words.Narrow(wanted.Contains, isNot, rows);
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<ulong> rows) =>
        Facets.Ordered(_words.Counts(rows), None, number => Words.Of((TEnum)Enum.ToObject(typeof(TEnum), number)));
}
