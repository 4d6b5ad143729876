using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources.Snapshots;

/// <summary>Where a text has the most words of a quote that does not stand there any more: a hint for a person, and never more.</summary>
internal static class NearestWords
{
    /// <summary>A smaller share of the quote's words is no hint.</summary>
    private const double Fewest = 0.5;

    /// <summary>The stretch of the text; null where there is none like it.</summary>
    public static string? Of(string text, string quote)
    {
        var wanted = Words(quote).GroupBy(word => word.Key).ToDictionary(group => group.Key, group => group.Count());
        var length = wanted.Values.Sum();
        var words = Words(text).ToList();
        if (length == 0 || words.Count == 0)
        {
            return null;
        }

        var inside = new Dictionary<string, int>();
        var (matched, best, at, begins) = (0, 0, 0, false);
        for (var i = 0; i < words.Count; i++)
        {
            matched += Count(words[i].Key, 1);
            if (i >= length)
            {
                matched += Count(words[i - length].Key, -1);
            }

            // Of two stretches with as many, the one that begins with a word of the quote shows where it was.
            var begun = wanted.ContainsKey(words[Math.Max(0, i - length + 1)].Key);
            (best, at, begins) = matched > best || (matched == best && begun && !begins) ? (matched, i, begun) : (best, at, begins);
        }

        return best < Fewest * length ? null : text[words[Math.Max(0, at - length + 1)].Start..words[at].End];

        // What a word that comes or goes adds to the number of wanted words inside.
        int Count(string word, int step)
        {
            if (!wanted.TryGetValue(word, out var most))
            {
                return 0;
            }

            var before = inside.GetValueOrDefault(word);
            inside[word] = before + step;
            return Math.Min(before + step, most) - Math.Min(before, most);
        }
    }

    private static IEnumerable<(string Key, int Start, int End)> Words(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end > start && NameKey.Of(text[start..end]) is { Length: > 0 } key)
            {
                yield return (key, start, end);
            }

            start = end + 1;
        }
    }
}
