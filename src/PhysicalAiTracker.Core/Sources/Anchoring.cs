using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>A W3C text-quote selector: the quote, and the text right before and behind it, which tells it from its like.</summary>
/// <param name="Prefix">May be empty.</param>
/// <param name="Suffix">May be empty.</param>
public sealed record TextQuote(string Exact, string Prefix, string Suffix);

/// <summary>Whether and where a quote stands in a text.</summary>
/// <param name="Problem">For the person who quoted: why it does not anchor; null where it does.</param>
public abstract record Anchor(string? Problem)
{
    /// <summary>The quote stands there once.</summary>
    /// <param name="Start">UTF-16 offset of the first character.</param>
    /// <param name="End">UTF-16 offset behind the last character.</param>
    public sealed record Intact(int Start, int End) : Anchor((string?)null);

    /// <summary>It does not stand there.</summary>
    public sealed record Missing(string Reason) : Anchor(Reason);

    /// <summary>It stands there more than once.</summary>
    public sealed record Ambiguous(int Count, string Reason) : Anchor(Reason);

    /// <summary>It is no quote: empty or too long.</summary>
    public sealed record Invalid(string Reason) : Anchor(Reason);
}

/// <summary>
/// Proves a quote in a snapshot. Quotes match character by character; only white space is equal to white space of any kind
/// and length, because pages and files wrap lines differently. Nothing else is matched loosely.
/// </summary>
/// <remarks>Selector: W3C Web Annotation Data Model, 4.2.4 Text Quote Selector.</remarks>
public static class Anchoring
{
    /// <summary>Characters of the longest quote.</summary>
    public const int MaxExact = 2000;

    /// <summary>Characters of the longest prefix or suffix taken.</summary>
    public const int MaxContext = 200;

    /// <summary>Characters of context that <see cref="Selector"/> adds.</summary>
    public const int SelectorContext = 32;

    /// <summary>Finds a quote. White space around it is no part of it, but of its context where that is given.</summary>
    /// <param name="text">Normalised by <see cref="SnapshotText.Normalise"/>; positions count in it.</param>
    /// <param name="prefix">Text that stands right before the quote; null or empty where unknown.</param>
    /// <param name="suffix">Text that stands right behind it; null or empty where unknown.</param>
    public static Anchor Find(string text, string exact, string? prefix = null, string? suffix = null) =>
        Find(text, exact, prefix, suffix, needle => FoldedText.Search(text, needle), (start, length) => FoldedText.Unfold(text, start, length));

    /// <summary>As above, in a text in which more quotes are sought.</summary>
    internal static Anchor Find(QuotedText text, string exact, string? prefix, string? suffix) => Find(text.Text, exact, prefix, suffix, text.Search, text.Unfold);

    private static Anchor Find(
        string text, string exact, string? prefix, string? suffix, Func<string, (int Count, int End)> search, Func<int, int, (int Start, int End)> unfold)
    {
        if (Oversized(exact, prefix, suffix) is { } problem)
        {
            return new Anchor.Invalid(problem);
        }

        var quote = SnapshotText.Normalise(exact);
        var bare = quote.Trim();
        if (bare.Length == 0)
        {
            return new Anchor.Invalid("The quote is empty.");
        }

        var before = SnapshotText.Normalise(prefix ?? "");
        before += before.Length > 0 ? quote[..^quote.TrimStart().Length] : "";
        var behind = SnapshotText.Normalise(suffix ?? "");
        behind = behind.Length > 0 ? quote[quote.TrimEnd().Length..] + behind : "";

        var needle = FoldedText.Fold(before + bare + behind);
        var (count, end) = search(needle);
        if (count == 1)
        {
            // Positions of the quote in the needle, counted in folded characters; it neither begins nor ends in white space.
            var start = FoldedText.Fold(before + bare[0]).Length - 1;
            var length = FoldedText.Fold(bare).Length;
            var (first, last) = unfold(end - needle.Length + start, length);
            return new Anchor.Intact(first, last);
        }

        return count == 0
            ? new Anchor.Missing(WhyMissing(text, bare, before.Length + behind.Length > 0))
            : new Anchor.Ambiguous(count, FormattableString.Invariant(
                $"The quote stands {count} times in the text: add the words right before or behind it."));
    }

    /// <summary>The selector of a stretch of text, without white space at its ends, with up to 32 characters on both sides.</summary>
    /// <param name="text">Normalised by <see cref="SnapshotText.Normalise"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is outside the text, or only white space.</exception>
    public static TextQuote Selector(string text, int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        var stretch = text.AsSpan(start, end - start);
        var from = end - stretch.TrimStart().Length;
        var to = start + stretch.TrimEnd().Length;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, to, nameof(start));

        var first = Math.Max(0, from - SelectorContext);
        var last = Math.Min(text.Length, to + SelectorContext);
        // Half a surrogate pair would not survive normalisation.
        first += first > 0 && first < from && char.IsLowSurrogate(text[first]) ? 1 : 0;
        last -= last < text.Length && last > to && char.IsHighSurrogate(text[last - 1]) ? 1 : 0;
        return new TextQuote(text[from..to], text[first..from], text[to..last]);
    }

    private static string? Oversized(string exact, string? prefix, string? suffix) =>
        exact.Length > MaxExact ? FormattableString.Invariant($"A quote has at most {MaxExact:N0} characters.")
        : Math.Max(prefix?.Length ?? 0, suffix?.Length ?? 0) > MaxContext
            ? FormattableString.Invariant($"The text before and behind a quote has at most {MaxContext} characters each.")
        : null;

    /// <summary>Helps the person to find the slip; what it finds is told, never matched.</summary>
    private static string WhyMissing(string text, string exact, bool hasContext)
    {
        var needle = FoldedText.Fold(exact);
        if (hasContext && FoldedText.Search(text, needle).Count > 0)
        {
            return "The quote stands in the text, but not with these words right before and behind it.";
        }

        return FoldedText.Search(text, needle, FoldedText.Alike).Count > 0
            ? "The text has this with other capitals, quotation marks or dashes: quote it as it stands there."
            : "The quote does not stand in the text.";
    }
}
