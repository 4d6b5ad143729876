using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>What was typed, as words to look for.</summary>
public sealed class SearchText
{
    /// <summary>Characters.</summary>
    public const int MaxLength = 200;

    private const int MaxWords = 12;

    /// <summary>What is taken, in a sentence.</summary>
    public static string Limits { get; } = $"At most {MaxWords} words of {MaxLength} characters in all.";

    private SearchText(string key, IReadOnlyList<string> words) => (Key, Words) = (key, words);

    /// <summary>The whole text as names are compared.</summary>
    public string Key { get; }

    /// <summary>Its words without diacritics, in lower case; empty where it has neither letter nor digit.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>
    /// Whether it is a letter, or letters, on their own: half of all documents may have a word that begins with it. They find only who is called so.
    /// </summary>
    public bool IsLetters => Words.All(word => word.Length < 2);

    /// <summary>Of more than is taken (<see cref="WhyNot"/>) only the beginning.</summary>
    public static SearchText Of(string text)
    {
        var key = NameKey.Of(text[..Math.Min(text.Length, MaxLength)]);
        return new SearchText(key, [.. WordsOf(key).Take(MaxWords)]);
    }

    /// <summary>Why a text is too much to be looked for; null where it is not.</summary>
    public static string? WhyNot(string text) =>
        text.Length > MaxLength ? FormattableString.Invariant($"has {text.Length} characters; {MaxLength} are the most")
        : WordsOf(NameKey.Of(text)).Length is > MaxWords and var words ? FormattableString.Invariant($"has {words} words; {MaxWords} are the most")
        : null;

    private static string[] WordsOf(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Whether a word of a text, folded, is one that is looked for. Two letters are the beginning of a word in a title only: elsewhere they, and
    /// a single letter anywhere, are the whole word.
    /// </summary>
    public bool Finds(string folded, bool inTitle) => Words.Any(word =>
        folded == word || (word.Length > (inTitle ? 1 : 2) && folded.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>As FTS5 reads it: each word quoted, so that none is an operator.</summary>
    /// <param name="inTitles">Whether titles alone are looked in.</param>
    internal string ForSqlite(bool inTitles)
    {
        var words = string.Join(" AND ", Words.Select(word => word.Length switch
        {
            1 => $"\"{word}\"",
            2 when !inTitles => $"(TitleKey : \"{word}\" * OR \"{word}\")",
            _ => $"\"{word}\" *",
        }));
        return inTitles ? $"TitleKey : ({words})" : words;
    }

    /// <summary>As <c>to_tsquery</c> reads it; words of titles have the weight A.</summary>
    /// <inheritdoc cref="ForSqlite"/>
    internal string ForPostgres(bool inTitles) => string.Join(" & ", Words.Select(word => (word.Length, inTitles) switch
    {
        (1, true) => $"'{word}':A",
        (1, false) => $"'{word}'",
        (2, false) => $"('{word}':*A | '{word}')",
        (_, true) => $"'{word}':*A",
        _ => $"'{word}':*",
    }));

    /// <summary>What lies between two words, as their bytes are compared, for each of the words.</summary>
    internal IReadOnlyList<WordRange> Ranges =>
        [.. Words.Select(word => new WordRange(word, word + (word.Length > 1 ? WordRange.AnyEnd : WordRange.NoEnd), word + (word.Length > 2 ? WordRange.AnyEnd : WordRange.NoEnd)))];
}

/// <summary>The words that one of a text finds: from the first to before the second.</summary>
/// <param name="ToInTitle">Where the word stands in a title.</param>
/// <param name="To">Where it stands elsewhere.</param>
internal sealed record WordRange(string From, string ToInTitle, string To)
{
    /// <summary>Behind all that a word may go on with: the last there is of Unicode.</summary>
    public const string AnyEnd = "\U0010FFFF";

    /// <summary>Before all that a word may go on with.</summary>
    public const string NoEnd = "\u0001";
}
