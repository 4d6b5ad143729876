using System.Collections.Concurrent;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>Where a pattern matched, and the mentions it caught by their labels.</summary>
internal sealed record Match(int From, int To, IReadOnlyDictionary<string, Item> Caught)
{
    public Item? this[string label] => Caught.GetValueOrDefault(label);
}

/// <summary>
/// A stretch of a sentence, element by element: <c>word</c>, <c>one|other</c>, a mention <c>NAME:label</c> (NAME, MONEY, DATE, NUMBER, PLACE,
/// HARDWARE), <c>~3</c> for up to three words of any sort; with <c>?</c> an element may be missing. No element crosses a comma that it does not name.
/// </summary>
internal sealed class Pattern
{
    private static readonly ConcurrentDictionary<string, Pattern> Read = new();

    private readonly Element[] _elements;

    private Pattern(string text) => _elements = [.. text.Split(' ').Select(Parse)];

    /// <summary>A pattern; each is read once.</summary>
    public static Pattern Of(string text) => Read.GetOrAdd(text, static text => new Pattern(text));

    public static Pattern[] Any(params string[] texts) => [.. texts.Select(Of)];

    /// <summary>The match that begins at a position, the shortest gaps first.</summary>
    public Match? At(Sentence sentence, int at)
    {
        // Most positions fail at once.
        var first = _elements[0];
        if (first is { Gap: 0, Optional: false } && (at >= sentence.Count || !first.Fits(sentence[at])))
        {
            return null;
        }

        var caught = new Dictionary<string, Item>();
        return Try(sentence, at, 0, caught) is { } to ? new Match(at, to, caught) : null;
    }

    /// <summary>The first match from a position on.</summary>
    public Match? In(Sentence sentence, int from = 0)
    {
        for (var at = from; at < sentence.Count; at++)
        {
            if (At(sentence, at) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    public static Match? First(IEnumerable<Pattern> patterns, Sentence sentence, int from = 0) =>
        patterns.Select(pattern => pattern.In(sentence, from)).OfType<Match>().MinBy(match => match.From);

    private int? Try(Sentence sentence, int at, int element, Dictionary<string, Item> caught)
    {
        if (element == _elements.Length)
        {
            return at;
        }

        var (_, _, label, optional, gap) = _elements[element];
        if (gap > 0)
        {
            for (var skipped = 0; skipped <= gap && at + skipped <= sentence.Count; skipped++)
            {
                if (Try(sentence, at + skipped, element + 1, caught) is { } end)
                {
                    return end;
                }

                if (at + skipped < sentence.Count && sentence[at + skipped].Kind == ItemKind.Mark)
                {
                    return null;
                }
            }

            return null;
        }

        if (at < sentence.Count && _elements[element].Fits(sentence[at]))
        {
            if (label is not null)
            {
                caught[label] = sentence[at];
            }

            if (Try(sentence, at + 1, element + 1, caught) is { } end)
            {
                return end;
            }
        }

        if (label is not null)
        {
            caught.Remove(label);
        }

        return optional ? Try(sentence, at, element + 1, caught) : null;
    }

    private static Element Parse(string text)
    {
        var optional = text.Length > 1 && text[^1] == '?';
        var bare = optional ? text[..^1] : text;
        if (bare[0] == '~')
        {
            return new Element([], null, null, false, int.Parse(bare[1..], System.Globalization.CultureInfo.InvariantCulture));
        }

        var (mention, label) = bare.Split(':') is [var left, var right] ? (left, right) : (bare, (string?)null);
        return Enum.TryParse<ItemKind>(mention, ignoreCase: true, out var kind) && char.IsUpper(mention[0])
            ? new Element([], kind, label, optional, 0)
            : new Element([.. bare.Split('|')], null, null, optional, 0);
    }

    private readonly record struct Element(HashSet<string> Words, ItemKind? Kind, string? Label, bool Optional, int Gap)
    {
        public bool Fits(Item item) => Kind is null ? item.IsAny(Words) : item.Kind == Kind;
    }
}
