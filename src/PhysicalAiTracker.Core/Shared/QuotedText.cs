namespace PhysicalAiTracker.Core.Shared;

/// <summary>A text in which quotes are sought, folded once for all of them.</summary>
internal sealed class QuotedText(string text)
{
    /// <summary>Comparisons that a search by the processor's own means may take where a text repeats itself; beyond, it is sought in one pass.</summary>
    private const long MostComparisons = 20_000_000;

    private string? _folded;
    private int[] _places = [];

    public string Text { get; } = text;

    /// <summary>As <see cref="FoldedText.Search"/>.</summary>
    public (int Count, int End) Search(string needle)
    {
        if ((long)Text.Length * needle.Length > MostComparisons)
        {
            return FoldedText.Search(Text, needle);
        }

        _folded ??= Fold();
        var first = _folded.IndexOf(needle, StringComparison.Ordinal);
        return first < 0 ? (0, 0)
            : _folded.IndexOf(needle, first + 1, StringComparison.Ordinal) < 0 ? (1, first + needle.Length)
            : FoldedText.Search(Text, needle);
    }

    /// <summary>As <see cref="FoldedText.Unfold"/>.</summary>
    public (int Start, int End) Unfold(int foldedStart, int foldedLength)
    {
        _folded ??= Fold();
        return (_places[foldedStart], _places[foldedStart + foldedLength - 1] + 1);
    }

    private string Fold()
    {
        var folded = FoldedText.Fold(Text);
        _places = new int[folded.Length];
        var (at, inSpace) = (0, false);
        for (var i = 0; i < Text.Length; i++)
        {
            var isSpace = char.IsWhiteSpace(Text[i]);
            if (!isSpace || !inSpace)
            {
                _places[at++] = i;
            }

            inSpace = isSpace;
        }

        return folded;
    }
}
