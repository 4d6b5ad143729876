namespace PhysicalAiTracker.Core.Shared.Differences;

/// <summary>A line of two texts side by side.</summary>
/// <param name="Old">Stretches of a paragraph of the older text, without gaps; empty where it has none like this.</param>
/// <param name="New">Likewise of the newer text.</param>
public sealed record ComparedRow(IReadOnlyList<Stretch> Old, IReadOnlyList<Stretch> New)
{
    public bool Differs => Old.Concat(New).Any(piece => piece.Differs);
}

/// <summary>Compares two texts: first paragraph by paragraph, then the words of those that changed.</summary>
public static class TextComparison
{
    /// <summary>Two paragraphs with a smaller share of words in common are a removed and a new one.</summary>
    private const double Alike = 0.3;

    /// <summary>Pairs of changed paragraphs looked at between two unchanged ones; in longer stretches they are paired in order.</summary>
    private const int MostPairs = 2500;

    public static IReadOnlyList<ComparedRow> Compare(string old, string @new)
    {
        var common = new CommonSequence();
        var words = new TextTokens();
        var (left, right) = (Paragraphs(old), Paragraphs(@new));
        var rows = new List<ComparedRow>();
        var (i, j) = (0, 0);
        foreach (var (x, y) in common.Of(words.Numbers(old, left), words.Numbers(@new, right)).Append((left.Count, right.Count)))
        {
            AddChanged(left.GetRange(i, x - i), right.GetRange(j, y - j));
            if (x < left.Count)
            {
                rows.Add(new ComparedRow([left[x]], [right[y]]));
            }

            (i, j) = (x + 1, y + 1);
        }

        return rows;

        void AddChanged(List<Stretch> removed, List<Stretch> added)
        {
            var (r, a) = (0, 0);
            foreach (var (x, y) in Pairs(removed.ConvertAll(p => WordsOf(old, p, words)), added.ConvertAll(p => WordsOf(@new, p, words))).Append((removed.Count, added.Count)))
            {
                rows.AddRange(removed[r..x].Select(piece => new ComparedRow([piece with { Differs = true }], [])));
                rows.AddRange(added[a..y].Select(piece => new ComparedRow([], [piece with { Differs = true }])));
                if (x < removed.Count)
                {
                    rows.Add(Words(old, removed[x], @new, added[y], common, words));
                }

                (r, a) = (x + 1, y + 1);
            }
        }
    }

    private static ComparedRow Words(
        string old, Stretch removed, string @new, Stretch added, CommonSequence common, TextTokens words)
    {
        var (left, right) = (TextTokens.Of(old, removed), TextTokens.Of(@new, added));
        var same = common.Of(words.Numbers(old, left), words.Numbers(@new, right));
        return new ComparedRow(Marked(left, [.. same.Select(pair => pair.Old)]), Marked(right, [.. same.Select(pair => pair.New)]));
    }

    /// <summary>Neighbouring words of one sort become one piece.</summary>
    private static List<Stretch> Marked(List<Stretch> tokens, HashSet<int> same)
    {
        var pieces = new List<Stretch>();
        for (var k = 0; k < tokens.Count; k++)
        {
            var differs = !same.Contains(k);
            if (pieces.Count > 0 && pieces[^1].Differs == differs)
            {
                pieces[^1] = pieces[^1] with { End = tokens[k].End };
            }
            else
            {
                pieces.Add(tokens[k] with { Differs = differs });
            }
        }

        return pieces;
    }

    /// <summary>Which removed paragraph became which new one: as alike as possible, in order.</summary>
    private static IEnumerable<(int Old, int New)> Pairs(List<HashSet<int>> removed, List<HashSet<int>> added)
    {
        if ((long)removed.Count * added.Count > MostPairs)
        {
            return Enumerable.Range(0, Math.Min(removed.Count, added.Count)).Select(k => (k, k));
        }

        var best = new double[removed.Count + 1, added.Count + 1];
        var alike = new double[removed.Count, added.Count];
        for (var x = removed.Count - 1; x >= 0; x--)
        {
            for (var y = added.Count - 1; y >= 0; y--)
            {
                alike[x, y] = 2.0 * removed[x].Count(added[y].Contains) / Math.Max(1, removed[x].Count + added[y].Count);
                var paired = alike[x, y] < Alike ? 0 : alike[x, y] + best[x + 1, y + 1];
                best[x, y] = Math.Max(paired, Math.Max(best[x + 1, y], best[x, y + 1]));
            }
        }

        var pairs = new List<(int, int)>();
        for (int x = 0, y = 0; x < removed.Count && y < added.Count;)
        {
            if (alike[x, y] >= Alike && best[x, y] == alike[x, y] + best[x + 1, y + 1])
            {
                pairs.Add((x++, y++));
            }
            else if (best[x, y] == best[x + 1, y])
            {
                x++;
            }
            else
            {
                y++;
            }
        }

        return pairs;
    }

    private static HashSet<int> WordsOf(string text, Stretch paragraph, TextTokens words) =>
        [.. words.Numbers(text, TextTokens.Of(text, paragraph).FindAll(token => char.IsLetterOrDigit(text[token.Start])))];

    /// <summary>Lines with something on them, without the white space at their ends.</summary>
    private static List<Stretch> Paragraphs(string text)
    {
        var pieces = new List<Stretch>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var line = text.AsSpan(start, end - start);
            if (!line.IsWhiteSpace())
            {
                pieces.Add(new Stretch(end - line.TrimStart().Length, start + line.TrimEnd().Length, false));
            }

            start = end + 1;
        }

        return pieces;
    }
}
