namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Says how alike two names are. Every rule is exact about what it lets pass, so that it can be told in a sentence.</summary>
internal static class NameMatcher
{
    /// <summary>Letters from which a slip of one letter is taken for a slip.</summary>
    private const int SlipLength = 6;

    /// <summary>A letter replaced by another makes another word more easily than one left out.</summary>
    private const int ReplacedLength = 8;

    private const int LongLength = 10;
    private const int ShortestFirstName = 3;

    /// <summary>The best that any name of the one is to any name of the other; null where none is like another.</summary>
    /// <param name="persons">Whether both are, or may be, persons: first names are shortened and middle names left out.</param>
    public static Point? Best(IEnumerable<NameForm> ones, IReadOnlyCollection<NameForm> others, bool persons)
    {
        Point? best = null;
        foreach (var one in ones)
        {
            foreach (var other in others)
            {
                if (Compare(one, other, persons) is { } point && (best is null || point.Value > best.Value
                    || (point.Value == best.Value && string.CompareOrdinal(point.Text, best.Text) < 0)))
                {
                    best = point;
                }
            }
        }

        return best;
    }

    public static Point? Compare(NameForm first, NameForm second, bool persons)
    {
        // The order of the two must not show.
        var (one, other) = string.CompareOrdinal(first.Name, second.Name) <= 0 ? (first, second) : (second, first);
        if (one.Key == other.Key)
        {
            return new Point("name", 100, one.Name == other.Name ? $"Both are called “{one.Name}”." : $"“{one.Name}” and “{other.Name}” differ in capitals, accents or punctuation alone.");
        }

        if (one.Bare == other.Bare)
        {
            return new Point("name", 95, $"“{one.Name}” and “{other.Name}” differ in the legal form alone.");
        }

        if (one.Numbers != other.Numbers && one.BareCompact != other.BareCompact)
        {
            return Short(one, other);
        }

        if (one.BareCompact == other.BareCompact)
        {
            return new Point("name", 92, $"“{one.Name}” and “{other.Name}” differ in spaces alone.");
        }

        if (one.Sorted == other.Sorted)
        {
            return new Point("name", 88, $"“{one.Name}” and “{other.Name}” have the same words in another order.");
        }

        if (one.Compact == other.Compact && one.Compact.Length >= 2)
        {
            return one.FitsExtraOf(other)
                ? new Point("name", 75, $"“{one.Name}” and “{other.Name}” differ in words that are often left out: {Differing(one, other)}.")
                : new Point("name", 45, $"“{one.Name}” and “{other.Name}” begin alike, but describe themselves differently: {Differing(one, other)}.");
        }

        return (persons ? Person(one, other) : null) ?? Slip(one, other) ?? Short(one, other);
    }

    private static string Differing(NameForm one, NameForm other) => string.Join(", ", one.Extra.Except(other.Extra).Select(one.Written).Concat(other.Extra.Except(one.Extra).Select(other.Written)).Select(word => $"“{word}”"));

    /// <summary>The same family name, and a first name that is the beginning of the other; or a middle name more.</summary>
    private static Point? Person(NameForm one, NameForm other)
    {
        if (one.Words.Count < 2 || other.Words.Count < 2 || one.Words[^1] != other.Words[^1])
        {
            return null;
        }

        var (a, b) = (one.Words[0], other.Words[0]);
        var (middle, others) = (one.Words.Skip(1).SkipLast(1).ToList(), other.Words.Skip(1).SkipLast(1).ToList());
        if (middle.Count > 0 && others.Count > 0 && middle[0][0] != others[0][0])
        {
            return null;
        }

        if (a == b)
        {
            return new Point("name", 80, $"“{one.Name}” and “{other.Name}” differ in a middle name alone.");
        }

        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return shorter.Length >= ShortestFirstName && longer.StartsWith(shorter, StringComparison.Ordinal)
            ? new Point("name", 70, $"“{one.Name}” and “{other.Name}” have one family name, and one first name begins the other.")
            : null;
    }

    /// <summary>One letter of one long word differs.</summary>
    private static Point? Slip(NameForm one, NameForm other)
    {
        if (one.Core.Count != other.Core.Count || !one.FitsExtraOf(other))
        {
            return null;
        }

        var differing = one.Core.Zip(other.Core).Where(pair => pair.First != pair.Second).ToList();
        if (differing is not [var (left, right)] || Math.Min(left.Length, right.Length) < SlipLength - 1 || Math.Max(left.Length, right.Length) < SlipLength
            || left[0] != right[0] || !IsOneSlip(left, right))
        {
            return null;
        }

        var length = Math.Max(left.Length, right.Length);
        return left.Length == right.Length && length < ReplacedLength && !IsSwap(left, right)
            ? null
            : new Point("name", (length >= LongLength ? 70 : 60) - (one.Extra.SequenceEqual(other.Extra) ? 0 : 10), $"“{one.Name}” and “{other.Name}” differ in one letter.");
    }

    private static Point? Short(NameForm one, NameForm other) => ShortOf(one, other) ?? ShortOf(other, one);

    private static Point? ShortOf(NameForm brief, NameForm full)
    {
        if (brief.Core.Count != 1)
        {
            return null;
        }

        if (brief.Core[0] == full.Numeronym)
        {
            return new Point("name", 70, $"“{brief.Name}” is “{full.Name}” with the number of its letters.");
        }

        return brief.IsAcronym && (brief.Core[0] == NameForm.Initials(full.Core) || brief.Core[0] == NameForm.Initials(full.Words))
            ? new Point("name", 60, $"“{brief.Name}” has the first letters of “{full.Name}”.")
            : null;
    }

    /// <summary>Whether one letter was left out, put in, replaced, or two neighbours exchanged.</summary>
    internal static bool IsOneSlip(string left, string right)
    {
        if (left.Length == right.Length)
        {
            return left.Zip(right).Count(pair => pair.First != pair.Second) == 1 || IsSwap(left, right);
        }

        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        var at = 0;
        while (at < shorter.Length && shorter[at] == longer[at])
        {
            at++;
        }

        return longer.Length - shorter.Length == 1 && string.CompareOrdinal(shorter, at, longer, at + 1, shorter.Length) == 0;
    }

    private static bool IsSwap(string left, string right)
    {
        var at = 0;
        while (at < left.Length && at < right.Length && left[at] == right[at])
        {
            at++;
        }

        return left.Length == right.Length && at + 1 < left.Length && left[at] == right[at + 1] && left[at + 1] == right[at]
            && string.CompareOrdinal(left, at + 2, right, at + 2, left.Length) == 0;
    }
}
